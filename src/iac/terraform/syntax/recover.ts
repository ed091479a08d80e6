import { BACKSLASH, CR, LF, QUOTE } from './characters.ts';
import { startsTopLevelBlock } from './header.ts';
import type { Parser } from './parser.ts';
import { heredocTag, isTagLine } from './template/heredoc.ts';
import { startsMark } from './template/mark.ts';

/** What is open while an item is skipped; `template` stands for `${` or `%{` in a quoted string. */
type Opener = '{' | '[' | '(' | 'template';

const openerOf = { '}': '{', ']': '[', ')': '(' } as const;

/**
 * Skips an item that could not be read, from its first token on: to the newline after it, outside of all
 * brackets, or to a `}` that was opened before it. The current token is then that one, or the end of
 * the file. It never stops before the place of the error, so that reading stays linear.
 */
export function skipItem(p: Parser, from: number): void {
  const { failedAt } = p;
  const open: Opener[] = [];
  p.newlines = true;
  p.seek(from);
  while (!p.is('end')) {
    const passed = p.start >= failedAt;
    if (passed && p.trustColumns && p.start > from && startsTopLevelBlock(p.text, p.start)) return;
    if (p.is('newline') && open.length === 0 && passed) return;
    if (p.kind === '}' || p.kind === ']' || p.kind === ')') {
      if (!closeBracket(p, open, p.kind) && p.is('}') && passed) return;
    } else {
      openBracket(p, open);
    }
    p.next();
  }
  if (open.length > 0) p.unclosed = true;
}

function openBracket(p: Parser, open: Opener[]): void {
  if (p.kind === '{' || p.kind === '[' || p.kind === '(') open.push(p.kind);
  else if (p.is('quote')) skipQuoted(p, open, p.end);
  else if (p.is('heredoc')) skipHeredoc(p);
  else if (p.is('~}') && open.at(-1) === 'template') endMark(p, open);
}

/**
 * Closes the innermost bracket of this kind, and those in it that have no partner. False when none is
 * open: the bracket belongs to something further out, or to nothing.
 */
function closeBracket(p: Parser, open: Opener[], closer: '}' | ']' | ')'): boolean {
  if (closer === '}' && open.at(-1) === 'template') {
    endMark(p, open);
    return true;
  }
  const at = open.lastIndexOf(openerOf[closer]);
  if (at === -1) return false;
  open.length = at;
  return true;
}

/** The end of an interpolation: what follows is the rest of its string. */
function endMark(p: Parser, open: Opener[]): void {
  open.pop();
  skipQuoted(p, open, p.end);
}

/** To the closing quote, to a mark in the string, or to the end of the line, which ends all open strings. */
function skipQuoted(p: Parser, open: Opener[], from: number): void {
  const { text } = p;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      p.end = at + 1;
      return;
    }
    if (code === LF || code === CR) break;
    if (code === BACKSLASH) {
      at += 1;
    } else if (startsMark(text, at) && text.charCodeAt(at) !== text.charCodeAt(at - 1)) {
      open.push('template');
      p.end = at + 2;
      return;
    }
  }
  const outermost = open.indexOf('template');
  if (outermost !== -1) open.length = outermost;
  p.end = Math.min(at, text.length);
}

/**
 * To the end of the line with its tag. Without one, the next block of the top level ends it where columns
 * are trusted; else the rest of the file is in doubt.
 */
function skipHeredoc(p: Parser): void {
  const { text } = p;
  const tag = heredocTag(text, p.start, p.end);
  const hasEnd = !p.unclosedHeredocs.has(p.start);
  let header: number | undefined;
  let at = p.end;
  for (let lineEnd = text.indexOf('\n', at); lineEnd !== -1; lineEnd = text.indexOf('\n', at)) {
    if (isTagLine(text, at, lineEnd, tag)) {
      p.end = lineEnd;
      return;
    }
    if (p.trustColumns && header === undefined && startsTopLevelBlock(text, at)) header = at;
    if (header !== undefined && !hasEnd) break;
    at = lineEnd + 1;
  }
  p.unclosed = true;
  p.unclosedHeredocs.add(p.start);
  p.end = header ?? text.length;
}
