import type { Cadence } from '../../../src/model/billing/terms.ts';
import type { AggregationPlan, Metering } from '../../../src/model/billing/usage.ts';
import { benchSkus } from './catalogue.ts';
import { PROFILES } from './files.ts';

/** The plan of the generated profiles, without reading them: what `planFor` would make of them, with some cuts. */
export function benchPlan(
  skus: number,
  cuts: readonly number[] = [],
  cadence: Cadence = 'monthly',
): AggregationPlan {
  const known = new Map(
    PROFILES.map(({ timezone }, profile) => [
      profile,
      new Map(
        benchSkus(skus).map(({ id, aggregate, window, perEvent, unit }): [string, readonly Metering[]] => [
          id,
          [
            {
              ...{ aggregate, window, perEvent, unit, cadence, timezone, cuts },
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
