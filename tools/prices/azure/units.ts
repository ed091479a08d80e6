import { decimal } from '../../../src/lib/decimal.ts';
import { byCodePoint } from '../../../src/lib/order.ts';
import { normalUnit } from '../../../src/pricing/unit.ts';
import { type Fact, readTable, type Row, text } from '../fact.ts';
import { type Meter, readMeters, type UnitRows } from './unit-map.ts';

/** Two examples of one price may differ by what their own rounding allows. */
const TOLERANCE = decimal('0.01');

/** The unit prices of Azure that `units/` gives an official name; the others are left out. */
export function unitFacts(folder: URL): Fact[] {
  const rows = readTable(folder, 'unit-prices.csv.gz').filter((row) => text(row, 'provider') === 'azure');
  return mapRows(rows, readMeters());
}

/**
 * Facts of the rows that a meter takes: of several that state one price the best. Throws when they contradict each other, and
 * on a mapping that takes no row.
 */
export function mapRows(rows: readonly Row[], meters: readonly Meter[]): Fact[] {
  const byPlace = new Map<string, Fact[]>();
  for (const meter of meters) {
    for (const wanted of meter.rows) {
      for (const fact of factsOf(wanted, meter, rows)) {
        const place = [fact.service, fact.region, fact.key, fact.from].join('\n');
        byPlace.set(place, [...(byPlace.get(place) ?? []), fact]);
      }
    }
  }
  return ofOneList([...byPlace.values()].map(best));
}

/** The tiers of a price are from one list: what holds for the weakest holds for all, first a derived one, then the oldest. */
function ofOneList(facts: readonly Fact[]): Fact[] {
  const price = ({ service, region, key }: Fact): string => [service, region, key].join('\n');
  const weakest = new Map<string, Fact>();
  for (const fact of facts) {
    const known = weakest.get(price(fact));
    if (known === undefined || isWeaker(fact, known)) weakest.set(price(fact), fact);
  }
  return facts.map((fact) => {
    const { asOf, source, quality } = weakest.get(price(fact)) ?? fact;
    return { ...fact, asOf, source, ...(quality === undefined ? {} : { quality }) };
  });
}

function isWeaker(a: Fact, b: Fact): boolean {
  if (a.quality !== b.quality) return a.quality !== undefined;
  return byCodePoint(a.asOf, b.asOf) < 0;
}

function factsOf(wanted: UnitRows, meter: Meter, rows: readonly Row[]): Fact[] {
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

function factOf(row: Row, wanted: UnitRows, meter: Meter): Fact | undefined {
  const named = regionIn(text(row, 'component'), wanted.component);
  if (named === undefined) return undefined;
  const divisor = decimal(normalUnit(wanted.unit)?.per ?? 1).times(decimal(wanted.divide ?? 1));
  const written = decimal(text(row, 'price')).times(decimal(wanted.times ?? 1));
  // What an example rounds grows with the price: six decimals are what is left of ten.
  const price = written.div(divisor).round(wanted.times === undefined ? 12 : 6);
  const isExact = price.times(divisor).eq(written);
  const isDerived = text(row, 'source').endsWith('-derived') || !isExact;
  return {
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
    ...(isDerived ? { quality: 'derived' } : {}),
  };
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

/** A list price before a quotient, then the one with most digits, then the newest. */
function best(facts: readonly Fact[]): Fact {
  const [first, ...others] = [...facts].sort(
    (a, b) =>
      Number(a.quality !== undefined) - Number(b.quality !== undefined) ||
      b.price.length - a.price.length ||
      byCodePoint(b.asOf, a.asOf),
  );
  if (first === undefined) throw new Error('no fact');
  const price = decimal(first.price);
  for (const other of others) {
    if (decimal(other.price).minus(price).abs().gt(price.times(TOLERANCE)))
      throw new Error(`${first.service} ${first.key} ${first.region}: ${first.price} and ${other.price}`);
  }
  return first;
}
