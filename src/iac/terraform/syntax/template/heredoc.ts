import type { Expression } from '../ast.ts';
import { CR, LF, MINUS, isWhiteSpace } from '../characters.ts';
import type { Parser } from '../parser.ts';
import { dedent } from './dedent.ts';
import { readLineText } from './line.ts';
import { parseMark } from './mark.ts';
import { buildTemplate } from './nest.ts';
import { Pieces } from './pieces.ts';
import { checkLength } from './quoted.ts';

/**
 * A heredoc; its opener with the line end is the current token. The end line is one whose trimmed text
 * is the tag, and which ends with a newline; that newline belongs to what the heredoc stands in.
 */
export function parseHeredoc(p: Parser): Expression {
  const { start, newlines } = p;
  const opener = { start, end: p.end };
  const indented = p.text.charCodeAt(start + 2) === MINUS;
  const tag = heredocTag(p.text, opener.start, opener.end);
  const pieces = new Pieces();
  let at = p.end;
  let lineStart = true;
  let lineEnd = at - 1;
  for (;;) {
    if (at > lineEnd) lineEnd = p.text.indexOf('\n', at);
    if (lineEnd === -1) unclosed(p, opener, lineStart && isTagLine(p.text, at, p.text.length, tag));
    if (lineStart && isTagLine(p.text, at, lineEnd, tag)) {
      at = lineEnd;
      break;
    }
    const textEnd = readLineText(p.text, at, lineEnd + 1, pieces);
    lineStart = textEnd === lineEnd + 1;
    at = lineStart ? textEnd : parseMark(p, textEnd, pieces);
  }
  const end = p.text.charCodeAt(at - 1) === CR ? at - 1 : at;
  refuseLoneReturns(p, start, end);
  p.newlines = newlines;
  p.seek(end);
  if (indented) dedent(pieces.list);
  return checkLength(p, { start, end }) ?? buildTemplate(p, pieces.list, { start, end }, true);
}

/** A carriage return is part of a line end, or an error: it would hide text from the eye. */
function refuseLoneReturns(p: Parser, start: number, end: number): void {
  const text = p.text.slice(start, end);
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) === LF) continue;
    p.fail('Expected a line feed after the carriage return', { start: start + at, end: start + at + 1 });
  }
}

/** The word that ends the heredoc that `opener` begins. */
export function heredocTag(text: string, start: number, end: number): string {
  const from = text.charCodeAt(start + 2) === MINUS ? start + 3 : start + 2;
  return text.slice(from, text.charCodeAt(end - 2) === CR ? end - 2 : end - 1);
}

/** True when the text between the offsets is the tag with nothing but white space around it. */
export function isTagLine(text: string, from: number, to: number, tag: string): boolean {
  let start = from;
  while (start < to && isWhiteSpace(text.charCodeAt(start))) start += 1;
  if (!text.startsWith(tag, start)) return false;
  let end = start + tag.length;
  while (end < to && isWhiteSpace(text.charCodeAt(end))) end += 1;
  return end === to;
}

function unclosed(p: Parser, opener: { start: number; end: number }, atFileEnd: boolean): never {
  p.unclosed = true;
  p.unclosedHeredocs.add(opener.start);
  p.newlines = true;
  p.seek(opener.start);
  const lineEnd = p.text.charCodeAt(opener.end - 2) === CR ? opener.end - 2 : opener.end - 1;
  const place = { start: opener.start, end: lineEnd };
  if (atFileEnd)
    p.fail('Expected a newline after the line that ends this heredoc, found the end of the file', place);
  p.fail('Expected a line with nothing but the tag of this heredoc, found the end of the file', place);
}
