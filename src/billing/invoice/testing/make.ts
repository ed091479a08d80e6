import { decimal, ZERO } from '../../../lib/decimal.ts';
import type { Binding, TermsInForce } from '../../../model/billing/binding.ts';
import type { Invoice } from '../../../model/billing/rating.ts';
import type { Commitment, Discount, Sku, TaxRow, Terms } from '../../../model/billing/terms.ts';
import type { UsageCell } from '../../../model/billing/usage.ts';
import { rateInvoice } from '../rate-invoice.ts';

const ALWAYS = { from: null, to: null };

export const JANUARY = { from: '2027-01-01T00:00:00Z', to: '2027-02-01T00:00:00Z' };

/** Sold by the unit at 1 a unit, unless something else is said. */
export function sku(id: string, more: Partial<Sku> = {}): Sku {
  return {
    id,
    name: id,
    unit: 'unit',
    meter: { aggregate: 'sum', window: 'period', name: null },
    price: { model: 'perUnit', unit: decimal('1') },
    freeQuantity: ZERO,
    ...{ convert: null, minAmount: null, maxAmount: null, onChange: 'restart', proration: 'none' },
    ...{ taxCategory: 'standard', group: null, profitCenter: null },
    cost: { variable: null, fixed: null, amortised: null },
    ...more,
  };
}

export function discount(
  id: string,
  type: Discount['type'],
  value: string,
  more: Partial<Discount> = {},
): Discount {
  return {
    id,
    type,
    value: decimal(value),
    skus: null,
    conditions: { tags: {}, minQuantity: null, minAmount: null },
    window: ALWAYS,
    precedence: 1,
    stacking: 'stack',
    cap: null,
    enabled: true,
    ...more,
  };
}

export function commitment(
  id: string,
  type: Commitment['type'],
  amount: string,
  more: Partial<Commitment> = {},
): Commitment {
  return {
    id,
    type,
    amount: decimal(amount),
    period: 'month',
    skus: null,
    overage: null,
    trueUp: 'period',
    proration: 'none',
    alertAt: [],
    ...more,
  };
}

export function taxRow(jurisdiction: string, rate: string, more: Partial<TaxRow> = {}): TaxRow {
  return {
    jurisdiction,
    category: 'standard',
    rate: decimal(rate),
    inclusive: false,
    window: ALWAYS,
    ...more,
  };
}

export function terms(more: Partial<Terms> = {}): Terms {
  return {
    id: 'standard',
    version: '1.0.0',
    lifecycle: 'published',
    environment: 'prod',
    test: false,
    effective: ALWAYS,
    supersedes: null,
    migration: { mode: 'newOnly' },
    currency: 'USD',
    rounding: { mode: 'halfUp', level: 'line', digits: 2 },
    ...{ cadence: 'monthly', cutoff: 0, timezone: 'UTC' },
    skus: [sku('api')],
    ...{ discounts: [], commitments: [], tax: null, fx: null, allocation: [], revenueShare: [] },
    ...more,
  };
}

export function held(own: Terms, more: Partial<Binding> = {}): TermsInForce {
  const { from, to } = { from: '2027-01-01T00:00:00Z', to: null, ...more };
  const binding: Binding = {
    ...{ type: 'tenant', id: 'acme', environment: 'prod', profile: `${own.id}@${own.version}`, from, to },
    ...{ tags: {}, jurisdiction: 'DE', grants: [] },
    ...more,
  };
  return { terms: own, binding, from, to };
}

/** Usage by key; each cell reaches over `within`. */
export function used(
  usage: Readonly<Record<string, string>>,
  { within = JANUARY, ...more }: Partial<UsageCell> & { within?: { from: string; to: string } } = {},
): UsageCell[] {
  return Object.entries(usage).map(([key, quantity]) => ({
    ...{ customer: 'acme', type: null, key, aggregate: 'sum', window: 'period' },
    ...{ cadence: 'monthly', timezone: 'UTC', unit: null, currency: null },
    from: Date.parse(within.from),
    to: Date.parse(within.to),
    quantity: decimal(quantity),
    ...{
      rows: 1,
      events: decimal('1'),
      amount: null,
      amounts: null,
      cost: null,
      jurisdiction: null,
      tags: null,
    },
    ...more,
  }));
}

/** The invoice of January 2027. */
export function january(
  own: TermsInForce | readonly TermsInForce[],
  usage: Readonly<Record<string, string>> | readonly UsageCell[],
  explain = false,
): Invoice {
  return rateInvoice({
    customer: 'acme',
    period: { from: Date.parse(JANUARY.from), to: Date.parse(JANUARY.to) },
    segments: 'terms' in own ? [own] : own,
    cells: Array.isArray(usage) ? (usage as readonly UsageCell[]) : used(usage as Record<string, string>),
    explain,
  });
}

/** Net amounts by `id` of a usage line and `kind id` of others. */
export function netsOf({ lines }: Invoice): Record<string, string> {
  return Object.fromEntries(
    lines.map(({ id, kind, net }) => [kind === 'usage' ? id : `${kind} ${id}`, net.toFixed()]),
  );
}
