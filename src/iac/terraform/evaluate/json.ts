import { Decimal } from '../../../lib/decimal.ts';
import type { Value } from '../../../model/value.ts';
import { sortedEntries } from './canonical.ts';
import { ExpressionError, LimitError } from './failure.ts';
import { MAX_STRING } from './limits.ts';
import { NULL, bool, number, object, text, tuple } from './make.ts';
import { bounded, numberText } from './numbers.ts';

// Go's encoder escapes what could end a script element, and the two line ends of JavaScript.
const ESCAPED = /[<>&\u2028\u2029]/g;

/** JSON as Terraform writes it: keys by code point, no spaces, numbers without exponent, `< > &` escaped. */
export function toJson(value: Value): string {
  const pieces: string[] = [];
  write(value, pieces, { length: 0 });
  return pieces.join('');
}

function write(value: Value, out: string[], size: { length: number }): void {
  const piece = (text: string): void => {
    size.length += text.length;
    if (size.length > MAX_STRING)
      throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
    out.push(text);
  };
  switch (value.kind) {
    case 'null':
    case 'bool':
      piece(value.kind === 'null' ? 'null' : String(value.value));
      return;
    case 'number':
      piece(numberText(value.value));
      return;
    case 'string':
      piece(quote(value.value));
      return;
    case 'unknown':
      throw new ExpressionError('a value that is not known cannot be written as JSON');
    case 'list':
    case 'set':
    case 'tuple':
      piece('[');
      value.items.forEach((item, i) => {
        if (i > 0) piece(',');
        write(item, out, size);
      });
      piece(']');
      return;
    case 'map':
    case 'object':
      piece('{');
      sortedEntries(value.entries).forEach(([key, entry], i) => {
        piece(`${i > 0 ? ',' : ''}${quote(key)}:`);
        write(entry, out, size);
      });
      piece('}');
  }
}

function quote(source: string): string {
  const escaped = JSON.stringify(source.toWellFormed());
  return escaped.replace(ESCAPED, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MAX_DEPTH = 200;

/** The value of a JSON text; numbers keep all their digits. Throws an ExpressionError when it is not JSON. */
export function fromJson(source: string): Value {
  try {
    JSON.parse(source);
  } catch {
    throw new ExpressionError('this is not valid JSON');
  }
  // Numbers travel as text with a mark in front, because JSON.parse rounds them; strings get another mark.
  const marked = source.replace(TOKEN, (token) =>
    token.startsWith('"') ? `"s${token.slice(1)}` : `"n${token}"`,
  );
  return fromMarked(JSON.parse(marked) as Marked, 0);
}

type Marked = null | boolean | string | Marked[] | { [key: string]: Marked };

function fromMarked(data: Marked, depth: number): Value {
  if (depth > MAX_DEPTH) throw new LimitError(`JSON nests deeper than ${MAX_DEPTH} levels`);
  if (data === null) return NULL;
  if (typeof data === 'boolean') return bool(data);
  if (typeof data === 'string') {
    const content = data.slice(1);
    return data.startsWith('s') ? text(content.toWellFormed().normalize('NFC')) : number(jsonNumber(content));
  }
  if (Array.isArray(data)) return tuple(data.map((item) => fromMarked(item, depth + 1)));
  const entries = Object.entries(data).map(([key, entry]) => {
    return [key.slice(1).normalize('NFC'), fromMarked(entry, depth + 1)] as const;
  });
  return object(new Map(entries));
}

function jsonNumber(source: string): Decimal {
  if (source.length > 2_000 || /[eE][+-]?\d{5,}/.test(source))
    throw new LimitError('a number in JSON is too long');
  return bounded(new Decimal(source));
}
