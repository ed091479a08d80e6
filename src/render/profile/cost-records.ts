import type { RatedUsage } from '../../model/billing/rated.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import { csvRows, csvText } from './focus-csv.ts';

/** Columns of FOCUS 1.2, with `x_` for what it has no name for. */
const COLUMNS = [
  'BillingAccountId',
  'SubAccountId',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'SkuId',
  'ConsumedQuantity',
  'ConsumedUnit',
  'PricingQuantity',
  'ListCost',
  'ContractedCost',
  'BilledCost',
  'BillingCurrency',
  'x_BillingProfileId',
  'x_BillingProfileVersion',
  'x_Group',
] as const;

/** Rated usage as FOCUS cost records, an invoice a piece: one record a line, and one a tax. */
export function* renderCostRecords({ invoices }: RatedUsage): Generator<string> {
  yield csvText(COLUMNS, []);
  for (const invoice of invoices) yield csvRows(COLUMNS, recordsOf(invoice));
}

function recordsOf(invoice: Invoice): Record<string, string | null>[] {
  const head = {
    BillingAccountId: invoice.customer,
    SubAccountId: invoice.customer,
    BillingPeriodStart: invoice.period.from,
    BillingPeriodEnd: invoice.period.to,
    BillingCurrency: invoice.currency,
  };
  const lines = invoice.lines.map((line) => ({ ...head, ...lineRecord(line) }));
  const tax = invoice.tax.map((one) => ({
    ...head,
    ChargePeriodStart: invoice.period.from,
    ChargePeriodEnd: invoice.period.to,
    ChargeCategory: 'Tax',
    ChargeDescription: `${one.jurisdiction} ${one.category} ${one.rate.toFixed()}%${one.inclusive ? ', within the prices' : ''}`,
    BilledCost: one.amount.toFixed(),
  }));
  return [...lines, ...tax];
}

const CATEGORIES: Readonly<Record<RatedLine['kind'], string>> = {
  usage: 'Usage',
  overage: 'Usage',
  'true-up': 'Purchase',
  credit: 'Credit',
};

function lineRecord(line: RatedLine): Record<string, string | null> {
  const isUsage = line.kind === 'usage' || line.kind === 'overage';
  const [profile = '', version = ''] = line.profile.split('@');
  return {
    ChargePeriodStart: line.from,
    ChargePeriodEnd: line.to,
    ChargeCategory: CATEGORIES[line.kind],
    ChargeDescription: line.name ?? line.id,
    SkuId: isUsage ? line.id : null,
    ConsumedQuantity: isUsage ? line.quantity.toFixed() : null,
    ConsumedUnit: isUsage ? line.unit : null,
    PricingQuantity: isUsage ? line.billable.toFixed() : null,
    ListCost: line.list.toFixed(),
    ContractedCost: line.net.toFixed(),
    BilledCost: line.net.toFixed(),
    x_BillingProfileId: profile,
    x_BillingProfileVersion: version,
    x_Group: line.group,
  };
}
