import { byCodePoint } from '../../lib/order.ts';
import { ageInDays, oldAfter } from '../../pricing/age.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';

/** What to know of old prices, one sentence for each cloud that a changed resource is priced by. */
export function oldPrices({ changes, priceBook, today }: CheckResult): string[] {
  if (today === undefined) return [];
  return oldPricesOf(
    changes.flatMap(({ base, head }) => [base, head].filter((cost) => cost !== null)),
    { priceBook, today },
  );
}

/** The same for each cloud that one of these resources is priced by. */
export function oldPricesOf(
  costs: readonly ResourceCost[],
  { priceBook, today }: { readonly priceBook: CheckResult['priceBook']; readonly today: string },
): string[] {
  const lines = costs.flatMap((cost) => cost.lines);
  const used = new Set(lines.flatMap(({ price }) => (price === null ? [] : [price.provider])));
  return [...used].sort(byCodePoint).flatMap((provider) => {
    const limit = oldAfter(provider);
    const age = ageInDays(priceBook.asOf[provider] ?? '', today);
    if (limit === undefined || !(age > limit)) return [];
    return [
      `Prices of ${provider} are ${plural(age, 'day')} old: compare large figures with the current list.`,
    ];
  });
}
