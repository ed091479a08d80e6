const HEADER =
  'ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit,x_EventId,x_ReceivedAt,x_Pool,EffectiveCost,BillingCurrency';

/** Usage of `publishedVersions`: of t-001 before and after the version changes, and every fate that a row can have. */
export const STANDARD_USAGE = usageCsv(
  '2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,t-001,api-calls,60000,request,a1,,,,',
  '2026-03-20T10:00:00Z,2026-03-21T00:00:00Z,t-001,api-calls,45000,request,a2,,,,',
  '2026-03-20T10:00:00Z,2026-03-21T00:00:00Z,t-001,api-calls,45000,request,a2,,,,',
  '2026-03-05T00:00:00Z,2026-03-05T01:00:00Z,t-001,seats,12,seat,a3,,,,',
  '2026-06-05T00:00:00Z,2026-06-05T01:00:00Z,t-001,seats,10,seat,a4,,,,',
  '2026-03-06T00:00:00Z,2026-03-06T01:00:00Z,,,,,,,network,1000.01,USD',
  '2026-03-07T00:00:00Z,2026-03-07T01:00:00Z,t-001,seats,-1,seat,a5,,,,',
  '2026-03-07T00:00:00Z,2026-03-07T01:00:00Z,t-001,api-calls,1,request,a6,2026-05-01T00:00:00Z,,,',
  '2026-03-07T00:00:00Z,2026-03-07T01:00:00Z,t-002,api-calls,1,request,a7,,,,',
  '2026-03-07T00:00:00Z,2026-03-07T01:00:00Z,t-001,api-cals,1,request,a8,,,,',
  '2026-01-07T00:00:00Z,2026-01-07T01:00:00Z,t-001,seats,3,seat,a9,,,,',
);

/** Rows below the header as a file. */
export function usageCsv(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\n')}\n`;
}
