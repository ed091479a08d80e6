import { DOLLAR, OPEN_BRACE, PERCENT, TILDE } from '../characters.ts';
import { parseExpression } from '../expression.ts';
import { parseForIntro } from '../for.ts';
import type { Parser } from '../parser.ts';
import type { Mark, Pieces } from './pieces.ts';

/** True where `${` or `%{` begins. */
export function startsMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === DOLLAR || code === PERCENT) && text.charCodeAt(at + 1) === OPEN_BRACE;
}

/** True where `$${` or `%%{` stands, which is literal `${` or `%{`. */
export function isEscapedMark(text: string, at: number): boolean {
  return text.charCodeAt(at) === text.charCodeAt(at + 1) && startsMark(text, at + 1);
}

/** Parses the interpolation or directive that begins at `at`; gives the offset after its closing brace. */
export function parseMark(p: Parser, at: number, pieces: Pieces): number {
  const isDirective = p.text.charCodeAt(at) === PERCENT;
  const trims = p.text.charCodeAt(at + 2) === TILDE;
  if (trims) pieces.trimLast();
  p.newlines = false;
  p.seek(at + (trims ? 3 : 2));
  const mark = isDirective ? parseDirective(p) : interpolation(p);
  if (!p.is('}') && !p.is('~}')) p.expected(closerOf(isDirective), escapeHint(p, isDirective));
  pieces.list.push({ ...mark, start: at, end: p.end });
  pieces.trimNext = p.is('~}');
  return p.end;
}

type OpenMark = Mark extends infer M ? (M extends Mark ? Omit<M, 'start' | 'end'> : never) : never;

function interpolation(p: Parser): OpenMark {
  return { kind: 'interpolation', expression: parseExpression(p) };
}

function parseDirective(p: Parser): OpenMark {
  const word = p.is('identifier') ? p.tokenText() : '';
  switch (word) {
    case 'if':
      p.next();
      return { kind: 'if', condition: parseExpression(p) };
    case 'for':
      p.next();
      return { kind: 'for', intro: parseForIntro(p) };
    case 'else':
    case 'endif':
    case 'endfor':
      p.next();
      return { kind: word };
    default:
      return p.expected('"if", "else", "endif", "for" or "endfor" after "%{"', escapeHint(p, true));
  }
}

function closerOf(isDirective: boolean): string {
  return isDirective ? '"}" at the end of the directive' : '"}" at the end of the interpolation';
}

function escapeHint(p: Parser, isDirective: boolean): string | undefined {
  if (p.is('end') || p.is('quote')) return undefined;
  return isDirective
    ? 'Write "%%{" for a "%{" that is part of the text.'
    : 'Write "$${" for a "${" that is part of the text.';
}
