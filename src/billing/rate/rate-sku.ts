import type { Period } from '../time/periods.ts';
import { rateRun } from './rate-run.ts';
import { runsOf } from './runs.ts';
import type { RatedSku, SkuPart } from './sku-part.ts';

export { usageOf } from './usage-of.ts';
export type { RatedSku, SkuPart, SkuUsage } from './sku-part.ts';

/**
 * What one SKU costs a customer in each part of a billing period, in the order of the parts: meter, conversion, free
 * quantity, model, least and most. `explain` asks for the steps as texts; without it they are empty, which is many times faster.
 *
 * Money is exact: products have all their digits. Only divisions (by days of a period, by a conversion's factor) keep
 * 40 digits, and they come last.
 *
 * Where a new version begins within the period, `onChange` of the new version decides. `restart`: the part is rated
 * on its own. `continue`: it goes on where the part before stopped, and costs what all usage so far costs by its own
 * prices, less what the usage before it would have cost by them. Versions with the same prices thus cost together what
 * one version would have cost, and no part costs less than 0. What is priced by the total (`volume`, `stairstep`,
 * `capacity`) takes the tier that the total of all these parts reaches; each pays its own quantity by it. A flat
 * price of a tier is charged once, by the part that reaches it, or by days by each part; a `flat` amount always so, and
 * one that first comes with a later version only from the next period on.
 */
export function rateSku(parts: readonly SkuPart[], period: Period, explain = false): RatedSku[] {
  const [only] = parts;
  if (only === undefined) return [];
  if (parts.length === 1) return rateRun([only], period, explain);
  return runsOf(parts).flatMap((run) => rateRun(run, period, explain));
}
