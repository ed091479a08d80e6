import { byCodePoint } from '../../lib/order.ts';
import { count } from '../../model/money-text.ts';
import type { KnownCounts } from '../../model/result.ts';

/** How many values there are, known or not. */
export function total({ known, unknown }: KnownCounts): number {
  return Object.values(unknown).reduce((sum, n) => sum + n, known);
}

/** `412 of 430 priced attributes; 12 data source, 6 no variable value`: the most frequent reason first. */
export function knownText(counts: KnownCounts, what: string): string {
  const all = total(counts);
  if (counts.known === all) return `all ${count(all)} ${what}`;
  const reasons = Object.entries(counts.unknown)
    .filter(([, n]) => n > 0)
    .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
    .map(([reason, n]) => `${count(n)} ${reason.replaceAll('-', ' ')}`);
  return `${count(counts.known)} of ${count(all)} ${what}; ${reasons.join(', ')}`;
}
