import { readFileSync, readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { decimal } from '../../../src/lib/decimal.ts';
import { byCodePoint } from '../../../src/lib/order.ts';
import { type Fact, type Row, text } from '../fact.ts';
import { unitFact } from '../unit-fact.ts';

/** What rows of worked examples become in one shard: a file of `units/`. */
interface UnitFile {
  readonly service: string;
  readonly rows: readonly UnitRule[];
}

interface UnitRule {
  /** Resource types that the example was made for. */
  readonly type: string | readonly string[];
  /** How the example names the component. */
  readonly component: string;
  /** Regions of the examples that are taken; all when absent. */
  readonly in?: readonly string[];
  /** Official description of the SKU without its place: one, or several that the example shows at this price. */
  readonly key: string | readonly string[];
  readonly unit: string;
  /** How many of `unit` the figure is for. */
  readonly divide?: string | number;
  /** Lower bound of the tier, in `unit`. */
  readonly from?: string | number;
  /** Where the official list has the SKU, when that is not the region of the example. */
  readonly region?: string | readonly string[];
}

/** What is left out of a type, and why. */
interface LeftOut {
  readonly type: string | readonly string[];
  /** How the names of the components begin. */
  readonly components: readonly string[];
  readonly because: string;
}

/** A quotient of amounts in cents is good to about 0.5 %: more digits would say what nobody knows. */
const DIGITS_OF_QUOTIENT = 12;

const folder = new URL('units/', import.meta.url);

/**
 * Worked examples as prices of SKUs. Throws when a rule fits no row, and when a row is neither taken nor left out with a
 * reason: nothing is lost without a word.
 */
export function unitFacts(rows: readonly Row[]): Fact[] {
  const leftOut = (read('left-out.yaml') as { leftOut: readonly LeftOut[] }).leftOut;
  const taken = new Set<Row>();
  const facts = files().flatMap(({ service, rows: rules }) =>
    rules.flatMap((rule) => {
      const found = rows.filter((row) => fits(rule, row));
      if (found.length === 0) throw new Error(`units of ${service}: no row is called ${rule.component}`);
      found.forEach((row) => taken.add(row));
      return found.flatMap((row) => factsOf(row, service, rule));
    }),
  );
  const lost = rows.filter((row) => !taken.has(row) && !leftOut.some((rule) => isLeftOut(rule, row)));
  if (lost.length > 0) throw new Error(`neither taken nor left out: ${lost.map(nameOf).join('; ')}`);
  return facts;
}

function files(): UnitFile[] {
  const names = readdirSync(folder).filter((name) => name !== 'left-out.yaml');
  return names.sort(byCodePoint).map((name) => read(name) as UnitFile);
}

function read(name: string): unknown {
  return load(readFileSync(new URL(name, folder), 'utf8'));
}

function fits(rule: UnitRule, row: Row): boolean {
  return (
    list(rule.type).includes(text(row, 'service')) &&
    rule.component === text(row, 'component') &&
    (rule.in?.includes(text(row, 'region')) ?? true)
  );
}

function isLeftOut(rule: LeftOut, row: Row): boolean {
  return (
    list(rule.type).includes(text(row, 'service')) &&
    rule.components.some((start) => text(row, 'component').startsWith(start))
  );
}

function factsOf(row: Row, service: string, rule: UnitRule): Fact[] {
  const isQuotient = text(row, 'source').endsWith('-derived');
  const exact = decimal(text(row, 'price')).div(decimal(String(rule.divide ?? 1)));
  const price = isQuotient ? exact.round(DIGITS_OF_QUOTIENT) : exact;
  return list(rule.region ?? text(row, 'region')).flatMap((region) =>
    list(rule.key).map((key) => ({
      ...unitFact(row, 'google'),
      service,
      region,
      key,
      unit: rule.unit,
      from: String(rule.from ?? 0),
      price: price.toFixed(),
      // What is no quotient is rounded in print.
      quality: 'derived' as const,
    })),
  );
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function nameOf(row: Row): string {
  return `${text(row, 'service')} ${text(row, 'component')}`;
}
