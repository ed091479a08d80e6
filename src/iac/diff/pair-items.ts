import type { Value } from '../../model/value.ts';
import { fingerprint } from './fingerprint.ts';

/** Two items of lists to compare, or one that is on one side only; the index is that at head, at base when it is gone. */
export interface ItemPair {
  readonly index: number;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Above it two lists are compared place by place: the work grows with the product of their lengths. */
const MOST_COMPARISONS = 250_000;

/**
 * Which items of two lists to compare: those at the same place. In lists of different lengths the longest row of equal items
 * is left out and what stands between is paired in order, so that a block that is put before others does not change
 * them all.
 */
export function pairItems(base: readonly Value[], head: readonly Value[]): readonly ItemPair[] {
  const isAligned = base.length !== head.length && base.length * head.length <= MOST_COMPARISONS;
  const anchors = isAligned ? commonRow(base.map(fingerprint), head.map(fingerprint)) : [];
  const pairs: ItemPair[] = [];
  let [from, to] = [0, 0];
  for (const [b, h] of [...anchors, [base.length, head.length] as const]) {
    for (let i = 0; i < Math.max(b - from, h - to); i++) {
      const [before, after] = [
        from + i < b ? base[from + i] : undefined,
        to + i < h ? head[to + i] : undefined,
      ];
      pairs.push({ index: after === undefined ? from + i : to + i, before, after });
    }
    [from, to] = [b + 1, h + 1];
  }
  return pairs;
}

/** The places of a longest common subsequence of two lists, in order. */
function commonRow(base: readonly string[], head: readonly string[]): readonly (readonly [number, number])[] {
  const width = head.length + 1;
  const longest = new Uint32Array((base.length + 1) * width);
  const at = (b: number, h: number): number => longest[b * width + h] ?? 0;
  for (let b = base.length - 1; b >= 0; b--) {
    for (let h = head.length - 1; h >= 0; h--) {
      longest[b * width + h] =
        base[b] === head[h] ? at(b + 1, h + 1) + 1 : Math.max(at(b + 1, h), at(b, h + 1));
    }
  }
  const row: [number, number][] = [];
  for (let [b, h] = [0, 0]; b < base.length && h < head.length;) {
    if (base[b] === head[h]) row.push([b++, h++]);
    else if (at(b + 1, h) >= at(b, h + 1)) b++;
    else h++;
  }
  return row;
}
