import { decimal, ZERO, type Decimal } from '../../lib/decimal.ts';
import type { Sku, Terms } from '../../model/billing/terms.ts';
import { rateSku, type RatedSku, type SkuUsage } from '../rate/rate-sku.ts';
import { periodAt } from '../time/periods.ts';
import { priceInput } from './bounds.ts';

const ONE = decimal('1');
/** Any whole period will do: nothing of what is asked here depends on the date. */
const SOME_INSTANT = Date.UTC(2001, 0, 1);

/**
 * What a quantity of one SKU costs in a whole period by its price alone: no discounts, no commitments, no tax. For prices
 * that depend on amounts of events, `input` is the amount of a single event. Null when it cannot be rated.
 */
export function priceOf(terms: Terms, sku: Sku, input: Decimal): Decimal | null {
  return ratedAlone(terms, sku, input)?.amount ?? null;
}

/** The same, with what is billed of the quantity: after conversion, without what is free. */
export function ratedAlone(terms: Terms, sku: Sku, input: Decimal): RatedSku | null {
  const period = periodAt(terms.cadence, terms.timezone, SOME_INSTANT);
  const [rated] = rateSku(
    [{ terms, sku, ...period, usage: usageWith(sku, input), freeQuantity: ZERO }],
    period,
  );
  return rated === undefined || rated.unknown !== null ? null : rated;
}

function usageWith({ id, meter, price }: Sku, input: Decimal): SkuUsage {
  if (priceInput(price) === 'amount') {
    const amounts = [{ amount: input, count: ONE }];
    return { quantity: ONE, events: ONE, amount: input, amounts, limits: {} };
  }
  const limits = { [id]: input, ...(meter.name === null ? {} : { [meter.name]: input }) };
  return { quantity: input, events: ONE, amount: null, amounts: null, limits };
}
