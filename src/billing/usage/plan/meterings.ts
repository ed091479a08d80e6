import type { TermsInForce } from '../../../model/billing/binding.ts';
import type { Sku, Terms } from '../../../model/billing/terms.ts';
import type { Metering } from '../../../model/billing/usage.ts';
import { type Cuts, cutsFor, cutsOf } from './cuts.ts';

/**
 * The meterings of all keys (SKU ids, names of meters, meters that limits of capacity go by) that the terms of one customer ask
 * for. Two that differ in aggregate, window, period, zone, unit or currency stay apart; of two that differ only in their cutoff
 * the longer one counts, so that a row is late when it is late for both. Rates of exchange are those of the last terms: what is compared
 * is converted alike.
 */
export function meteringsByKey(terms: readonly TermsInForce[]): ReadonlyMap<string, readonly Metering[]> {
  const cuts = cutsOf(terms);
  const found = new Map<string, Map<string, Metering>>();
  const add = (key: string, metering: Metering) => {
    const others = found.get(key) ?? new Map<string, Metering>();
    found.set(key, others);
    const name = identityOf(metering);
    const other = others.get(name);
    others.set(name, other === undefined ? metering : together(other, metering));
  };
  const metered = terms.flatMap(({ terms: version }) =>
    version.skus.map((sku) => ({ sku, metering: meteringOf(version, sku, cuts) })),
  );
  for (const { sku, metering } of metered) {
    add(sku.id, metering);
    if (sku.meter.name !== null) add(sku.meter.name, metering);
  }
  const own = new Set(found.keys());
  for (const { sku, metering } of metered)
    for (const key of limitsOf(sku)) if (!own.has(key)) add(key, { ...metering, unit: null });
  return new Map([...found].map(([key, meterings]) => [key, [...meterings.values()]]));
}

function meteringOf(terms: Terms, sku: Sku, cuts: Cuts): Metering {
  return {
    aggregate: sku.meter.aggregate,
    window: sku.meter.window,
    perEvent: sku.price.model === 'percentage',
    cadence: terms.cadence,
    timezone: terms.timezone,
    cutoff: terms.cutoff,
    unit: sku.unit,
    currency: terms.currency,
    ...(terms.exchange === undefined ? {} : { exchange: terms.exchange }),
    cuts: cutsFor(cuts, sku.meter, terms),
  };
}

/** Meters that a capacity price looks at: they need not be those of a SKU. */
function limitsOf({ price }: Sku): readonly string[] {
  return price.model === 'capacity' ? price.tiers.flatMap(({ limits }) => Object.keys(limits)) : [];
}

function identityOf({ aggregate, window, cadence, timezone, unit, currency }: Metering): string {
  return JSON.stringify([aggregate, window, cadence, timezone, unit, currency]);
}

function together(one: Metering, other: Metering): Metering {
  return {
    ...one,
    ...other,
    perEvent: one.perEvent || other.perEvent,
    cutoff: Math.max(one.cutoff, other.cutoff),
  };
}
