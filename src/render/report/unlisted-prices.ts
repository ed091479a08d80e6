import type { PriceQuality } from '../../model/cost.ts';
import type { CheckResult } from '../../model/result.ts';
import { linesOf } from '../facts.ts';
import { plural } from '../plural.ts';

const WORDS: Readonly<Record<PriceQuality, string>> = {
  derived:
    'worked out from other published figures or rounded in print, such as a worked example or a surcharge',
  estimate: 'averages, such as those of spot capacity',
};

/** What to know of prices of changed resources that stand in no price list; nothing where all do. */
export function unlistedPrices(result: CheckResult): string[] {
  const qualities = linesOf(result).flatMap(({ line }) => line.price?.quality ?? []);
  return (['derived', 'estimate'] as const).flatMap((quality) => {
    const count = qualities.filter((one) => one === quality).length;
    if (count === 0) return [];
    return [
      `Prices of ${plural(count, 'line')} stand in no price list: ${WORDS[quality]} (evidence C at best)`,
    ];
  });
}
