import { type Decimal, decimal, ZERO } from '../../lib/decimal.ts';
import type { CostLine, ResourceCost } from '../../model/cost.ts';
import type { EstimatedResource } from '../../model/estimate.ts';

const HOURS = decimal('730');

/**
 * Resources as the `breakdown` of Infracost's output format, version 0.2: likely figures, texts for numbers, null for what is not
 * known. Tools and policies that read that format read this.
 */
export function breakdownJson(resources: readonly EstimatedResource[]): object {
  const costed = resources.filter(({ cost }) => cost.status !== 'free' && cost.status !== 'unknown-type');
  const free = resources.filter(({ cost }) => cost.status === 'free');
  return {
    resources: costed.map(resourceJson),
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

function resourceJson({ cost, tags }: EstimatedResource): object {
  return {
    name: cost.address,
    resourceType: cost.type,
    tags: { ...tags },
    metadata: metadataJson(cost),
    hourlyCost: cost.monthly === null ? null : hourly(cost.monthly.likely),
    monthlyCost: cost.monthly?.likely.toFixed() ?? null,
    monthlyUsageCost: cost.variable?.likely.toFixed() ?? null,
    costComponents: cost.lines.map(componentJson),
  };
}

function metadataJson({ source }: ResourceCost): object {
  return { filename: source.file, startLine: source.start.line, endLine: source.end.line };
}

function componentJson(line: CostLine): object {
  const quantity = line.quantity?.likely;
  const monthly = line.monthly?.likely;
  return {
    name: line.component,
    unit: line.unit,
    hourlyQuantity: quantity === undefined ? null : hourly(quantity),
    monthlyQuantity: quantity?.toFixed() ?? null,
    price: unitPrice(line)?.toFixed() ?? '0',
    hourlyCost: monthly === undefined ? null : hourly(monthly),
    monthlyCost: monthly?.toFixed() ?? null,
    usageBased: line.kind === 'variable',
    priceNotFound: line.price === null,
  };
}

/** The price of a unit; where a quantity reaches into a further tier, what a unit costs on average. */
function unitPrice({ price, quantity, monthly }: CostLine): Decimal | undefined {
  const [first, second] = price?.tiers ?? [];
  if (first === undefined || second === undefined) return first?.price;
  if (quantity === null || monthly === null || quantity.likely.lte(second.from)) return first.price;
  return monthly.likely.div(quantity.likely);
}

function hourly(monthly: Decimal): string {
  return monthly.div(HOURS).toFixed();
}
