import { type Decimal, decimal, ZERO } from '../../lib/decimal.ts';
import type { CostLine, ResourceCost } from '../../model/cost.ts';
import type { EstimatedResource } from '../../model/estimate.ts';

const HOURS = decimal('730');

/** Units of the result's currency for one of another; undefined where that is not known. */
export type RateOf = (currency: string) => Decimal | undefined;

/**
 * Resources as the `breakdown` of Infracost's output format, version 0.2: likely figures, texts for numbers, null for what is not
 * known. Tools and policies that read that format read this.
 */
export function breakdownJson(resources: readonly EstimatedResource[], rateOf: RateOf): object {
  const costed = resources.filter(({ cost }) => cost.status !== 'free' && cost.status !== 'unknown-type');
  const free = resources.filter(({ cost }) => cost.status === 'free');
  return {
    resources: costed.map((one) => resourceJson(one, rateOf)),
    freeResources: free.map(({ cost, tags }) => ({
      name: cost.address,
      resourceType: cost.type,
      tags: { ...tags },
      metadata: metadataJson(cost),
    })),
    ...totalsJson(resources),
  };
}

/** `totalHourlyCost`, `totalMonthlyCost` and `totalMonthlyUsageCost` of what is known. */
export function totalsJson(resources: readonly EstimatedResource[]): object {
  const sum = (part: 'monthly' | 'variable'): Decimal =>
    resources.reduce((total, { cost }) => total.plus(cost[part]?.likely ?? ZERO), ZERO);
  return {
    totalHourlyCost: hourly(sum('monthly')),
    totalMonthlyCost: sum('monthly').toFixed(),
    totalMonthlyUsageCost: sum('variable').toFixed(),
  };
}

function resourceJson({ cost, tags }: EstimatedResource, rateOf: RateOf): object {
  return {
    name: cost.address,
    resourceType: cost.type,
    tags: { ...tags },
    metadata: metadataJson(cost),
    hourlyCost: cost.monthly === null ? null : hourly(cost.monthly.likely),
    monthlyCost: cost.monthly?.likely.toFixed() ?? null,
    monthlyUsageCost: cost.variable?.likely.toFixed() ?? null,
    costComponents: cost.lines.map((line) => componentJson(line, rateOf)),
  };
}

function metadataJson({ source }: ResourceCost): object {
  return { filename: source.file, startLine: source.start.line, endLine: source.end.line };
}

function componentJson(line: CostLine, rateOf: RateOf): object {
  const price = unitPrice(line, rateOf);
  const quantity = line.quantity?.likely;
  const monthly = line.monthly?.likely;
  return {
    name: line.component,
    unit: line.unit,
    hourlyQuantity: quantity === undefined ? null : hourly(quantity),
    monthlyQuantity: quantity?.toFixed() ?? null,
    price: price?.toFixed() ?? '0',
    hourlyCost: monthly === undefined ? null : hourly(monthly),
    monthlyCost: monthly?.toFixed() ?? null,
    usageBased: line.kind === 'variable',
    priceNotFound: price === undefined,
  };
}

/**
 * What the buyer pays for a unit, in the result's currency: what it costs on average where a quantity reaches into a further tier, or
 * where a discount, an allowance or a commitment takes something off.
 */
function unitPrice(line: CostLine, rateOf: RateOf): Decimal | undefined {
  const { quantity, monthly, adjustments = [] } = line;
  const paid = line.ownPrice ?? line.price;
  const [first, second] = paid?.tiers ?? [];
  if (paid === null || first === undefined) return undefined;
  const isReduced = adjustments.some(({ kind }) => kind !== 'own_price');
  const isKnown = quantity !== null && monthly !== null && quantity.likely.gt(ZERO);
  if (isKnown && (isReduced || (second !== undefined && quantity.likely.gt(second.from)))) {
    return monthly.likely.div(quantity.likely);
  }
  return rateOf(paid.currency)?.times(first.price);
}

function hourly(monthly: Decimal): string {
  return monthly.div(HOURS).toFixed();
}
