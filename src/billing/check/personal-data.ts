import type { DocumentNode } from '../../model/node.ts';
import { rangeOf, type SourceRange } from '../../model/source.ts';
import { isCardNumber, isIban, isWellKnownCard } from './check-digits.ts';
import { plainCharacters } from './plain-characters.ts';

export type PersonalDataKind =
  'card number' | 'IBAN' | 'e-mail address' | 'private key' | 'API key' | 'tax id';

/** Something in a billing file that does not belong there. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** Its first and last characters, never the whole. */
  readonly masked: string;
  readonly source: SourceRange;
}

/** More of one file are not told. */
const MOST_FOUND = 50;

interface Pattern {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  readonly isOne?: (text: string) => boolean;
}

/**
 * What gives each away. Opaque ids, amounts, hashes and dates must not: digits only count with their check digits, and a
 * number of a country's tax office only with its country in front (VAT, the forms of the EU's VIES) or its hyphens (US).
 */
const PATTERNS: readonly Pattern[] = [
  { kind: 'private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g },
  {
    kind: 'API key',
    pattern:
      /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\b(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{16,}|\bgh[pousr]_[0-9A-Za-z]{36,}|\bgithub_pat_\w{22,}|\bglpat-[\w-]{20,}|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  },
  { kind: 'e-mail address', pattern: /[\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w.@-])/gi },
  {
    kind: 'IBAN',
    pattern: /\b[A-Z]{2}\d{2}(?:[ -]?[0-9A-Z]{4}){2,7}(?:[ -]?[0-9A-Z]{1,4})?\b/gi,
    isOne: isIban,
  },
  { kind: 'card number', pattern: /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g, isOne: isCardNumber },
  {
    kind: 'card number',
    pattern: /(?<![\w.-])(?:\d{4}([./_])\d{4}\1\d{4}\1\d{4}|3\d{3}([./_])\d{6}\2\d{5})(?!\w|[.-]\w)/g,
    isOne: isCardNumber,
  },
  // Digits with a word before or after them may also be an opaque id: only the most frequent cards count.
  {
    kind: 'card number',
    pattern:
      /(?<=(?<![\w.-])[A-Za-z]{1,20})\d{15,16}(?![\w-])|(?<![\w.-])\d{15,16}(?=[A-Za-z]{1,20}(?![\w-]))/g,
    isOne: isWellKnownCard,
  },
  {
    kind: 'tax id',
    pattern:
      /\b(?:ATU\d{8}|BE[01]\d{9}|BG\d{9,10}|CY\d{8}[A-Z]|CZ\d{8,10}|DE\d{9}|DK\d{8}|EE\d{9}|EL\d{9}|ES[A-Z]\d{7}[0-9A-Z]|ES\d{8}[A-Z]|FI\d{8}|FR[0-9A-HJ-NP-Z]{2}\d{9}|HR\d{11}|HU\d{8}|IE\d{7}[A-W][A-I]?|IT\d{11}|LT(?:\d{12}|\d{9})|LU\d{8}|LV\d{11}|MT\d{8}|NL\d{9}B\d{2}|PL\d{10}|PT\d{9}|RO\d{8,10}|SE\d{12}|SI\d{8}|SK\d{10}|XI\d{9})\b/g,
  },
  { kind: 'tax id', pattern: /(?<![\w.-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-]|\.\d)/g },
];

/**
 * Card numbers, bank accounts, addresses, keys and tax ids in a billing file, comments included: by pattern, then in the
 * order of the file. Values that are written with escapes or over several lines are looked at as they are read.
 */
export function personalData(root: DocumentNode): readonly PersonalData[] {
  const { source } = root.span;
  const inFile = matches(source.text).map(({ kind, text, at }) => {
    return { kind, masked: masked(text), source: rangeOf({ source, start: at, end: at + text.length }) };
  });
  const inValues = rewritten(root).flatMap(({ text, span }) =>
    matches(text).map((match) => ({ kind: match.kind, masked: masked(match.text), source: rangeOf(span) })),
  );
  return [...inFile, ...inValues].slice(0, MOST_FOUND);
}

/** The same text with what was found in it masked, and with nothing of it from a private key on, for all that shows what a file holds. */
export function withoutPersonalData(text: string): string {
  const found = [...matches(text)].sort((a, b) => a.at - b.at || b.text.length - a.text.length);
  let [shown, end] = ['', 0];
  for (const match of found) {
    if (match.at < end) continue;
    shown += text.slice(end, match.at) + masked(match.text);
    end = match.kind === 'private key' ? text.length : match.at + match.text.length;
  }
  return shown + text.slice(end);
}

function matches(text: string): readonly { kind: PersonalDataKind; text: string; at: number }[] {
  const plain = plainCharacters(text);
  return PATTERNS.flatMap(({ kind, pattern, isOne = () => true }) =>
    [...plain.matchAll(pattern)]
      .filter(([match]) => isOne(match))
      .map((match) => ({ kind, text: match[0], at: match.index })),
  );
}

/** The scalars whose value is not in the file as it is read. */
function rewritten(node: DocumentNode): Extract<DocumentNode, { kind: 'scalar' }>[] {
  if (node.kind === 'scalar') {
    const { source, start, end } = node.span;
    return source.text.slice(start, end).includes(node.text) ? [] : [node];
  }
  const children = node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  return children.flatMap(rewritten);
}

function masked(text: string): string {
  return `${text.slice(0, 2)}…${text.slice(-2)}`;
}
