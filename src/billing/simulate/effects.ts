import { isZero, ZERO, type Decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { CustomerDelta, ProfileEffect } from '../../model/billing/simulation.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import type { RatedTerms } from './differences.ts';
import { marginOf } from './line-tally.ts';
import type { OtherTime } from './other-times.ts';
import type { NameOf, RatedPair } from './rated-pair.ts';
import type { Replay } from './replay.ts';
import { totalOf } from './tally.ts';
import { inCurrency, keepsCurrency, sumsOf } from './totals.ts';

export interface EffectInput {
  readonly base: Catalogue;
  readonly head: Catalogue;
  readonly replay: Replay;
  readonly rated: readonly RatedTerms[];
  readonly otherTimes: readonly OtherTime[];
  readonly nameOf: NameOf;
}

/**
 * What a change does to those who have each profile, by id: of profiles that change, and of those whose customers pay something else
 * or cost something else, since they were bound anew. At other times too, where the change makes a difference there.
 */
export function profileEffects(input: EffectInput): ProfileEffect[] {
  const changed = changedIds(input.base, input.head);
  const owned = ownedBy(input.rated, changed);
  const then = input.otherTimes.map((time) => ({ ...time, owned: ownedBy(time.rated, changed) }));
  const ids = new Set([owned, ...then.map((time) => time.owned)].flatMap((own) => [...own.keys()]));
  return [...ids].sort(byCodePoint).map((id) => {
    const times = then.flatMap(({ when, rated, owned: own }) => {
      const pairs = own.get(id);
      return pairs === undefined ? [] : [{ when, rated, own: pairs }];
    });
    return effectOf(id, { rated: input.rated, own: owned.get(id) ?? [] }, times, input);
  });
}

/** Pairs, and those of them whose change is counted for a profile. */
interface Owned {
  readonly rated: readonly RatedTerms[];
  readonly own: readonly RatedTerms[];
}

function ownedBy(
  rated: readonly RatedTerms[],
  changed: ReadonlySet<string>,
): ReadonlyMap<string, readonly RatedTerms[]> {
  const owned = new Map<string, RatedTerms[]>();
  for (const found of rated) {
    const owners = ownersOf(found.rated, changed);
    if (owners.every((id) => !changed.has(id)) && !isMoved(found.rated)) continue;
    for (const id of owners) owned.set(id, [...(owned.get(id) ?? []), found]);
  }
  return owned;
}

function changedIds(base: Catalogue, head: Catalogue): ReadonlySet<string> {
  const hashes = [base, head].map(
    ({ profiles }) => new Map(profiles.map(({ terms, sha256 }) => [terms.id, sha256])),
  );
  const ids = hashes.flatMap((known) => [...known.keys()]);
  return new Set(ids.filter((id) => hashes[0]?.get(id) !== hashes[1]?.get(id)));
}

/** The profiles that a customer's change is counted for: those that change themselves, else the one it has then. */
function ownersOf({ base, head }: RatedPair, changed: ReadonlySet<string>): readonly string[] {
  const ids = [...new Set([head, base].flatMap((terms) => terms?.id ?? []))];
  const own = ids.filter((id) => changed.has(id));
  return own.length > 0 ? own : ids.slice(0, 1);
}

function isMoved({ base, head, lines, customers }: RatedPair): boolean {
  const isOther = (a: Decimal | null, b: Decimal | null) => (a === null || b === null ? a !== b : !a.eq(b));
  return (
    base?.currency !== head?.currency ||
    customers.some((customer) => !customer.base.eq(customer.head)) ||
    isOther(totalOf(lines, 'base').cost, totalOf(lines, 'head').cost)
  );
}

function effectOf(
  id: string,
  now: Owned,
  then: readonly (Owned & { readonly when: string })[],
  input: EffectInput,
): ProfileEffect {
  const currency = currencyOf(id, [now, ...then]);
  const all = now.rated.filter(({ rated }) => rated.base?.id === id || rated.head?.id === id);
  const sums = sumsOfOwned(id, now, currency, input.nameOf);
  return {
    ...{ id, currency, ...sums },
    otherTimes: then.map(({ when, ...owned }) => {
      const found = sumsOfOwned(id, owned, currency, input.nameOf);
      return { when, revenue: found.compared, largest: found.largest };
    }),
    marginAtBaseCost: marginAtBaseCost(all, currency, input) ?? sums.margin.head,
    otherCurrency: otherCurrency(now.own, input.nameOf),
  };
}

/** Of its terms at head, else at base, now or then. */
function currencyOf(id: string, times: readonly Owned[]): string {
  const pairs = times.flatMap(({ rated }) => rated.map((found) => found.rated));
  const sides = [...pairs.map(({ head }) => head), ...pairs.map(({ base }) => base)];
  return sides.find((terms) => terms?.id === id)?.currency ?? '';
}

/**
 * The sums of all who have a profile, and the largest changes among those whose change is counted for it. Who pays in another currency
 * then has nothing to compare.
 */
function sumsOfOwned(
  id: string,
  { rated, own }: Owned,
  currency: string,
  nameOf: NameOf,
): Pick<ProfileEffect, 'revenue' | 'compared' | 'margin' | 'largest'> {
  const pairs = (found: readonly RatedTerms[]) =>
    inCurrency(
      found.map((one) => one.rated),
      currency,
    );
  const all = rated.filter(({ rated: { base, head } }) => base?.id === id || head?.id === id);
  const { revenue, margin } = sumsOf(pairs(all), nameOf);
  const keeps = (found: RatedTerms) => keepsCurrency(found.rated);
  const compared = sumsOf(pairs(all.filter(keeps)), nameOf).revenue;
  const { deltas } = sumsOf(pairs(own.filter(keeps)), nameOf);
  const largest = { increase: mostChanged(deltas, 1), decrease: mostChanged(deltas, -1) };
  return { revenue, compared, margin, largest };
}

/** What the revenue at head leaves by the costs that the profiles have at base; undefined where no cost differs. */
function marginAtBaseCost(
  all: readonly RatedTerms[],
  currency: string,
  { base, replay }: EffectInput,
): Decimal | null | undefined {
  const pairs = all.map(({ pair, rated }) => {
    const head = pair.head && withCosts(pair.head, base);
    return head === pair.head ? rated : replay.rate({ ...pair, head });
  });
  if (pairs.every((pair, index) => pair === all[index]?.rated)) return undefined;
  const lines = inCurrency(pairs, currency).flatMap((pair) => pair.lines);
  return marginOf(totalOf(lines, 'head'));
}

/** Terms with the variable costs that the profile has at base; the terms themselves where these are the same. */
function withCosts(terms: Terms, base: Catalogue): Terms {
  const before = base.profiles.find((profile) => profile.terms.id === terms.id)?.terms.skus ?? [];
  const costs = new Map(before.map(({ id, cost }) => [id, cost.variable]));
  const skus = terms.skus.map((sku) => {
    const variable = costs.get(sku.id) ?? null;
    if (variable === null || sku.cost.variable?.eq(variable) === true) return sku;
    return { ...sku, cost: { ...sku.cost, variable } };
  });
  return skus.every((sku, index) => sku === terms.skus[index]) ? terms : { ...terms, skus };
}

/** By percent, what was nothing before above all; then by id. Who is new or pays in another currency has nothing to compare. */
function mostChanged(deltas: readonly CustomerDelta[], sign: 1 | -1): CustomerDelta | null {
  let most: CustomerDelta | null = null;
  for (const delta of deltas) {
    if (delta.profile.base === null || delta.revenue.delta?.cmp(ZERO) !== sign) continue;
    const order = most === null ? 1 : compared(delta, most) * sign;
    if (order > 0 || (order === 0 && most !== null && byCodePoint(delta.customer, most.customer) < 0))
      most = delta;
  }
  return most;
}

function compared({ revenue: a }: CustomerDelta, { revenue: b }: CustomerDelta): number {
  if (a.percent !== null && b.percent !== null) return a.percent.cmp(b.percent);
  const [first, second] = [a, b].map(({ percent, delta }) => (percent === null ? (delta ?? ZERO) : ZERO));
  return first?.cmp(second ?? ZERO) ?? 0;
}

function otherCurrency(own: readonly RatedTerms[], nameOf: NameOf): ProfileEffect['otherCurrency'] {
  const moved = own.flatMap(({ rated: { base, head, customers } }) => {
    // Within one id that is refused as such.
    if (base === null || head === null || base.id === head.id || base.currency === head.currency) return [];
    const paid = customers.filter((customer) => !isZero(customer.base));
    return paid.map(({ customer, type }) => ({ customer, type, from: base.currency, to: head.currency }));
  });
  const [first] = moved.sort((a, b) => byCodePoint(a.customer, b.customer));
  if (first === undefined) return null;
  const { customer, type, from, to } = first;
  return { customers: moved.length, customer: nameOf(customer, type), from, to };
}
