import { decimal } from '../../../src/lib/decimal.ts';
import { byCodePoint } from '../../../src/lib/order.ts';
import { normalUnit } from '../../../src/pricing/unit.ts';
import { type Fact, readTable, type Row, text } from '../fact.ts';
import { type Meter, readMeters, type UnitRows } from './unit-map.ts';

/** Two examples of one price may differ by what their own rounding allows. */
const TOLERANCE = decimal('0.01');

/** Examples print prices below this in full, and others in cents. */
const PRINTED_IN_FULL_BELOW = decimal('0.1');

/** The unit prices of Azure that `units/` gives an official name; the others are left out. */
export function unitFacts(folder: URL): Fact[] {
  const rows = readTable(folder, 'unit-prices.csv.gz').filter((row) => text(row, 'provider') === 'azure');
  return mapRows(rows, readMeters());
}

/** A price, and whether the example prints all of its digits. */
interface Stated {
  readonly fact: Fact;
  readonly isFull: boolean;
}

/**
 * Facts of the rows that a meter takes: of several that state one price the best. Throws when they contradict each other, and
 * on a mapping that takes no row.
 */
export function mapRows(rows: readonly Row[], meters: readonly Meter[]): Fact[] {
  const byPlace = new Map<string, Stated[]>();
  for (const meter of meters) {
    for (const wanted of meter.rows) {
      for (const stated of factsOf(wanted, meter, rows)) {
        const { service, region, key, from } = stated.fact;
        const place = [service, region, key, from].join('\n');
        byPlace.set(place, [...(byPlace.get(place) ?? []), stated]);
      }
    }
  }
  return ofOneList([...byPlace.values()].map(best));
}

/** The tiers of a price are from one list: what holds for the oldest holds for all. */
function ofOneList(facts: readonly Fact[]): Fact[] {
  const price = ({ service, region, key }: Fact): string => [service, region, key].join('\n');
  const oldest = new Map<string, Fact>();
  for (const fact of facts) {
    const known = oldest.get(price(fact));
    if (known === undefined || byCodePoint(fact.asOf, known.asOf) < 0) oldest.set(price(fact), fact);
  }
  return facts.map((fact) => {
    const { asOf, source } = oldest.get(price(fact)) ?? fact;
    return { ...fact, asOf, source };
  });
}

function factsOf(wanted: UnitRows, meter: Meter, rows: readonly Row[]): Stated[] {
  const services = typeof wanted.service === 'string' ? [wanted.service] : wanted.service;
  return services.flatMap((service) => {
    const facts = rows
      .filter((row) => text(row, 'service') === service && text(row, 'unit') === wanted.unit)
      .flatMap((row) => factOf(row, wanted, meter) ?? []);
    if (facts.length === 0)
      throw new Error(`units/${meter.shard}.yaml: no row of ${service} is "${wanted.component}"`);
    return facts;
  });
}

/** Every example is derived: its figures are rounded in print, or quotients of such. */
function factOf(row: Row, wanted: UnitRows, meter: Meter): Stated | undefined {
  const named = regionIn(text(row, 'component'), wanted.component);
  if (named === undefined) return undefined;
  const divisor = decimal(normalUnit(wanted.unit)?.per ?? 1).times(decimal(wanted.divide ?? 1));
  const written = decimal(text(row, 'price')).times(decimal(wanted.times ?? 1));
  // What an example rounds grows with the price: six decimals are what is left of ten.
  const price = written.div(divisor).round(wanted.times === undefined ? 12 : 6);
  const isQuotient = text(row, 'source').endsWith('-derived');
  const fact: Fact = {
    provider: 'azure',
    service: meter.shard,
    region: meter.region ?? (named === '' ? text(row, 'region') : named),
    key: meter.key,
    unit: meter.unit,
    from: String(wanted.from ?? 0),
    price: price.toFixed(),
    currency: text(row, 'currency'),
    sku: '',
    asOf: text(row, 'as_of'),
    source: text(row, 'source'),
    quality: 'derived',
  };
  return { fact, isFull: !isQuotient && decimal(text(row, 'price')).lt(PRINTED_IN_FULL_BELOW) };
}

/** The region that a component names where the pattern says `{region}`, empty without one; undefined for another component. */
function regionIn(component: string, pattern: string): string | undefined {
  const [before = '', after] = pattern.split('{region}');
  if (after === undefined) return component === pattern ? '' : undefined;
  if (!component.startsWith(before) || !component.endsWith(after)) return undefined;
  return component
    .slice(before.length, component.length - after.length)
    .toLowerCase()
    .replaceAll(' ', '');
}

/** One that is printed in full before others, then the one with most digits, then the newest. */
function best(stated: readonly Stated[]): Fact {
  const [first, ...others] = stated
    .toSorted(
      (a, b) =>
        Number(b.isFull) - Number(a.isFull) ||
        b.fact.price.length - a.fact.price.length ||
        byCodePoint(b.fact.asOf, a.fact.asOf),
    )
    .map(({ fact }) => fact);
  if (first === undefined) throw new Error('no fact');
  const price = decimal(first.price);
  for (const other of others) {
    if (decimal(other.price).minus(price).abs().gt(price.times(TOLERANCE)))
      throw new Error(`${first.service} ${first.key} ${first.region}: ${first.price} and ${other.price}`);
  }
  return first;
}
