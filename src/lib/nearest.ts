import { byCodePoint } from './order.ts';

/** Longer words are not compared: nobody mistypes them, and hostile input stays cheap. */
const LONGEST = 64;

/**
 * The candidate that a mistyped word most likely meant: the least edit distance, at most a third of
 * the word's length, case aside; ties by code point. Undefined when none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  const furthest = Math.floor(wanted.length / 3);
  let best: string | undefined;
  let least = furthest + 1;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) > Math.min(least, furthest))
      continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), Math.min(least, furthest));
    const isTie = distance === least && best !== undefined && byCodePoint(candidate, best) < 0;
    if (distance >= least && !isTie) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. With `most`, any larger number
 * where it is more than that.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A later row is never less than the least of two rows before it.
    if (least > most && Math.min(...last) > most) return least;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
