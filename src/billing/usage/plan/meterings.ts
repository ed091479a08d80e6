import type { TermsInForce } from '../../../model/billing/binding.ts';
import type { Sku, Terms } from '../../../model/billing/terms.ts';
import type { Metering } from '../../../model/billing/usage.ts';
import { type Cuts, cutsFor, cutsOf } from './cuts.ts';

/**
 * The meterings of all keys (SKU ids, names of meters, meters that limits of capacity go by) that the terms of one customer ask
 * for. Two that differ in aggregate, window, period, zone, unit, currency or table of exchange rates stay apart; of two that differ only
 * in their cutoff the longer one counts, so that a row is late when it is late for both. The rates of one table are those of the last
 * terms: what is compared is converted alike.
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
  const metered = terms.map(({ terms: version }) =>
    version.skus.map((sku) => ({ sku, metering: meteringOf(version, sku, cuts) })),
  );
  for (const { sku, metering } of metered.flat()) {
    add(sku.id, metering);
    if (sku.meter.name !== null) add(sku.meter.name, metering);
  }
  for (const version of metered) addLimited(version, found, add);
  return new Map([...found].map(([key, meterings]) => [key, [...meterings.values()]]));
}

/**
 * What the tiers of one version look at and none of its SKUs takes, in any unit. Another version may have a SKU for it: where that
 * meters alike, its quantity is the one asked for, and a second one of the same rows would be counted twice.
 */
function addLimited(
  version: readonly { readonly sku: Sku; readonly metering: Metering }[],
  found: ReadonlyMap<string, ReadonlyMap<string, Metering>>,
  add: (key: string, metering: Metering) => void,
): void {
  const own = new Set<string | null>(version.flatMap(({ sku: { id, meter } }) => [id, meter.name]));
  for (const { sku, metering } of version) {
    const anyUnit = { ...metering, unit: null };
    const isThere = (other: Metering) => identityOf({ ...other, unit: null }) === identityOf(anyUnit);
    for (const key of limitsOf(sku)) {
      if (own.has(key)) continue;
      const same = [...(found.get(key)?.values() ?? [])].filter(isThere);
      if (same.length === 0) add(key, anyUnit);
      for (const other of same) add(key, { ...metering, unit: other.unit });
    }
  }
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
    fx: terms.fx,
    ...(terms.exchange === undefined ? {} : { exchange: terms.exchange }),
    cuts: cutsFor(cuts, sku.meter, terms),
  };
}

/** Meters that a capacity price looks at: they need not be those of a SKU. */
function limitsOf({ price }: Sku): readonly string[] {
  return price.model === 'capacity' ? price.tiers.flatMap(({ limits }) => Object.keys(limits)) : [];
}

function identityOf({ aggregate, window, cadence, timezone, unit, currency, fx }: Metering): string {
  return JSON.stringify([aggregate, window, cadence, timezone, unit, currency, fx]);
}

function together(one: Metering, other: Metering): Metering {
  return {
    ...one,
    ...other,
    perEvent: one.perEvent || other.perEvent,
    cutoff: Math.max(one.cutoff, other.cutoff),
  };
}
