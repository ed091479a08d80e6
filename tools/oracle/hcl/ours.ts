import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { SourceText } from '../../../src/model/source.ts';
import { parseJsonValues } from '../../../src/iac/terraform/syntax/json/parse.ts';
import { parseJson, parseNative, parseTemplateText } from '../../../src/iac/terraform/syntax/parse.ts';
import { dumpBody, dumpExpression } from './dump.ts';
import type { Dump } from './dump.ts';

/** A body as the Go program prints it. */
export interface OracleBody {
  readonly attributes: readonly unknown[];
  readonly blocks: readonly { readonly body: OracleBody }[];
}

/** One line of what the Go program prints. */
export interface OracleFile {
  readonly file: string;
  readonly errors: readonly string[];
  readonly body?: OracleBody;
  readonly template?: unknown;
}

/** What our parser makes of a file, in the form of the Go program: a template by its `.template` name, JSON by its, else a body. */
export function readOurs(file: string, text: string): { diagnostics: readonly Diagnostic[]; tree: Dump } {
  const source = new SourceText(file, text);
  if (file.endsWith('.template')) {
    const { expression, diagnostics } = parseTemplateText(source);
    return { diagnostics, tree: dumpExpression(expression) };
  }
  const { body, diagnostics } = parserOf(file)(source);
  return { diagnostics, tree: dumpBody(body) };
}

function parserOf(file: string): typeof parseNative {
  if (file.endsWith('.tfvars.json')) return parseJsonValues;
  return file.endsWith('.json') ? parseJson : parseNative;
}
