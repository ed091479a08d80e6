import { type Decimal, ZERO } from '../lib/decimal.ts';
import type { CostLine, Price, Range } from '../model/cost.ts';
import { tieredCost } from '../pricing/tiers.ts';
import type { Component, Spec } from './catalog/entry.ts';
import { decide } from './evaluate/condition.ts';
import { asNumber, type Basis, CERTAIN, joinBasis, type Reading } from './evaluate/reading.ts';
import type { Scope } from './evaluate/scope.ts';
import { evaluateSpec } from './evaluate/spec.ts';
import { fillName } from './evaluate/template.ts';
import { findPrice, type PlaceOfPrice, type PriceFound } from './price.ts';
import { combineRanges, mapRange } from '../model/range.ts';

type Amount = Exclude<Reading, { kind: 'text' }>;

/**
 * The cost line of a component; undefined where it does not apply. A line whose quantity or price is not
 * known has evidence D, the reason, and no amount: never 0.
 */
export function costLine(
  component: Component,
  id: string,
  scope: Scope,
  place: PlaceOfPrice,
): CostLine | undefined {
  const applies = decide(component, scope);
  if (applies.kind === 'no') return undefined;
  speakFor(component, scope);
  const line = {
    id,
    component: fillName(component.name, scope),
    unit: component.unit,
    kind: component.variable === true ? ('variable' as const) : ('fixed' as const),
  };
  // An unpriced component stands in place of a priced one, which is then unknown for the same reason.
  if (applies.kind === 'unknown' && component.unpriced !== undefined) return undefined;
  if (applies.kind === 'unknown') return unknownLine(line, applies.reason);
  if (component.unpriced !== undefined) return unknownLine(line, component.unpriced);
  const quantity = amount(component.quantity, scope);
  if (quantity.kind === 'null' && component.optional === true) return undefined;
  const times = component.times === undefined ? undefined : amount(component.times, scope);
  const found = findPrice(component, scope, place);
  // Usage that is written as 0 costs nothing, whatever its price is.
  if (component.optional === true && found.kind === 'none' && isNothing(quantity)) return undefined;
  const basis = joinBasis(applies.basis, assumed(component, scope));
  return pricedLine(line, basis, quantity, times, found, place.currency);
}

/** What it applies for all the same, and what it asks a price by, is not strange any more. */
function speakFor({ price = '', unless = {} }: Component, scope: Scope): void {
  if (scope.strangers === undefined) return;
  const names = [...price.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  for (const name of [...names, ...Object.keys(unless)]) {
    const reading = scope.value(name);
    if (reading.kind === 'text') scope.strangers.cover(name, reading.text);
  }
}

function assumed({ assumption, notes = [] }: Component, scope: Scope): Basis {
  const own: Basis = assumption === undefined ? CERTAIN : { evidence: 'C', notes: [assumption] };
  return notes.reduce((basis, name) => {
    const reading = scope.value(name);
    const isAssumed =
      (reading.kind === 'text' || reading.kind === 'number') && reading.basis.evidence === 'C';
    return isAssumed ? joinBasis(basis, reading.basis) : basis;
  }, own);
}

type LineStart = Pick<CostLine, 'id' | 'component' | 'unit' | 'kind'>;

function pricedLine(
  line: LineStart,
  applies: Basis,
  quantity: Amount,
  times: Amount | undefined,
  found: PriceFound,
  currency: string | undefined,
): CostLine {
  const price = found.kind === 'price' ? (found.price.own?.list ?? found.price) : null;
  const problem = amountProblem(quantity) ?? (times === undefined ? undefined : amountProblem(times));
  if (quantity.kind !== 'number' || (times !== undefined && times.kind !== 'number')) {
    const usageKey = quantity.kind === 'null' ? quantity.usageKey : undefined;
    return { ...unknownLine(line, problem ?? ''), price, ...(usageKey === undefined ? {} : { usageKey }) };
  }
  const total = times === undefined ? quantity.range : multiply(quantity.range, times.range);
  let basis = joinBasis(applies, quantity.basis);
  if (times !== undefined) basis = joinBasis(basis, times.basis);
  if (found.kind === 'none') {
    return {
      ...unknownLine(line, withCandidates(found, quantity.range, times?.range, currency)),
      quantity: total,
    };
  }
  basis = joinBasis(basis, found.basis);
  return {
    ...line,
    quantity: total,
    ...costOf(found.price, quantity.range, times?.range),
    evidence: basis.evidence,
    ...(basis.notes.length === 0 ? {} : { reason: basis.notes.join('; ') }),
    ...(basis.usageKey === undefined ? {} : { usageKey: basis.usageKey }),
  };
}

/** The cost by the price, and by the list price where the buyer has another. */
function costOf(
  price: Price,
  quantity: Range,
  times: Range | undefined,
): Pick<CostLine, 'price' | 'ownPrice' | 'monthly' | 'list'> {
  const monthly = monthlyCost(price, quantity, times);
  if (price.own === undefined) return { price, monthly };
  const { list } = price.own;
  if (list === null) return { price, ownPrice: price, monthly };
  return { price: list, ownPrice: price, monthly, list: monthlyCost(list, quantity, times) };
}

/** Tiers hold for one item: the cost of one, times the number of items. */
function monthlyCost(price: Price, quantity: Range, times: Range | undefined): Range {
  const one = mapRange(quantity, (value) => tieredCost(value, price.tiers));
  return times === undefined ? one : multiply(one, times);
}

function multiply(a: Range, b: Range): Range {
  return combineRanges(a, b, (x: Decimal, y: Decimal) => x.times(y));
}

function withCandidates(
  found: Extract<PriceFound, { kind: 'none' }>,
  quantity: Range,
  times: Range | undefined,
  currency: string | undefined,
): string {
  const amounts = found.candidates.map(({ text, price }) => {
    const cost = monthlyCost(price, quantity, times).likely;
    const other = currency === undefined || currency === price.currency ? '' : ` ${price.currency}`;
    return `${text} ${cost.toFixed(2)}${other}`;
  });
  return amounts.length === 0 ? found.reason : `${found.reason}; would be ${amounts.join(' or ')}`;
}

/** A line whose cost is not known. */
export function unknownLine(line: LineStart, reason: string): CostLine {
  return { ...line, quantity: null, price: null, monthly: null, evidence: 'D', reason };
}

function amount(spec: Spec, scope: Scope): Amount {
  return asNumber(evaluateSpec(spec, scope), typeof spec === 'string' ? spec : 'quantity');
}

function isNothing(quantity: Amount): boolean {
  return quantity.kind === 'number' && quantity.range.high.eq(ZERO);
}

function amountProblem(reading: Amount): string | undefined {
  if (reading.kind === 'unknown') return reading.reason;
  return reading.kind === 'null' ? `${reading.what} is not set` : undefined;
}
