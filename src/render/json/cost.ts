import type { Decimal } from '../../lib/decimal.ts';
import type { CostLine, Percentages, Price, Range, ResourceCost } from '../../model/cost.ts';
import type { CheckTotals, CostTotals, SideTotals } from '../../model/result.ts';
import type { Adjustment } from '../../model/pricing.ts';

/** Decimals are written as strings, exactly and without an exponent. */
export function decimalJson(value: Decimal | null): string | null {
  return value === null ? null : value.eq('0') ? '0' : value.toFixed();
}

function rangeJson(range: Range): object {
  return {
    low: decimalJson(range.low),
    likely: decimalJson(range.likely),
    high: decimalJson(range.high),
  };
}

/** A range, or null where it is unknown. */
export function maybeRangeJson(range: Range | null): object | null {
  return range === null ? null : rangeJson(range);
}

export function totalsJson(totals: CostTotals): object {
  return {
    monthly: rangeJson(totals.monthly),
    fixed: rangeJson(totals.fixed),
    variable: rangeJson(totals.variable),
  };
}

/** Both sides, and the difference with its percentages. */
export function checkTotalsJson({ base, head, delta, percent }: CheckTotals): object {
  const side = (totals: SideTotals): object => ({ ...totalsJson(totals), unpriced: totals.unpriced });
  return { base: side(base), head: side(head), delta: totalsJson(delta), percent: percentagesJson(percent) };
}

/** Percentages, each null where it is not known. */
export function percentagesJson({ low, likely, high }: Percentages): object {
  return { low: decimalJson(low), likely: decimalJson(likely), high: decimalJson(high) };
}

/** What a resource costs on one side, line by line. */
export function resourceCostJson(cost: ResourceCost): object {
  return {
    status: cost.status,
    monthly: maybeRangeJson(cost.monthly),
    fixed: maybeRangeJson(cost.fixed),
    variable: maybeRangeJson(cost.variable),
    lines: cost.lines.map(lineJson),
  };
}

function lineJson(line: CostLine): object {
  return {
    id: line.id ?? null,
    component: line.component,
    kind: line.kind,
    evidence: line.evidence,
    unit: line.unit,
    quantity: maybeRangeJson(line.quantity),
    price: line.price === null ? null : priceJson(line.price),
    monthly: maybeRangeJson(line.monthly),
    ...(line.ownPrice === undefined ? {} : { ownPrice: priceJson(line.ownPrice) }),
    ...(line.list === undefined ? {} : { list: rangeJson(line.list) }),
    ...(line.contracted === undefined ? {} : { contracted: rangeJson(line.contracted) }),
    ...(line.adjustments === undefined ? {} : { adjustments: line.adjustments.map(adjustmentJson) }),
    reason: line.reason ?? null,
    usageKey: line.usageKey ?? null,
  };
}

function priceJson(price: Price): object {
  return {
    provider: price.provider,
    service: price.service,
    region: price.region,
    key: price.key,
    sku: price.sku ?? null,
    unit: price.unit,
    currency: price.currency,
    tiers: price.tiers.map((tier) => ({ from: decimalJson(tier.from), price: decimalJson(tier.price) })),
    asOf: price.asOf,
    source: price.source,
    ...(price.option === undefined ? {} : { option: price.option }),
    ...(price.quality === undefined ? {} : { quality: price.quality }),
  };
}

/** Why a line does not cost what the list says. */
function adjustmentJson({ kind, id, text, effect }: Adjustment): object {
  return { kind, id, text, effect: maybeRangeJson(effect) };
}
