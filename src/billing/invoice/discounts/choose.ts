import type { Decimal } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';

/**
 * The discounts of one line that are taken, of those that could be (by precedence). The first exclusive one is taken
 * alone. Of those marked best only the one that takes most off stays; ties go to the first by precedence. The others stack.
 */
export function choose(
  offers: readonly Discount[],
  wantedFrom: (discount: Discount) => Decimal,
): readonly Discount[] {
  const exclusive = offers.find(({ stacking }) => stacking === 'exclusive');
  if (exclusive !== undefined) return [exclusive];
  const best = bestOf(
    offers.filter(({ stacking }) => stacking === 'best'),
    wantedFrom,
  );
  return offers.filter((offer) => offer.stacking === 'stack' || offer === best);
}

function bestOf(
  offers: readonly Discount[],
  wantedFrom: (discount: Discount) => Decimal,
): Discount | undefined {
  const [first, ...others] = offers;
  if (first === undefined || others.length === 0) return first;
  let [best, most] = [first, wantedFrom(first)];
  for (const offer of others) {
    const wanted = wantedFrom(offer);
    if (wanted.gt(most)) [best, most] = [offer, wanted];
  }
  return best;
}
