import { sum, ZERO, type Decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { CurrencyTotals, CustomerDelta } from '../../model/billing/simulation.ts';
import type { Terms } from '../../model/billing/terms.ts';
import { marginOf, NO_FIGURES, type LineFigures } from './line-tally.ts';
import type { NameOf, RatedPair } from './rated-pair.ts';
import { percentOf, sides } from './sides.ts';
import { skuDeltas } from './sku-deltas.ts';
import { moversOf, spreadOf } from './spread.ts';
import { totalOf, type LineSides } from './tally.ts';
import type { Counts } from './unit-counts.ts';
import { unitRevenues, type CountedUnit } from './units.ts';

/** The sums of one currency each, by its code: amounts of two are never added. `nameOf` is how a customer is shown. */
export function currencyTotals(
  pairs: readonly RatedPair[],
  units: readonly CountedUnit[],
  nameOf: NameOf,
): CurrencyTotals[] {
  const codes = new Set(
    pairs.flatMap(({ base, head }) => [base, head].flatMap((terms) => terms?.currency ?? [])),
  );
  return [...codes].sort(byCodePoint).map((currency) => {
    const own = inCurrency(pairs, currency);
    const { base, head, deltas, ...sums } = sumsOf(own, nameOf);
    return {
      currency,
      ...sums,
      compared: sumsOf(inCurrency(pairs.filter(keepsCurrency), currency), nameOf).revenue,
      moved: movedFrom(pairs, currency),
      costCoverage: costCoverage(own.flatMap(({ lines }) => lines)),
      discounts: sides(base.discounts, head.discounts),
      spread: spreadOf(deltas.flatMap(({ revenue }) => revenue.percent ?? [])),
      movers: moversOf(deltas),
      skus: skuDeltas(own),
      units: unitRevenues(units, own, base, head),
    };
  });
}

/** Whether what its customers pay on both sides can be compared. Who comes or goes is compared with nothing. */
export function keepsCurrency({ base, head }: RatedPair): boolean {
  return base === null || head === null || base.currency === head.currency;
}

/** Within one id another currency is refused as such. */
function movedFrom(pairs: readonly RatedPair[], currency: string): Decimal {
  const moved = pairs.filter(
    (pair) => pair.base?.currency === currency && !keepsCurrency(pair) && pair.base.id !== pair.head?.id,
  );
  return sum(moved.flatMap(({ customers }) => customers.map(({ base }) => base)));
}

/** Share of what is paid whose cost is known, in percent, at head: what is given back, such as credit, is no part of it. */
function costCoverage(lines: readonly LineSides[]): Decimal | null {
  const paid = lines.map(({ head }) => head).filter(({ revenue }) => revenue.gt(ZERO));
  const known = paid.map(({ revenue, uncosted }) => {
    if (uncosted.lte(ZERO)) return revenue;
    return uncosted.gte(revenue) ? ZERO : revenue.minus(uncosted);
  });
  return percentOf(sum(known), sum(paid.map(({ revenue }) => revenue)));
}

/** What customers bring together and one by one. */
export interface Sums extends Pick<CurrencyTotals, 'revenue' | 'margin' | 'customers'> {
  readonly base: LineFigures;
  readonly head: LineFigures;
  readonly deltas: readonly CustomerDelta[];
}

/** Of pairs in one currency. */
export function sumsOf(pairs: readonly RatedPair[], nameOf: NameOf): Sums {
  const lines = pairs.flatMap((pair) => pair.lines);
  const [base, head] = [totalOf(lines, 'base'), totalOf(lines, 'head')];
  const deltas = pairs.flatMap((pair) => deltasOf(pair, nameOf));
  return {
    ...{ base, head, deltas },
    revenue: sides(base.revenue, head.revenue),
    margin: sides(marginOf(base), marginOf(head)),
    customers: counted(deltas),
  };
}

/** The pairs as one currency sees them: a side that is billed in another one brings nothing. */
export function inCurrency(pairs: readonly RatedPair[], currency: string): RatedPair[] {
  return pairs.flatMap((pair) => onlyIn(pair, currency) ?? []);
}

const NONE: Counts = new Map();

function onlyIn(pair: RatedPair, currency: string): RatedPair | undefined {
  const side = (terms: Terms | null) => (terms?.currency === currency ? terms : null);
  const [base, head] = [side(pair.base), side(pair.head)];
  if (base === null && head === null) return undefined;
  if (base === pair.base && head === pair.head) return pair;
  return {
    ...{ base, head, unrated: pair.unrated },
    counts: {
      base: base === null ? NONE : pair.counts.base,
      head: head === null ? NONE : pair.counts.head,
    },
    lines: pair.lines.map((line) => ({
      ...line,
      base: base === null ? NO_FIGURES : line.base,
      head: head === null ? NO_FIGURES : line.head,
      on: { base: base !== null && line.on.base, head: head !== null && line.on.head },
    })),
    customers: pair.customers.map(({ customer, type, ...rated }) => ({
      ...{ customer, type },
      base: base === null ? ZERO : rated.base,
      head: head === null ? ZERO : rated.head,
    })),
  };
}

const known = new WeakMap<RatedPair, readonly CustomerDelta[]>();

/** Asked for once by the currency and once by the profile. */
function deltasOf(pair: RatedPair, nameOf: NameOf): readonly CustomerDelta[] {
  const found = known.get(pair);
  if (found !== undefined) return found;
  const profile = { base: nameOfTerms(pair.base), head: nameOfTerms(pair.head) };
  const deltas = pair.customers.map(({ customer, type, base, head }) => ({
    customer: nameOf(customer, type),
    revenue: sides(base, head),
    profile,
  }));
  known.set(pair, deltas);
  return deltas;
}

function nameOfTerms(terms: Terms | null): string | null {
  return terms === null ? null : `${terms.id}@${terms.version}`;
}

function counted(deltas: readonly CustomerDelta[]): CurrencyTotals['customers'] {
  const stay = deltas.filter(({ profile }) => profile.base !== null && profile.head !== null);
  const signs = stay.map(({ revenue }) => revenue.delta?.cmp('0') ?? 0);
  const count = (sign: number) => signs.filter((found) => found === sign).length;
  const come = deltas.filter(({ profile }) => profile.base === null).length;
  return {
    ...{ total: deltas.length, more: count(1), less: count(-1), same: count(0) },
    ...{ new: come, gone: deltas.length - stay.length - come },
  };
}
