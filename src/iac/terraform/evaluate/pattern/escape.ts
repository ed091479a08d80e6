import { perlClass, unicodeClass, not } from './classes.ts';
import { type Cursor, invalid } from './cursor.ts';
import type { Matcher } from './tree.ts';

const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** What a backslash starts: one code point, or a class of them. The cursor stands after the backslash. */
export function readEscape(cursor: Cursor): number | Matcher {
  const letter = cursor.next();
  const perl = perlClass(letter);
  if (perl) return perl;
  if (letter === 'p' || letter === 'P') return readProperty(cursor, letter === 'P');
  if (letter === 'x') return readHex(cursor);
  if (letter >= '0' && letter <= '7') return readOctal(cursor, letter);
  const control = Object.hasOwn(CONTROL, letter) ? CONTROL[letter] : undefined;
  if (control !== undefined) return control;
  if (letter === '') throw invalid('it ends with a backslash');
  if (letter <= '\x7f' && !/[0-9A-Za-z]/.test(letter)) return letter.charCodeAt(0);
  if (letter >= '8' && letter <= '9') throw invalid('back-references are not supported');
  throw invalid('it has an unknown escape sequence');
}

function readProperty(cursor: Cursor, opposite: boolean): Matcher {
  let name = cursor.next();
  if (name === '{') name = cursor.until('}');
  const negated = name.startsWith('^') !== opposite;
  const matcher = unicodeClass(name.replace(/^\^/, ''));
  return negated ? not(matcher) : matcher;
}

function readHex(cursor: Cursor): number {
  const digits = cursor.take('{') ? cursor.until('}') : cursor.next() + cursor.next();
  const code = /^[0-9A-Fa-f]{1,8}$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  if (!(code <= 0x10ffff)) throw invalid('it has a wrong \\x escape');
  return code;
}

function readOctal(cursor: Cursor, first: string): number {
  const more = cursor.match(/[0-7]{1,2}/y)?.[0] ?? '';
  if (first !== '0' && more === '') throw invalid('back-references are not supported');
  return Number.parseInt(first + more, 8);
}
