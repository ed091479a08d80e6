import type { Expression } from '../ast.ts';
import type { Parser } from '../parser.ts';
import { readLineText } from './line.ts';
import { parseMark } from './mark.ts';
import { buildTemplate } from './nest.ts';
import { Pieces } from './pieces.ts';
import { checkLength } from './quoted.ts';

/** The whole text as a template, line by line as in a heredoc, but without an end line and without dedent. */
export function parseBareTemplate(p: Parser): Expression {
  const { text } = p;
  const pieces = new Pieces();
  let lineEnd = 0;
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  let at = from;
  while (at < text.length) {
    if (at >= lineEnd) lineEnd = text.indexOf('\n', at) + 1 || text.length;
    const textEnd = readLineText(text, at, lineEnd, pieces);
    at = textEnd === lineEnd ? textEnd : parseMark(p, textEnd, pieces);
  }
  const place = { start: from, end: text.length };
  return checkLength(p, place) ?? buildTemplate(p, pieces.list, place, false);
}
