import type { AggregationPlan, Metering } from '../../../src/model/billing/usage.ts';
import { benchSkus } from './catalogue.ts';
import { PROFILES } from './files.ts';

/** The plan of the generated profiles, without reading them: what `planFor` would make of them, with some cuts, and in a time zone of all. */
export function benchPlan(skus: number, cuts: readonly number[] = [], zone?: string): AggregationPlan {
  const known = new Map(
    PROFILES.map(({ timezone }, profile) => [
      profile,
      new Map(
        benchSkus(skus).map(({ id, aggregate, window, perEvent, unit }): [string, readonly Metering[]] => [
          id,
          [
            {
              ...{ aggregate, window, perEvent, unit, timezone: zone ?? timezone, cuts },
              cadence: 'monthly',
              cutoff: 259_200_000,
              currency: 'USD',
            },
          ],
        ]),
      ),
    ]),
  );
  return {
    meterings(customer, _type, key) {
      const number = /^tenant-(\d+)$/.exec(customer)?.[1];
      if (number === undefined) return 'unknown-identity';
      return known.get(Number(number) % PROFILES.length)?.get(key) ?? 'unknown-sku';
    },
  };
}
