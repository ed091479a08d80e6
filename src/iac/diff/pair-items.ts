import type { Value } from '../../model/value.ts';
import { fingerprint } from './fingerprint.ts';

/** Two items of lists to compare, or one that is on one side only; the index is that at head, at base when it is gone. */
export interface ItemPair {
  readonly index: number;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/**
 * Which items of two lists to compare: those at the same place, but for lists of different lengths the equal items at
 * their ends stay out of it. So a block that is put before others does not change them all.
 */
export function pairItems(base: readonly Value[], head: readonly Value[]): readonly ItemPair[] {
  const tail = base.length === head.length ? 0 : commonEnd(base, head);
  const length = Math.max(base.length, head.length) - tail;
  return Array.from({ length }, (_, index) => ({
    index,
    before: index < base.length - tail ? base[index] : undefined,
    after: index < head.length - tail ? head[index] : undefined,
  }));
}

/** How many items are equal at the end, of those that are not equal at the beginning. */
function commonEnd(base: readonly Value[], head: readonly Value[]): number {
  const shorter = Math.min(base.length, head.length);
  const same = (before: Value | undefined, after: Value | undefined): boolean =>
    before !== undefined && after !== undefined && fingerprint(before) === fingerprint(after);
  let start = 0;
  while (start < shorter && same(base[start], head[start])) start++;
  let end = 0;
  while (start + end < shorter && same(base.at(-1 - end), head.at(-1 - end))) end++;
  return end;
}
