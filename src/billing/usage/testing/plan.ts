import type { AggregationPlan, Metering } from '../../../model/billing/usage.ts';

/** Metering of a month in UTC, with what differs. */
export function metering(given: Partial<Metering> = {}): Metering {
  return {
    ...{ aggregate: 'sum', window: 'period', perEvent: false, cadence: 'monthly', timezone: 'UTC' },
    ...{ cutoff: 259_200_000, unit: 'request', currency: 'EUR', cuts: [] },
    ...given,
  };
}

/** A plan that knows any customer but `nobody`, and the keys that it is given. */
export function planOf(keys: Readonly<Record<string, readonly Metering[]>>): AggregationPlan {
  const known = new Map(Object.entries(keys));
  return {
    meterings: (customer, _, key) =>
      customer === 'nobody' ? 'unknown-identity' : (known.get(key) ?? 'unknown-sku'),
  };
}
