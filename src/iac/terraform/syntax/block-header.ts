import type { Label } from './ast.ts';
import type { Parser, Place } from './parser.ts';
import { parseQuoted } from './template/quoted.ts';

export interface BlockHeader {
  readonly type: string;
  readonly labels: readonly Label[];
  readonly start: number;
  readonly headerEnd: number;
}

/** Labels up to the opening brace, which is then the current token, one level deeper. */
export function parseBlockHeader(p: Parser, typePlace: Place): BlockHeader {
  const { start, end } = typePlace;
  const labels: Label[] = [];
  while (p.is('identifier') || p.is('quote')) labels.push(parseLabel(p));
  if (!p.is('{')) p.expected('a label or "{" on the line of the block header');
  p.enter();
  return { type: p.text.slice(start, end), labels, start, headerEnd: labels.at(-1)?.end ?? end };
}

function parseLabel(p: Parser): Label {
  const { start, end } = p;
  if (p.is('identifier')) {
    const value = p.tokenText();
    p.next();
    return { value, start, end };
  }
  const label = parseQuoted(p);
  if (label.kind !== 'literal' || typeof label.value !== 'string') {
    p.fail('Expected a label without interpolation', label);
  }
  // Labels name things that traversals refer to, and a name in a traversal is not brought to form C.
  const raw = p.text.slice(start + 1, label.end - 1);
  const value = raw.normalize('NFC') === label.value ? raw : label.value;
  return { value, start, end: label.end };
}
