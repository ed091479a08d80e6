import { type Decimal, ZERO } from '../../lib/decimal.ts';
import { allDigits } from '../../model/money-text.ts';
import type { Share } from './share.ts';

/** Digits after the point that are shown: what has more comes from a division. */
const MOST_DECIMALS = 18;

const DOWN = 0;

/** A number as steps show it: thousands grouped, all of its digits, or an ellipsis after 18 behind the point. */
export function shown(value: Decimal): string {
  const cut = value.round(MOST_DECIMALS, DOWN);
  return cut.eq(value) ? allDigits(value) : `${allDigits(cut)}...`;
}

/** A value of a whole period by days, such as `100 x 15 of 31 days`. */
export function shareText(value: Decimal, share: Share | null): string {
  return share === null ? shown(value) : `${shown(value)} x ${shown(share.days)} of ${shown(share.of)} days`;
}

/**
 * A flat price that is due at `at` and, unless `before` is null, was due before: what of it is added, by days; null when
 * nothing is.
 */
export function flatText(
  value: Decimal,
  before: { readonly share: Share | null } | null,
  at: { readonly share: Share | null },
): string | null {
  if (before === null) return shareText(value, at.share);
  if (before.share === null) return null;
  const { days, of } = before.share;
  return shareText(value, { days: (at.share?.days ?? of).minus(days), of });
}

/** The billable quantity that was added since `before`. */
export function added(
  before: { readonly billable: Decimal } | null,
  at: { readonly billable: Decimal },
): Decimal {
  return at.billable.minus(before?.billable ?? ZERO);
}
