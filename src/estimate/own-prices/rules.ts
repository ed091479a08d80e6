import type { Price } from '../../model/cost.ts';
import type { Commitment, Discount } from '../../model/pricing.ts';
import type { PriceBook } from '../../pricing/book.ts';
import { type Coverage, coverageOf } from './commitments.ts';
import { holdsFor, mostSpecific } from './scope.ts';

/** What holds for one price of the book. */
export interface Rules {
  readonly discount: Discount | undefined;
  readonly coverage: readonly Coverage[];
  /** Why the cost cannot be told; left out when it can. */
  readonly problem?: string;
}

/** The entries that are in force. */
export interface InForce {
  readonly discounts: readonly Discount[];
  readonly commitments: readonly Commitment[];
}

/**
 * What holds for a price: of the discounts the most specific one, and none for an own price. Two that are alike are no reason to
 * take one of them.
 */
export function rulesFor(price: Price, { discounts, commitments }: InForce, book: PriceBook): Rules {
  const fitting = price.own === undefined ? discounts.filter(({ scope }) => holdsFor(scope, price)) : [];
  const [discount, ...others] = mostSpecific(fitting);
  const coverage = coverageOf(price, commitments, book);
  if (others.length === 0) return { discount, coverage };
  return { discount, coverage, problem: ambiguous([discount, ...others].flatMap((one) => one?.id ?? [])) };
}

function ambiguous(ids: readonly string[]): string {
  return `${ids.length} discounts hold for it, and none is more specific: ${ids.slice(0, 4).join(', ')}`;
}
