import { decimal, sum, ZERO } from '../../../src/lib/decimal.ts';
import type { Sku, Terms } from '../../../src/model/billing/terms.ts';
import type { UsageCell } from '../../../src/model/billing/usage.ts';

export const CUSTOMER = 'customer';

/** Usage as it is when the events are brought together; amounts make a quantity of their sum where none is given. */
export function cellOf(
  { cadence, timezone, currency }: Terms,
  { id, unit, meter }: Sku,
  { from, to }: { readonly from: number; readonly to: number },
  quantity: string | undefined,
  amounts: readonly string[] | undefined,
): UsageCell {
  const each = amounts?.map((amount) => ({ amount: decimal(amount), count: decimal(1) })) ?? null;
  const amount = each && sum(each.map((event) => event.amount));
  return {
    customer: CUSTOMER,
    type: 'tenant',
    key: id,
    aggregate: meter.aggregate,
    window: meter.window,
    cadence,
    timezone,
    unit,
    currency,
    from,
    to,
    quantity: quantity === undefined ? (amount ?? ZERO) : decimal(quantity),
    events: each === null ? decimal(1) : decimal(each.length),
    amount,
    amounts: each,
    cost: null,
    jurisdiction: null,
    tags: null,
    rows: each?.length ?? 1,
  };
}
