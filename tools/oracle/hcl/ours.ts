import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { SourceText } from '../../../src/model/source.ts';
import { parseNative, parseTemplateText } from '../../../src/iac/terraform/syntax/parse.ts';
import { dumpBody, dumpExpression } from './dump.ts';
import type { Dump } from './dump.ts';

/** One line of what the Go program prints. */
export interface OracleFile {
  readonly file: string;
  readonly errors: readonly string[];
  readonly body?: unknown;
  readonly template?: unknown;
}

/** What our parser makes of a file, in the form of the Go program: a template by its `.template` name, else a body. */
export function readOurs(file: string, text: string): { diagnostics: readonly Diagnostic[]; tree: Dump } {
  const source = new SourceText(file, text);
  if (file.endsWith('.template')) {
    const { expression, diagnostics } = parseTemplateText(source);
    return { diagnostics, tree: dumpExpression(expression) };
  }
  const { body, diagnostics } = parseNative(source);
  return { diagnostics, tree: dumpBody(body) };
}
