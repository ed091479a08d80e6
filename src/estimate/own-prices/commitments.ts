import { decimal, type Decimal, ZERO } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Price } from '../../model/cost.ts';
import type { Commitment } from '../../model/pricing.ts';
import type { PriceBook } from '../../pricing/book.ts';
import { canCover } from './coverable.ts';
import { bySpecificity, holdsFor } from './scope.ts';

/** What a commitment does for the quantity of one price. */
export interface Coverage {
  readonly commitment: Commitment;
  /** Percent of the quantity; less than it says where others cover the rest. */
  readonly share: Decimal;
  /** What the covered part costs: percent that is taken off the list price, or a price; else why that is not known: then it costs what is not covered costs. */
  readonly rate:
    | { readonly kind: 'percent'; readonly percent: Decimal }
    | { readonly kind: 'price'; readonly price: Price }
    | { readonly kind: 'unknown'; readonly reason: string };
}

const ALL = decimal('100');

/** Shards of the book with the rates of commitments, by the kind: `ec2` has its own in `ec2-reserved`. */
const SHARDS = { reserved: 'reserved', committed_use: 'committed' } as const;

/**
 * The commitments that cover what a price is paid for, in the order in which they do: reservations and committed use before
 * savings plans, as the clouds apply them, then the most specific one, then by id. None covers what one before it does, and none what
 * commitments of its kind are not for.
 */
export function coverageOf(price: Price, commitments: readonly Commitment[], book: PriceBook): Coverage[] {
  let rest = ALL;
  return commitments
    .filter(({ kind, scope }) => holdsFor(scope, price) && canCover(kind, price))
    .toSorted(
      (a, b) =>
        Number(a.kind === 'savings_plan') - Number(b.kind === 'savings_plan') ||
        bySpecificity(a.scope, b.scope) ||
        byCodePoint(a.id, b.id),
    )
    .flatMap((commitment) => {
      const share = commitment.share.lt(rest) ? commitment.share : rest;
      rest = rest.minus(share);
      return share.eq(ZERO) ? [] : [{ commitment, share, rate: rateOf(commitment, price, book) }];
    });
}

function rateOf(commitment: Commitment, price: Price, book: PriceBook): Coverage['rate'] {
  const { kind, percent, term } = commitment;
  if (percent !== null) return { kind: 'percent', percent };
  const unknown = (reason: string): Coverage['rate'] => ({ kind: 'unknown', reason });
  if (kind === 'savings_plan') return unknown('the price book has no rates of savings plans');
  const options =
    kind === 'reserved' ? [term, commitment.class, commitment.payment.replaceAll('_', '-')] : [term];
  const { provider, region } = price;
  const service = `${price.service}-${SHARDS[kind]}`;
  const key = [price.key, ...options].join('|');
  const found = book.find({ provider, service, region, key });
  if (found === undefined)
    return unknown(`no price in the book for ${provider} ${service} in ${region}: ${key}`);
  if (found.unit !== price.unit && !(found.unit === 'month' && price.unit === 'hour')) {
    return unknown(`the book has it per ${found.unit}, not per ${price.unit}`);
  }
  return { kind: 'price', price: found };
}
