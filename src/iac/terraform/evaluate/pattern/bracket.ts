import { foldCase, not, posixClass } from './classes.ts';
import { type Cursor, invalid } from './cursor.ts';
import { readEscape } from './escape.ts';
import type { Matcher } from './tree.ts';

/** `[…]`; the cursor stands after the opening bracket. */
export function readBracket(cursor: Cursor, ignoreCase: boolean): Matcher {
  const negated = cursor.take('^');
  const members: Matcher[] = [];
  let first = true;
  while (first || !cursor.take(']')) {
    if (cursor.done) throw invalid('"]" is missing');
    members.push(readMember(cursor));
    first = false;
  }
  const union: Matcher = (c) => members.some((matches) => matches(c));
  const folded = ignoreCase ? foldCase(union) : union;
  return negated ? not(folded) : folded;
}

function readMember(cursor: Cursor): Matcher {
  if (cursor.take('[:')) return posixClass(cursor.until(':]'));
  const low = readSingle(cursor);
  if (typeof low !== 'number') return low;
  const dash = cursor.match(/-(?=[^\]])/y);
  if (!dash) return (c) => c === low;
  const high = readSingle(cursor);
  if (typeof high !== 'number' || high < low) throw invalid('a range of letters is the wrong way round');
  return (c) => c >= low && c <= high;
}

function readSingle(cursor: Cursor): number | Matcher {
  const letter = cursor.next();
  return letter === '\\' ? readEscape(cursor) : (letter.codePointAt(0) ?? 0);
}
