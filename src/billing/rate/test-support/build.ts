import { decimal, type Decimal, ZERO } from '../../../lib/decimal.ts';
import type { CapacityTier, Price, Sku, Stair, Terms, Tier } from '../../../model/billing/terms.ts';
import type { Period } from '../../time/periods.ts';
import { type RatedSku, rateSku, type SkuPart, type SkuUsage } from '../rate-sku.ts';

/** 31 days. */
export const JANUARY: Period = { from: Date.UTC(2027, 0, 1), to: Date.UTC(2027, 1, 1) };

/** The instant at which a day of January begins. */
export const day = (number: number): number => Date.UTC(2027, 0, number);

export const terms: Terms = {
  ...{ id: 'standard', version: '1.0.0', lifecycle: 'published', environment: 'prod', test: false },
  ...{ effective: { from: null, to: null }, supersedes: null, migration: { mode: 'newOnly' } },
  ...{ currency: 'USD', rounding: { mode: 'halfUp', level: 'line', digits: 2 }, cadence: 'monthly' },
  ...{ cutoff: 0, timezone: 'UTC', skus: [], discounts: [], commitments: [], tax: null, fx: null },
  ...{ allocation: [], revenueShare: [] },
};

export const skuOf = (price: Price, more: Partial<Sku> = {}): Sku => ({
  ...{ id: 'api', name: 'API', unit: 'request', price, convert: null, freeQuantity: ZERO },
  meter: { aggregate: 'sum', window: 'period', name: null },
  ...{ minAmount: null, maxAmount: null, onChange: 'restart', proration: 'none' },
  ...{ taxCategory: 'standard', group: null, profitCenter: null },
  cost: { variable: null, fixed: null, amortised: null },
  ...more,
});

export const usage = (quantity: string | Decimal, more: Partial<SkuUsage> = {}): SkuUsage => ({
  quantity: typeof quantity === 'string' ? decimal(quantity) : quantity,
  ...{ events: ZERO, amount: null, amounts: null, limits: {} },
  ...more,
});

/** Usage of single events, each written `amount` or `count x amount`, in the order of time. */
export function events(...texts: readonly string[]): SkuUsage {
  const amounts = texts.map((text) => {
    const [amount = '0', count = '1'] = text.split(' x ').reverse();
    return { amount: decimal(amount), count: decimal(count) };
  });
  const count = amounts.reduce((total, one) => total.plus(one.count), ZERO);
  const amount = amounts.reduce((total, one) => total.plus(one.amount.times(one.count)), ZERO);
  return usage(count, { events: count, amount, amounts });
}

export const partOf = (sku: Sku, used: SkuUsage, more: Partial<SkuPart> = {}): SkuPart => ({
  ...{ terms, sku, ...JANUARY, usage: used, freeQuantity: ZERO },
  ...more,
});

/** Tiers, each written `upTo: unit` or `upTo: unit + flat`; `*` for the open one. */
export function tiers(...texts: readonly string[]): Tier[] {
  return texts.map((text) => {
    const [bound = '*', price = '0'] = text.split(': ');
    const [unit = '0', flat = '0'] = price.split(' + ');
    return { upTo: bound === '*' ? null : decimal(bound), unit: decimal(unit), flat: decimal(flat) };
  });
}

/** Stairs, each written `upTo: flat`. */
export const stairs = (...texts: readonly string[]): Stair[] =>
  tiers(...texts).map(({ upTo, unit }) => ({ upTo, flat: unit }));

export const capacityTier = (price: string, limits: Readonly<Record<string, string>>): CapacityTier => ({
  price: decimal(price),
  limits: Object.fromEntries(Object.entries(limits).map(([key, most]) => [key, decimal(most)])),
});

/** The amount as text, or why there is none. */
export const textOf = ({ amount, unknown }: RatedSku): string => amount?.toFixed() ?? unknown ?? '';

/** What usage of a whole January costs. */
export function rate(sku: Sku, used: SkuUsage | string): string {
  const rated = rateSku([partOf(sku, typeof used === 'string' ? usage(used) : used)], JANUARY);
  return rated.map(textOf).join(' ');
}

/** What the parts of January cost; each is a SKU, its usage and the day after its last one. */
export function rateParts(...parts: readonly (readonly [Sku, SkuUsage | string, number])[]): string[] {
  let from = 1;
  const built = parts.map(([sku, used, to]) => {
    const span = { from: day(from), to: day(to) };
    from = to;
    return partOf(sku, typeof used === 'string' ? usage(used) : used, span);
  });
  return rateSku(built, JANUARY).map(textOf);
}
