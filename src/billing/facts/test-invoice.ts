import { type Decimal, decimal } from '../../lib/decimal.ts';
import type { Binding } from '../../model/billing/binding.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { rateInvoice } from '../invoice/rate-invoice.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { periodAt, type Period } from '../time/periods.ts';

/** A quantity of a SKU that a test uses. */
export interface TestUsage {
  readonly sku: string;
  readonly quantity: Decimal;
}

/**
 * What a customer without tags or grants pays before tax for the first whole period of a version with some usage. Null
 * when a part of it cannot be rated.
 */
export function testInvoice(terms: Terms, usage: readonly TestUsage[]): Decimal | null {
  const period = firstPeriod(terms);
  const binding = bindingTo(terms, period);
  const cells = usage.map((item) => cellOf(terms, item, period));
  if (cells.some((cell) => cell === null)) return null;
  // Nobody can say the tax without a place, and it is not asked.
  const untaxed = { ...terms, tax: null };
  const invoice = rateInvoice({
    customer: binding.id,
    period,
    segments: [{ terms: untaxed, binding, from: binding.from, to: null }],
    cells: cells.filter((cell) => cell !== null),
    explain: false,
  });
  return invoice.unknowns.length > 0 ? null : invoice.net;
}

function firstPeriod({ effective, cadence, timezone }: Terms): Period {
  const begin = Date.parse(effective.from ?? '2001-01-01T00:00:00Z');
  const period = periodAt(cadence, timezone, begin);
  return period.from === begin ? period : periodAt(cadence, timezone, period.to);
}

function bindingTo(terms: Terms, period: Period): Binding {
  const from = new Date(period.from).toISOString().replace('.000Z', 'Z');
  return {
    ...{ type: 'tenant', id: 'test', environment: terms.environment, profile: referenceTo(terms) },
    ...{ from, to: null, tags: {}, jurisdiction: null, grants: [] },
  };
}

function cellOf(terms: Terms, { sku: id, quantity }: TestUsage, period: Period): UsageCell | null {
  const sku = terms.skus.find((other) => other.id === id);
  if (sku === undefined) return null;
  const { aggregate, window } = sku.meter;
  return {
    ...{ customer: 'test', type: null, key: id, aggregate, window, unit: sku.unit, currency: null },
    ...{ cadence: terms.cadence, timezone: terms.timezone, from: period.from, to: period.to },
    ...{ quantity, rows: 1, events: decimal('1'), amount: null, amounts: null, cost: null },
    ...{ jurisdiction: null, tags: null },
  };
}
