/** The columns that are read. Their number is their place in here. */
export const COLUMNS = [
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'SubAccountId',
  'SubAccountType',
  'SkuId',
  'x_Meter',
  'ConsumedQuantity',
  'ConsumedUnit',
  'BillingCurrency',
  'EffectiveCost',
  'Tags',
  'x_EventId',
  'x_EventCount',
  'x_EventAmount',
  'x_UniqueValue',
  'x_Aggregate',
  'x_Pool',
  'x_Jurisdiction',
  'x_ReceivedAt',
] as const;

export type ColumnName = (typeof COLUMNS)[number];

/** Numbers of the columns by their names. */
export const COLUMN = Object.fromEntries(COLUMNS.map((name, number) => [name, number])) as Readonly<
  Record<ColumnName, number>
>;

/** A file without one of these is no usage. */
export const REQUIRED: readonly ColumnName[] = [
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'SubAccountId',
  'ConsumedQuantity',
  'ConsumedUnit',
];

/**
 * All other columns of the FOCUS Cost and Usage dataset, 1.0 to 1.3 (github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS_Spec,
 * specification/datasets/cost_and_usage/columns): they are read over.
 */
const READ_OVER = `AllocatedMethodDetails AllocatedMethodId AllocatedResourceId AllocatedResourceName AllocatedTags
AvailabilityZone BilledCost BillingAccountId BillingAccountName BillingAccountType BillingPeriodEnd BillingPeriodStart
CapacityReservationId CapacityReservationStatus ChargeCategory ChargeClass ChargeDescription ChargeFrequency
CommitmentDiscountCategory CommitmentDiscountId CommitmentDiscountName CommitmentDiscountQuantity CommitmentDiscountStatus
CommitmentDiscountType CommitmentDiscountUnit ContractApplied ContractedCost ContractedUnitPrice HostProviderName InvoiceId
InvoiceIssuer InvoiceIssuerName ListCost ListUnitPrice PricingCategory PricingCurrency PricingCurrencyContractedUnitPrice
PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice PricingQuantity PricingUnit Provider ProviderName Publisher
PublisherName RegionId RegionName ResourceId ResourceName ResourceType ServiceCategory ServiceName ServiceProviderName
ServiceSubcategory SkuMeter SkuPriceDetails SkuPriceId SubAccountName`;

const NUMBERS = new Map<string, number>(COLUMNS.map((name, number) => [name, number]));
const OTHERS: ReadonlySet<string> = new Set(READ_OVER.split(/\s+/));
const FOLDED = new Map(COLUMNS.map((name) => [folded(name), name]));

/** The names that a misspelt column may mean. */
export const KNOWN_NAMES: readonly string[] = [...COLUMNS, ...OTHERS];

/**
 * The number of a column; -1 for one that is read over: of FOCUS, or of one's own, which begins with `x_`. `unknown` for any
 * other name, and for one that differs from a column that is read by its case or underscores alone: what it holds would be lost.
 */
export function columnNumber(name: string): number | 'unknown' {
  const number = NUMBERS.get(name);
  if (number !== undefined) return number;
  if (OTHERS.has(name)) return -1;
  return name.startsWith('x_') && !FOLDED.has(folded(name)) ? -1 : 'unknown';
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}
