import { ExpressionError } from '../failure.ts';
import type { Matcher } from './tree.ts';

const DIGIT: Matcher = (c) => c >= 48 && c <= 57;
const UPPER: Matcher = (c) => c >= 65 && c <= 90;
const LOWER: Matcher = (c) => c >= 97 && c <= 122;
const ALPHA: Matcher = (c) => UPPER(c) || LOWER(c);

/** ASCII letters, digits and underscore: what `\w` and `\b` go by. */
export const isWord: Matcher = (c) => ALPHA(c) || DIGIT(c) || c === 95;

const SPACE: Matcher = (c) => c === 9 || c === 10 || c === 12 || c === 13 || c === 32;

const POSIX: Readonly<Record<string, Matcher>> = {
  alnum: (c) => ALPHA(c) || DIGIT(c),
  alpha: ALPHA,
  ascii: (c) => c <= 127,
  blank: (c) => c === 9 || c === 32,
  cntrl: (c) => c <= 31 || c === 127,
  digit: DIGIT,
  graph: (c) => c >= 33 && c <= 126,
  lower: LOWER,
  print: (c) => c >= 32 && c <= 126,
  punct: (c) => c >= 33 && c <= 126 && !ALPHA(c) && !DIGIT(c),
  space: (c) => SPACE(c) || c === 11,
  upper: UPPER,
  word: isWord,
  xdigit: (c) => DIGIT(c) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102),
};

/** `\d \s \w` and their opposites; undefined for another letter. RE2 knows ASCII only here. */
export function perlClass(letter: string): Matcher | undefined {
  const positive = { d: DIGIT, s: SPACE, w: isWord }[letter.toLowerCase()];
  if (!positive) return undefined;
  return letter === letter.toLowerCase() ? positive : not(positive);
}

/** The class of `[:name:]` or `[:^name:]`. */
export function posixClass(name: string): Matcher {
  const negated = name.startsWith('^');
  const bare = negated ? name.slice(1) : name;
  const found = Object.hasOwn(POSIX, bare) ? POSIX[bare] : undefined;
  if (!found) throw new ExpressionError('the regular expression has an unknown character class');
  return negated ? not(found) : found;
}

/** The class of `\p{name}`: a general category or a script. */
export function unicodeClass(name: string): Matcher {
  const category = name.length <= 2 ? name : `Script=${name}`;
  if (!/^[A-Za-z=_]+$/.test(category)) throw unknownProperty();
  if (name === 'Any') return () => true;
  let test: RegExp;
  try {
    test = new RegExp(`^\\p{${category}}$`, 'u');
  } catch {
    throw unknownProperty();
  }
  return (c) => test.test(String.fromCodePoint(c));
}

/** Everything that the other does not match. */
export function not(matcher: Matcher): Matcher {
  return (c) => !matcher(c);
}

/** The same without regard to case. */
export function foldCase(matcher: Matcher): Matcher {
  return (c) => {
    if (matcher(c)) return true;
    const letter = String.fromCodePoint(c);
    return [letter.toLowerCase(), letter.toUpperCase()].some((other) => {
      const code = other.codePointAt(0) ?? -1;
      return code !== c && String.fromCodePoint(code) === other && matcher(code);
    });
  };
}

function unknownProperty(): ExpressionError {
  return new ExpressionError('the regular expression has an unknown Unicode class');
}
