import fc from 'fast-check';
import type { Seed } from './corpus.ts';

/** One change of a text. Places count from the start and wrap around at its end. */
interface Edit {
  readonly kind: 'delete' | 'double' | 'move' | 'swap' | 'insert';
  readonly at: number;
  readonly length: number;
  readonly to: number;
  readonly piece: string;
}

/** What stands out in the grammar, and what no grammar has. */
export const pieces: readonly string[] = [
  ...[
    '${',
    '}',
    '~}',
    '"',
    '\n',
    '%{ if a }',
    '%{ endif }',
    '$',
    '\\',
    '[*]',
    '.*',
    '.',
    '::',
    '...',
    '=>',
    '=',
  ],
  ...['{', '(', ')', '[', ']', ',', '?', ':', '#', '/*', '*/', '<<E\n', '\nE\n', '\r', '\0', '😀', '\ud800'],
  ...[
    '\uFEFF',
    'for',
    '"//": ',
    'null',
    '<<-E\n',
    '${~ ',
    '%{ for a in b ~}',
    '%{ endfor }',
    '%{ else }',
    '-',
    '1e9',
  ],
];

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('delete', 'double', 'move', 'swap', 'insert'),
  at: fc.nat(1_000_000),
  length: fc.nat(12),
  to: fc.nat(1_000_000),
  piece: fc.constantFrom(...pieces),
});

/** A file that was changed. When a rule breaks it is shown as text. */
export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files made from others by a few changes of their text; one in eight ends at a random byte, so that a character may be cut. */
export function mutatedText(seeds: readonly Seed[]): fc.Arbitrary<Mutant> {
  const cut = fc.option(fc.nat(1_000_000), { freq: 7 });
  return fc
    .record({ seed: fc.constantFrom(...seeds), edits: fc.array(edit, { minLength: 1, maxLength: 5 }), cut })
    .map(({ seed, edits, cut }) => {
      const whole = new TextEncoder().encode(edits.reduce(applied, seed.text));
      const bytes = cut === null ? whole : whole.subarray(0, cut % (whole.length + 1));
      const shown = () => `${seed.name}: ${JSON.stringify(new TextDecoder().decode(bytes))}`;
      return { name: seed.name, bytes, [fc.toStringMethod]: shown };
    });
}

function applied(text: string, { kind, at, length, to, piece }: Edit): string {
  const from = at % (text.length + 1);
  const target = to % (text.length + 1);
  switch (kind) {
    case 'insert':
      return text.slice(0, from) + piece + text.slice(from);
    case 'delete':
      return text.slice(0, from) + text.slice(from + length);
    case 'double':
      return text.slice(0, target) + text.slice(from, from + length) + text.slice(target);
    case 'move': {
      const rest = text.slice(0, from) + text.slice(from + length);
      return rest.slice(0, target) + text.slice(from, from + length) + rest.slice(target);
    }
    case 'swap':
      return swapped(text, Math.min(from, target), Math.max(from, target));
  }
}

/** Exchanges the tokens that stand at two places. */
function swapped(text: string, first: number, second: number): string {
  const [one, other] = [tokenAt(text, first), tokenAt(text, second)];
  if (one === '' || other === '' || first + one.length > second) return text;
  const middle = text.slice(first + one.length, second);
  return text.slice(0, first) + other + middle + one + text.slice(second + other.length);
}

function tokenAt(text: string, at: number): string {
  const token = /[\w-]+|[ \t]+|"[^"\n]*"|./suy;
  token.lastIndex = at;
  return token.exec(text)?.[0] ?? '';
}
