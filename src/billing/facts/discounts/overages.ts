import { decimal } from '../../../lib/decimal.ts';
import type { Commitment, Sku, Terms } from '../../../model/billing/terms.ts';
import type { SourceRange } from '../../../model/source.ts';
import { unconverted } from '../../rate/convert.ts';
import type { ResolvedProfile } from '../../resolve/resolved-profile.ts';
import { priceInput } from '../../simulate/bounds.ts';
import { ratedAlone } from '../../simulate/price-of.ts';
import { moneyFigure, plainFigure, type Figure } from '../figure.ts';
import { subjectOf, type Subject } from '../subject.ts';

/** What a unit that is billed costs within a commitment and above it. */
export interface Overage extends Subject {
  readonly commitment: string;
  readonly sku: string;
  /** For a factor 1, for a rate the list price of a unit of what is committed: of one that is billed, as the rate is for. */
  readonly inside: Figure;
  readonly above: Figure;
  readonly source: SourceRange;
}

const ONE = decimal('1');

/** The overages of a profile's commitments, by commitment and SKU. */
export function overagesOf(profile: ResolvedProfile): readonly Overage[] {
  const { terms } = profile;
  const subject = subjectOf({ kind: 'BillingProfile', id: terms.id });
  return terms.commitments.flatMap((commitment) => {
    const { overage, skus, id } = commitment;
    if (overage === null) return [];
    const priced = terms.skus.filter((sku) => skus === null || skus.includes(sku.id));
    const source = profile.place(`commitments[${id}].overage`);
    return priced.flatMap((sku) => {
      const named = { ...subject, commitment: id, sku: sku.id, source };
      if (overage.type === 'factor')
        return [{ ...named, inside: plainFigure(ONE), above: plainFigure(overage.value) }];
      const inside = unitPrice(terms, sku, commitment);
      if (inside === null) return [];
      const figure = (value: typeof ONE) => moneyFigure(value, terms.currency);
      return [{ ...named, inside: figure(inside), above: figure(overage.value) }];
    });
  });
}

/**
 * Of a billed unit on average over the committed quantity; of the first one where money is committed, or where all of the quantity is
 * free. Null when it has no price by quantity.
 */
function unitPrice(terms: Terms, sku: Sku, { type, amount }: Commitment) {
  if (priceInput(sku.price) === 'amount') return null;
  const first = unconverted(sku.freeQuantity.plus(ONE), sku.convert);
  const rated = ratedAlone(terms, sku, type === 'quantity' && amount.gt(first) ? amount : first);
  return rated?.billable.gt('0') === true ? (rated.amount?.div(rated.billable) ?? null) : null;
}
