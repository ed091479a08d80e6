import type { Attribute, Block, Body } from './ast.ts';
import { parseBlockHeader } from './block-header.ts';
import { parseExpression } from './expression.ts';
import { startsTopLevelBlock } from './header.ts';
import { MAX_ERRORS, MAX_UNCLOSED_HEREDOCS } from './limits.ts';
import { isSyntaxFailure } from './parser.ts';
import type { Parser, Place } from './parser.ts';
import { skipItem } from './recover.ts';

/** A body while it is read. */
interface OpenBody {
  readonly start: number;
  /** The nesting depth of its items, to come back to after an error. */
  readonly depth: number;
  readonly attributes: Attribute[];
  readonly blocks: Block[];
  readonly names: Set<string>;
  partial: boolean;
}

/** The body of the file, from the current token to its end. */
export function parseFileBody(p: Parser): Body {
  const body = openBody(p, 0);
  for (;;) {
    parseItems(p, body, false);
    if (p.is('end')) return closeBody(body, p.text.length);
    if (isTooBroken(p, body)) continue;
    p.report('Found "}", but no block is open', p);
    body.partial = true;
    p.next();
  }
}

/** Items up to a closing brace or the end of the file, which is then the current token. */
function parseItems(p: Parser, body: OpenBody, nested: boolean): void {
  for (;;) {
    while (p.is('newline')) p.next();
    if (p.is('end') || p.is('}')) return;
    if (nested && p.trustColumns && startsTopLevelBlock(p.text, p.start)) return;
    if (isTooBroken(p, body)) return;
    parseItem(p, body);
  }
}

/** After too many errors goes to the end of the file, and says so. */
function isTooBroken(p: Parser, body: OpenBody): boolean {
  if (p.diagnostics.length < MAX_ERRORS && p.unclosedHeredocs.size < MAX_UNCLOSED_HEREDOCS) return false;
  const rest = { start: p.start, end: p.text.length };
  p.reportLimit(`The rest of the file was not read, after ${p.diagnostics.length} errors`, rest);
  body.partial = true;
  p.stopped = true;
  p.seek(p.text.length);
  return true;
}

function parseItem(p: Parser, body: OpenBody): void {
  const name = { start: p.start, end: p.end };
  const isName = p.is('identifier');
  if (isName) p.next();
  if (isName && p.is('=')) {
    parseAttribute(p, body, name, false);
  } else if (isName && (p.is('{') || p.is('quote') || p.is('identifier'))) {
    parseBlock(p, body, name);
  } else {
    recovering(p, body, name.start, () => {
      if (isName) p.expected('"=" and a value, or a block, after the name');
      p.expected('an argument or a block', p.is('quote') ? 'Argument names are not quoted.' : undefined);
    });
  }
}

/**
 * An argument; the current token is its `=`. It is kept with an invalid value when the value cannot be
 * read, or does not end where it must: at the end of the line, or at the brace of a block on one line.
 */
function parseAttribute(p: Parser, body: OpenBody, namePlace: Place, oneLine: boolean): void {
  const name = p.text.slice(namePlace.start, namePlace.end);
  p.next();
  const valueStart = p.start;
  const value = recovering(p, body, namePlace.start, () => {
    const read = parseExpression(p);
    checkValueEnd(p, name, oneLine);
    return read;
  }) ?? { kind: 'invalid', start: valueStart, end: Math.max(valueStart, p.previousEnd) };
  if (body.names.has(name)) {
    p.report(`"${name}" is set twice in this block; the first one holds`, namePlace);
    return;
  }
  body.names.add(name);
  body.attributes.push({ name, nameEnd: namePlace.end, value, start: namePlace.start, end: value.end });
}

function checkValueEnd(p: Parser, name: string, oneLine: boolean): void {
  const hint = p.is(',') ? 'Arguments stand on lines of their own, without commas.' : undefined;
  if (oneLine && !p.is('}')) p.expected(`"}" after the only argument of a block on one line`, hint);
  if (!oneLine && !p.is('newline') && !p.is('end')) {
    p.expected(`a newline after the value of "${name}"`, hint);
  }
}

/** A block, of which the type was read. One without a readable header is skipped whole. */
function parseBlock(p: Parser, parent: OpenBody, typePlace: Place): void {
  const header = recovering(p, parent, typePlace.start, () => parseBlockHeader(p, typePlace));
  if (header === undefined) return;
  const body = openBody(p, p.start);
  p.next();
  if (p.is('identifier')) parseOneLine(p, body);
  else if (!p.is('newline') && !p.is('end') && !p.is('}')) endLine(p, body, 'the opening brace');
  parseItems(p, body, true);
  const isClosed = p.accept('}');
  const end = isClosed ? p.previousEnd : p.start;
  if (!isClosed) reportUnclosed(p, body, { start: header.start, end: header.headerEnd });
  p.leave();
  parent.blocks.push({ ...header, body: closeBody(body, end), end });
  if (isClosed) endLine(p, parent, 'the closing brace');
}

/** `{ name = value }`: one argument and no block. What more there is, is read as if it were allowed. */
function parseOneLine(p: Parser, body: OpenBody): void {
  const name = { start: p.start, end: p.end };
  p.next();
  if (p.is('=')) {
    parseAttribute(p, body, name, true);
    return;
  }
  recovering(p, body, name.start, () => {
    p.expected('"=" and a value', 'A block in a block starts on a line of its own.');
  });
}

function reportUnclosed(p: Parser, body: OpenBody, header: Place): void {
  body.partial = true;
  if (p.stopped) return;
  const found = p.is('end') ? 'the end of the file' : 'the next block';
  p.report(`Expected "}" to close this block, found ${found}`, header);
  p.unclosed = true;
}

/** Requires the line to end here; what stands there instead is skipped, up to the end of the line. */
function endLine(p: Parser, body: OpenBody, after: string): void {
  if (p.is('newline') || p.is('end')) return;
  recovering(p, body, p.start, () => {
    p.expected(`a newline after ${after}`);
  });
}

/** What `read` gives. When it fails, the item that starts at `from` is skipped and the result undefined. */
function recovering<T>(p: Parser, body: OpenBody, from: number, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!isSyntaxFailure(error)) throw error;
    body.partial = true;
    p.depth = body.depth;
    skipItem(p, from);
    return undefined;
  }
}

function openBody(p: Parser, start: number): OpenBody {
  return { start, depth: p.depth, attributes: [], blocks: [], names: new Set(), partial: false };
}

function closeBody({ start, attributes, blocks, partial }: OpenBody, end: number): Body {
  return { attributes, blocks, ...(partial ? { partial } : {}), start, end };
}
