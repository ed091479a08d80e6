import { type Decimal, isPositive, ZERO } from '../../lib/decimal.ts';
import type { Terms } from '../../model/billing/terms.ts';
import { isLevel } from './level.ts';
import type { Run } from './runs.ts';
import type { SkuPart, SkuUsage } from './sku-part.ts';
import { inTime, isUsed } from './together.ts';

/**
 * What a run has used at the end of each part, from its beginning. Of a level for the whole period (`max`) it is the most
 * so far; of `last` it is there only from the last part with usage on, since nothing before it counts.
 */
export function totalsOf(run: Run): SkuUsage[] {
  const totals: SkuUsage[] = [];
  let total: SkuUsage | undefined;
  for (const { terms, sku, usage } of run) {
    const level = isLevel(sku.meter, terms.cadence) ? sku.meter.aggregate : null;
    total = total === undefined ? usage : withLimits(terms, total, usage, inTime(total, usage, level));
    totals.push(total);
  }
  return run.length > 1 && countsLast(run[0]) ? onlyLast(run, totals) : totals;
}

function countsLast({ sku, terms }: SkuPart): boolean {
  return sku.meter.aggregate === 'last' && isLevel(sku.meter, terms.cadence);
}

function onlyLast(run: Run, totals: readonly SkuUsage[]): SkuUsage[] {
  const last = run.findLastIndex(({ usage }) => isUsed(usage));
  return totals.map((total, index) => (index < last ? { ...total, quantity: ZERO } : total));
}

function withLimits(terms: Terms, first: SkuUsage, second: SkuUsage, both: SkuUsage): SkuUsage {
  const limits = Object.entries(second.limits).flatMap(([key, quantity]) => {
    const before = Object.hasOwn(first.limits, key) ? first.limits[key] : undefined;
    const total = before === undefined ? undefined : together(terms, key, before, quantity);
    return total === undefined ? [] : [[key, total] as const];
  });
  return { ...both, limits: Object.fromEntries(limits) };
}

/** Quantities of another SKU or meter in two stretches of time, by how it is counted; undefined when that cannot be told. */
function together(terms: Terms, key: string, first: Decimal, second: Decimal): Decimal | undefined {
  const meter = terms.skus.find(({ id, meter: { name } }) => id === key || name === key)?.meter;
  if (meter === undefined || !isLevel(meter, terms.cadence)) return first.plus(second);
  if (meter.aggregate === 'last') return second;
  if (meter.aggregate === 'unique' && isPositive(first) && isPositive(second)) return undefined;
  return first.gt(second) ? first : second;
}
