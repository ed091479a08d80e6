import type { Expression } from '../ast.ts';
import { BACKSLASH, CR, LF, QUOTE } from '../characters.ts';
import { MAX_STRING } from '../limits.ts';
import type { Parser, Place } from '../parser.ts';
import { readEscape } from './escape.ts';
import { isEscapedMark, parseMark, startsMark } from './mark.ts';
import { buildTemplate } from './nest.ts';
import { Pieces } from './pieces.ts';

/** A quoted string; its opening quote is the current token. */
export function parseQuoted(p: Parser): Expression {
  const { start, newlines } = p;
  const plainEnd = endOfPlainText(p.text, start + 1);
  if (p.text.charCodeAt(plainEnd) === QUOTE && plainEnd - start <= MAX_STRING) {
    const value = p.text.slice(start + 1, plainEnd).normalize('NFC');
    p.seek(plainEnd + 1);
    return { kind: 'literal', value, start, end: plainEnd + 1 };
  }
  const pieces = new Pieces();
  let at = start + 1;
  while (p.text.charCodeAt(at) !== QUOTE) {
    at = startsMark(p.text, at) ? parseMark(p, at, pieces) : readText(p, at, pieces);
  }
  const end = at + 1;
  p.newlines = newlines;
  p.seek(end);
  return checkLength(p, { start, end }) ?? buildTemplate(p, pieces.list, { start, end }, false);
}

/** An invalid expression with its diagnostic when a string is longer than is read; else undefined. */
export function checkLength(p: Parser, { start, end }: Place): Expression | undefined {
  if (end - start <= MAX_STRING) return undefined;
  p.reportLimit(`A string of more than ${MAX_STRING} characters was not read`, { start, end });
  return { kind: 'invalid', start, end };
}

/** The offset of the first character that needs a closer look: quote, backslash, line end, mark, control. */
function endOfPlainText(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === BACKSLASH || code === LF || code === CR) break;
    if (code === 0x7b && startsMark(text, at - 1) && at > from) return at - 1;
    at += 1;
  }
  return at;
}

/** Literal text up to the closing quote or the next mark, with escapes resolved. */
function readText(p: Parser, from: number, pieces: Pieces): number {
  const { text } = p;
  let value = '';
  let at = from;
  let copied = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (at >= text.length || code === LF || code === CR) unclosed(p, at);
    if (code === QUOTE || startsMark(text, at)) break;
    if (code === BACKSLASH) {
      const escape = readEscape(p, at);
      value += text.slice(copied, at) + escape.value;
      at = copied = escape.end;
    } else if (isEscapedMark(text, at)) {
      value += text.slice(copied, at + 1);
      copied = at + 2;
      at += 3;
    } else {
      at += 1;
    }
  }
  pieces.addText(value + text.slice(copied, at), from, at);
  return at;
}

function unclosed(p: Parser, at: number): never {
  p.newlines = true;
  p.seek(at);
  p.expected('a closing quote', 'Text of several lines is written as a heredoc (<<EOT) or with \\n.');
}
