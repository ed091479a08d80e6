import type { Dialect } from './dialect.ts';

/** The rows of a part of the query under the column names of usage files. */
export function resultRows(sql: Dialect, from: 'totals' | 'counts'): string {
  const columns = [
    ['ChargePeriodStart', sql.shown('began')],
    ['ChargePeriodEnd', sql.shown('ended')],
    ['SubAccountType', 'customer_type'],
    ['SubAccountId', 'customer'],
    ['SkuId', 'sku'],
    ['x_Meter', 'meter'],
    ['ConsumedUnit', 'unit'],
    ['x_Aggregate', 'aggregated_by'],
    ['ConsumedQuantity', 'quantity'],
    ['x_EventCount', 'event_count'],
    ['x_EventAmount', 'amount'],
    ['BillingCurrency', 'currency'],
    ['EffectiveCost', 'cost'],
    ['x_Jurisdiction', 'jurisdiction'],
    ['x_ReceivedAt', sql.shown('received_late')],
    ['x_Pool', 'pool'],
  ] as const;
  return `SELECT\n${columns.map(([name, value]) => `  ${value} AS ${sql.name(name)}`).join(',\n')}\nFROM ${from}\n`;
}
