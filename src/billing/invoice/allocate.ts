import { type Decimal, decimal, ZERO } from '../../lib/decimal.ts';
import { largestRemainder } from '../../lib/largest-remainder.ts';
import type { Allocation } from '../../model/billing/terms.ts';

const ONE = decimal(1);

/** Who carries how much of a pool, or one sentence why nobody can say. */
export type Allocated =
  | { readonly parts: ReadonlyMap<string, Decimal>; readonly unknown: null }
  | { readonly parts: null; readonly unknown: string };

/**
 * Splits a pool of shared cost or income. `weights` are who may carry it, with the usage that counts by the rule's
 * key: `proportional` goes by it alone, `weighted` by it times the share that the rule has for them (1 where it has
 * none), `even` by their number, `fixed` by the rule's shares alone. Parts are whole minor units and sum exactly
 * to the pool. Without any usage `zeroFallback` decides.
 */
export function allocate(
  pool: Decimal,
  rule: Allocation,
  weights: ReadonlyMap<string, Decimal>,
  digits: number,
): Allocated {
  const counted = weightsOf(rule, weights);
  if (counted.size === 0) return unknown(`Nobody is there to carry "${rule.pool}".`);
  const negative = [...counted].find(([, weight]) => weight.lt(ZERO));
  if (negative !== undefined) return unknown(`What ${negative[0]} used of "${rule.key ?? ''}" is below 0.`);
  if ([...counted.values()].some((weight) => weight.gt(ZERO))) return split(pool, counted, digits);
  if (rule.zeroFallback === 'even') return split(pool, even(counted), digits);
  return unknown(`Nobody used what "${rule.pool}" is split by, and the rule has no other way.`);
}

function weightsOf(rule: Allocation, weights: ReadonlyMap<string, Decimal>): ReadonlyMap<string, Decimal> {
  const shares = new Map(rule.shares.map(({ to, share }) => [to, share]));
  switch (rule.method) {
    case 'even':
      return even(weights);
    case 'proportional':
      return weights;
    case 'fixed':
      return shares;
    case 'weighted':
      return new Map([...weights].map(([id, used]) => [id, used.times(shares.get(id) ?? ONE)]));
  }
}

function even(weights: ReadonlyMap<string, Decimal>): ReadonlyMap<string, Decimal> {
  return new Map([...weights.keys()].map((id) => [id, ONE]));
}

function split(pool: Decimal, weights: ReadonlyMap<string, Decimal>, digits: number): Allocated {
  return { parts: largestRemainder(pool, weights, digits), unknown: null };
}

function unknown(reason: string): Allocated {
  return { parts: null, unknown: reason };
}
