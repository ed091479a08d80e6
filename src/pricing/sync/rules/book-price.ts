import { type Decimal, decimal, ZERO } from '../../../lib/decimal.ts';
import { normalUnit } from '../../unit.ts';
import type { RowProblem } from '../port.ts';
import type { RowMatch } from './row.ts';

/** One tier of a price as a list states it. */
export interface ListedPrice {
  /** The list's words for the unit: `Hrs`, `10K`, `GiBy.mo`. */
  readonly unit: string;
  /** Lower bound of the tier, in that unit. */
  readonly from: Decimal;
  readonly price: Decimal;
}

/** The same in the book's unit, as plain decimals; or why it cannot be taken. */
export type BookPrice = { readonly unit: string; readonly from: string; readonly price: string } | RowProblem;

/** Decimal places that a price of the book may have; the lists' own have at most 14. */
const PLACES = 18;

/** Far above what one unit of anything costs, and what a tier begins at: figures beyond are errors of the list. */
const MOST_PRICE = decimal('1000000000');
const MOST_FROM = decimal('1000000000000000000');

/**
 * A price of a list in the unit that a rule wants: `10K` is divided out, and the tier's bound multiplied. A row whose unit is
 * another than the rule's, or that nobody has named, gives a problem: the list has changed, and a price by a wrong unit is worse
 * than none.
 */
export function bookPrice(match: RowMatch, { unit, from, price }: ListedPrice): BookPrice {
  const found = [match.listed].flat().includes(unit)
    ? { unit: match.unit, per: match.per ?? 1 }
    : normalUnit(unit);
  if (found === undefined) return { problem: `the unit "${unit}" is not known` };
  if (match.unit !== '*' && found.unit !== match.unit) {
    return { problem: `the unit is "${unit}", not ${match.unit}` };
  }
  if (match.from !== undefined && !from.eq(ZERO)) return { problem: 'the list has tiers of its own' };
  const start = afterAllowance(match, from, price);
  if ('problem' in start) return start;
  const per = decimal(String(found.per));
  const bound = match.from === undefined ? start.times(per) : decimal(match.from);
  const rounded = price.div(per).round(PLACES);
  if (rounded.gt(MOST_PRICE) || bound.gt(MOST_FROM)) return { problem: 'the price or its tier is too large' };
  // A price that is there and would be 0 is none that the book can hold, and nothing that is free.
  if (rounded.eq(ZERO) && price.gt(ZERO)) return { problem: 'the price is too small' };
  return { unit: found.unit, from: bound.toFixed(), price: rounded.toFixed() };
}

/**
 * Where a tier begins when the account's free allowance is taken out of the list; or why it is no tier of the book. A rule knows of
 * one price after the allowance: with a further tier the key has none, since a row does not say whether the list counts that tier
 * from the allowance or from 0.
 */
function afterAllowance({ allowance }: RowMatch, from: Decimal, price: Decimal): Decimal | RowProblem {
  if (allowance === undefined || (from.eq(ZERO) && price.gt(ZERO))) return from;
  if (from.eq(ZERO)) return { problem: 'an allowance of the account, which is no price', loses: 'nothing' };
  if (from.eq(decimal(allowance))) return ZERO;
  return { problem: `a tier begins neither at 0 nor at the account's allowance of ${allowance}` };
}
