import { decimal, sum } from '../../lib/decimal.ts';
import type { CorrectionRecord } from '../../model/billing/correction.ts';
import { allDigits, money } from '../../model/money-text.ts';
import { type Block, type Cell, code, paragraph, type Table } from '../report/document.ts';

/** What corrections of a change charge and give back, in the report. */
export function correctionBlocks(records: readonly CorrectionRecord[] | undefined): Block[] {
  if (records === undefined || records.length === 0) return [];
  const currencies = [...new Set(records.map(({ BillingCurrency }) => BillingCurrency))];
  const totals = currencies.map((currency) => {
    const own = records.filter(({ BillingCurrency }) => BillingCurrency === currency);
    const total = sum(own.map(({ BilledCost }) => decimal(BilledCost)));
    return money(total, currency, { exact: true, signed: true });
  });
  return [
    paragraph(`What is corrected, before tax: ${totals.join(', ')}. It is in no revenue of recorded usage.`),
    correctionsTable(records),
  ];
}

/** Records of corrections, one a row. */
export function correctionsTable(records: readonly CorrectionRecord[]): Table {
  return {
    kind: 'table',
    columns: [
      { title: 'Correction' },
      { title: 'Customer' },
      { title: 'SKU' },
      { title: 'Period' },
      { title: 'Quantity', align: 'right' },
      { title: 'Amount', align: 'right' },
      { title: 'Billed by' },
    ],
    rows: records.map((record): Cell[] => [
      code(record.x_CorrectionId),
      `${record.SubAccountType} ${record.SubAccountId}`,
      code(record.SkuId),
      `${record.ChargePeriodStart} to ${record.ChargePeriodEnd}`,
      record.ConsumedQuantity === null
        ? ''
        : `${allDigits(decimal(record.ConsumedQuantity))} ${record.ConsumedUnit ?? ''}`,
      money(decimal(record.BilledCost), record.BillingCurrency, { exact: true }),
      `${record.x_BillingProfileId}@${record.x_BillingProfileVersion}`,
    ]),
  };
}
