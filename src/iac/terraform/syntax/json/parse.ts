import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { SourceText } from '../../../../model/source.ts';
import type { Body, SyntaxFile } from '../ast.ts';
import { refuseFile } from '../intake.ts';
import { topLevelBlocks } from '../schema.ts';
import { jsonBody } from './blocks.ts';
import { readJson } from './reader.ts';
import { jsonError } from './report.ts';

/**
 * Reads a file in HCL JSON syntax (`.tf.json`, `.tofu.json`). Never throws. Which properties are blocks
 * follows the blocks of the Terraform language; a block of a provider's schema, such as `ingress`, cannot
 * be told from an argument and stays an attribute with an object or tuple as its value: who reads a
 * resource body must treat both alike. (HCL JSON syntax specification, "Blocks".)
 */
export function parseJson(source: SourceText): SyntaxFile {
  const refused = refuseFile(source);
  if (refused !== undefined) return refused;
  const diagnostics: Diagnostic[] = [];
  const { root, problem } = readJson(source);
  if (problem !== undefined) {
    const { message, start, end } = problem;
    diagnostics.push(jsonError(message, { source, start, end }, 'What follows this place was not read.'));
  }
  const read: Body =
    root === undefined
      ? { attributes: [], blocks: [], start: 0, end: source.text.length }
      : jsonBody(root, topLevelBlocks, diagnostics);
  const body: Body = problem === undefined ? read : { ...read, partial: true };
  return { source, body, comments: [], diagnostics };
}
