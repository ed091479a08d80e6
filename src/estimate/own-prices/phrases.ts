import type { Price } from '../../model/cost.ts';
import type { Discount } from '../../model/pricing.ts';
import { money, quantity } from '../../model/money-text.ts';
import type { Free } from './adjust-line.ts';
import type { Coverage } from './commitments.ts';

const KINDS = {
  reserved: 'covered by a reservation',
  committed_use: 'covered by committed use',
  savings_plan: 'covered by a savings plan',
} as const;

/** `own price of $0.03 per hour`. */
export function ownPriceText(price: Price): string {
  const tiers = price.tiers.length > 1 ? `, first of ${price.tiers.length} tiers` : '';
  const alone = price.own?.list === null ? '; the price book has none' : '';
  return `own price of ${unitPrice(price)}${tiers}${alone}`;
}

/** `12% off the list price`. */
export function discountText({ percent }: Discount): string {
  return `${percent.toFixed()}% off the list price`;
}

/** `60% covered by a reservation (1y, standard, no upfront) at $0.06 per hour`. */
export function coverageText({ commitment, share, rate }: Coverage): string {
  const { kind, term, payment } = commitment;
  const cut = share.eq(commitment.share)
    ? ''
    : ` of ${commitment.share.toFixed()}% asked for, since others cover the rest`;
  const covered = `${share.toFixed()}% ${KINDS[kind]}${cut}`;
  if (rate.kind === 'percent') return `${covered}, ${rate.percent.toFixed()}% below the list price`;
  if (rate.kind === 'unknown') return `${covered}, at a rate that is not known: priced as not covered`;
  const options = kind === 'reserved' ? [term, commitment.class, payment.replaceAll('_', ' ')] : [term];
  return `${covered} (${options.join(', ')}) at ${unitPrice(rate.price)}`;
}

/** `1,000,000 request of the free 1,000,000 a month`. */
export function freeText({ quantity: taken, phrase }: Free, unit: string): string {
  return `${quantity(taken.likely)} ${unit} free: ${phrase}`;
}

function unitPrice({ tiers, currency, unit }: Price): string {
  const [first] = tiers;
  return first === undefined ? 'unknown' : `${money(first.price, currency, { exact: true })} per ${unit}`;
}
