import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { DocumentNode } from '../../../../model/node.ts';
import type { Position, SourceText } from '../../../../model/source.ts';
import type { Body, SyntaxFile } from '../ast.ts';
import { refuseFile } from '../intake.ts';
import { topLevel } from '../schema.ts';
import { jsonAttribute, jsonBody } from './blocks.ts';
import { withoutRepeats } from './expression.ts';
import { readJson } from './reader.ts';
import { JsonErrors, jsonError } from './report.ts';

/**
 * Reads a file in HCL JSON syntax (`.tf.json`, `.tofu.json`). Never throws. Which properties are blocks
 * follows the blocks of the Terraform language; a block of a provider's schema, such as `ingress`, cannot
 * be told from an argument and stays an attribute with an object or tuple as its value: who reads a
 * resource body must treat both alike. (HCL JSON syntax specification, "Blocks".)
 */
export function parseJson(source: SourceText): SyntaxFile {
  return parseDocument(source, (root, errors) => {
    if (root.kind === 'scalar') errors.add('Expected an object at the top', root.span);
    return root.kind === 'scalar' ? unread(source) : jsonBody(root, topLevel, errors);
  });
}

/**
 * Reads a file of values in JSON, such as `.tfvars.json`: the properties of one object, in which strings are no
 * templates. Never throws. (OpenTofu `internal/command/meta_vars.go`: all properties, without a context.)
 */
export function parseJsonValues(source: SourceText): SyntaxFile {
  return parseDocument(source, (root, errors) => {
    if (root.kind !== 'mapping') {
      errors.add('Expected one object at the top', root.span);
      return unread(source);
    }
    const entries = root.entries.filter(({ key }) => key !== '//');
    const attributes = withoutRepeats(entries, ({ key }) => key, errors).map((entry) =>
      jsonAttribute(entry, 'literal', errors),
    );
    return { attributes, blocks: [], start: root.span.start, end: root.span.end };
  });
}

function parseDocument(
  source: SourceText,
  read: (root: DocumentNode, errors: JsonErrors) => Body,
): SyntaxFile {
  const refused = refuseFile(source);
  if (refused !== undefined) return refused;
  const { root, problem } = readJson(source);
  const errors = new JsonErrors();
  const whole = root === undefined ? unread(source) : read(root, errors);
  const diagnostics = [...byteOrderMark(source)];
  if (problem === undefined) {
    return { source, body: whole, comments: [], diagnostics: [...diagnostics, ...errors.list] };
  }
  const { message, start, end } = problem;
  diagnostics.push(jsonError(message, { source, start, end }, 'What follows this place was not read.'));
  // What the problem cut off is not also wrong for being incomplete.
  const before = errors.list.filter((one) => endsBefore(one, source.position(start)));
  const body: Body = { ...whole, partial: true };
  return { source, body, comments: [], diagnostics: [...diagnostics, ...before] };
}

/** The Go implementation refuses the mark in JSON, which it passes over in native syntax. */
function byteOrderMark(source: SourceText): readonly Diagnostic[] {
  if (!source.text.startsWith('\uFEFF')) return [];
  const mark = { source, start: 0, end: 1 };
  return [jsonError('A JSON file cannot start with a byte order mark', mark, 'Save it without.')];
}

function endsBefore({ source }: Diagnostic, { line, column }: Position): boolean {
  return source !== undefined && (source.end.line - line || source.end.column - column) < 0;
}

function unread({ text }: SourceText): Body {
  return { attributes: [], blocks: [], partial: true, start: 0, end: text.length };
}
