import { byCodePoint } from '../../lib/order.ts';
import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';

/** Days after which list prices are called old. A choice of ours: no cloud says for how long a price holds. */
const OLD_AFTER: Readonly<Record<string, number>> = { aws: 365, azure: 180, google: 90 };

const DAY = 86_400_000;

/** What to know of old prices, one sentence for each cloud that a changed resource is priced by. */
export function oldPrices({ changes, priceBook, today }: CheckResult): string[] {
  if (today === undefined) return [];
  const lines = changes.flatMap(({ base, head }) => [...(base?.lines ?? []), ...(head?.lines ?? [])]);
  const used = new Set(lines.flatMap(({ price }) => (price === null ? [] : [price.provider])));
  return [...used].sort(byCodePoint).flatMap((provider) => {
    const limit = OLD_AFTER[provider];
    const age = Math.floor((Date.parse(today) - Date.parse(priceBook.asOf[provider] ?? '')) / DAY);
    if (limit === undefined || !(age > limit)) return [];
    return [
      `Prices of ${provider} are ${plural(age, 'day')} old: compare large figures with the current list.`,
    ];
  });
}
