import type { Expression, SyntaxFile } from './ast.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SourceText } from '../../../model/source.ts';
import { parseFileBody } from './body.ts';
import { parseExpression } from './expression.ts';
import { refuseFile } from './intake.ts';
import { Parser, isSyntaxFailure } from './parser.ts';
import { parseBareTemplate } from './template/bare.ts';

export { parseJson } from './json/parse.ts';

/** An expression on its own; `invalid`, with the reason in the diagnostics, when it cannot be read. */
export interface ParsedExpression {
  readonly expression: Expression;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a file in HCL native syntax. Never throws: what cannot be read is a diagnostic with its place,
 * and all other blocks and arguments are returned. A body with a gap is marked `partial`.
 * (HCL native syntax specification; where the Go implementation differs from it, the implementation.)
 */
export function parseNative(source: SourceText): SyntaxFile {
  const refused = refuseFile(source);
  if (refused !== undefined) return refused;
  const first = new Parser(source);
  const file = parseWhole(first);
  return first.unclosed ? parseWhole(new Parser(source, true)) : file;
}

function parseWhole(p: Parser): SyntaxFile {
  p.seek(p.text.startsWith('\uFEFF') ? 1 : 0);
  const body = parseFileBody(p);
  return { source: p.source, body, comments: p.comments, diagnostics: p.diagnostics };
}

/** Reads a text that is one expression, such as the value of a `TF_VAR_` variable. Newlines mean nothing. */
export function parseExpressionText(source: SourceText): ParsedExpression {
  return parseAlone(source, (p) => {
    p.newlines = false;
    p.seek(0);
    const expression = parseExpression(p);
    if (!p.is('end')) p.expected('the end of the expression');
    return expression;
  });
}

/** Reads a text that is one template, such as a file for `templatefile`: marks, but no quotes or backslashes. */
export function parseTemplateText(source: SourceText): ParsedExpression {
  return parseAlone(source, parseBareTemplate);
}

function parseAlone(source: SourceText, read: (p: Parser) => Expression): ParsedExpression {
  const whole: Expression = { kind: 'invalid', start: 0, end: source.text.length };
  const refused = refuseFile(source);
  if (refused !== undefined) return { expression: whole, diagnostics: refused.diagnostics };
  const p = new Parser(source);
  try {
    return { expression: read(p), diagnostics: p.diagnostics };
  } catch (error) {
    if (!isSyntaxFailure(error)) throw error;
    return { expression: whole, diagnostics: p.diagnostics };
  }
}
