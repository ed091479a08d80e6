import { type Decimal, decimal, ZERO } from '../../../lib/decimal.ts';
import { normalUnit } from '../../unit.ts';
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
export type BookPrice =
  { readonly unit: string; readonly from: string; readonly price: string } | { readonly problem: string };

/** Decimal places that a price of the book may have; the lists' own have at most 14. */
const PLACES = 18;

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
  if (typeof start === 'string') return { problem: start };
  const per = decimal(String(found.per));
  return {
    unit: found.unit,
    from: match.from === undefined ? start.times(per).toFixed() : String(match.from),
    price: price.div(per).round(PLACES).toFixed(),
  };
}

/** Where a tier begins when the account's free allowance is taken out of the list; or why it is no tier of the book. */
function afterAllowance({ allowance }: RowMatch, from: Decimal, price: Decimal): Decimal | string {
  if (allowance === undefined || (from.eq(ZERO) && price.gt(ZERO))) return from;
  if (from.eq(ZERO)) return 'an allowance of the account, which is no price';
  return from.eq(decimal(allowance)) ? ZERO : `the allowance of the account is not ${allowance}`;
}
