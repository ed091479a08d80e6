import { type Decimal, sum } from '../../lib/decimal.ts';
import type { RatedUsage } from '../../model/billing/rated.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import { csvRows, csvText } from './focus-csv.ts';

/** Columns of FOCUS 1.2, with `x_` for what it has no name for. */
const COLUMNS = [
  'BillingAccountId',
  'SubAccountId',
  'SubAccountType',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'CommitmentDiscountId',
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

/**
 * Rated usage as FOCUS cost records, an invoice a piece: one record a line, without any tax, one a tax, and one for what rounding
 * moved. The billed costs of an invoice sum exactly to what is payable.
 */
export function* renderCostRecords({ invoices }: RatedUsage): Generator<string> {
  yield csvText(COLUMNS, []);
  for (const invoice of invoices) yield csvRows(COLUMNS, recordsOf(invoice));
}

function recordsOf(invoice: Invoice): Record<string, string | null>[] {
  const head = {
    BillingAccountId: invoice.customer,
    SubAccountId: invoice.customer,
    SubAccountType: invoice.type,
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
    ContractedCost: one.amount.toFixed(),
    BilledCost: one.amount.toFixed(),
  }));
  const moved = movedByRounding(invoice).toFixed();
  const adjustment = {
    ...head,
    ChargePeriodStart: invoice.period.from,
    ChargePeriodEnd: invoice.period.to,
    ChargeCategory: 'Adjustment',
    ChargeDescription: 'Rounding',
    ListCost: moved,
    ContractedCost: moved,
    BilledCost: moved,
  };
  return [...lines, ...tax, ...(moved === '0' ? [] : [adjustment])];
}

/** What is payable less what lines and taxes cost: also what was cut off the taxes within single lines. */
function movedByRounding({ lines, tax, payable }: Invoice): Decimal {
  const cost = sum(lines.map(({ net, includedTax }) => withoutTax(net, includedTax?.net)));
  return payable.minus(cost).minus(sum(tax.map(({ amount }) => amount)));
}

function withoutTax(amount: Decimal, tax: Decimal | undefined): Decimal {
  return tax === undefined ? amount : amount.minus(tax);
}

const CATEGORIES: Readonly<Record<RatedLine['kind'], string>> = {
  usage: 'Usage',
  overage: 'Usage',
  'true-up': 'Purchase',
  credit: 'Credit',
};

function lineRecord(line: RatedLine): Record<string, string | null> {
  // What is beyond a commitment is in the lines of its usage already: only the difference in price is apart.
  const isUsage = line.kind === 'usage';
  const [profile = '', version = ''] = line.profile.split('@');
  const billed = withoutTax(line.net, line.includedTax?.net).toFixed();
  return {
    ChargePeriodStart: line.from,
    ChargePeriodEnd: line.to,
    ChargeCategory: CATEGORIES[line.kind],
    ChargeDescription: line.name ?? line.id,
    CommitmentDiscountId: isUsage ? null : line.id,
    SkuId: isUsage ? line.id : null,
    ConsumedQuantity: isUsage ? line.quantity.toFixed() : null,
    ConsumedUnit: isUsage ? line.unit : null,
    PricingQuantity: isUsage ? line.billable.toFixed() : null,
    ListCost: withoutTax(line.list, line.includedTax?.list).toFixed(),
    ContractedCost: billed,
    BilledCost: billed,
    x_BillingProfileId: profile,
    x_BillingProfileVersion: version,
    x_Group: line.group,
  };
}
