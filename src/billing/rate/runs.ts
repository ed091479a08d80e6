import type { SkuPart } from './sku-part.ts';

/** Parts of a period that are rated in one go: each but the first goes on where the one before stopped. */
export type Run = readonly [SkuPart, ...SkuPart[]];

/** The parts in their runs, in order. */
export function runsOf(parts: readonly SkuPart[]): Run[] {
  const runs: [SkuPart, ...SkuPart[]][] = [];
  let last: SkuPart | undefined;
  for (const part of parts) {
    const run = runs.at(-1);
    if (run !== undefined && last !== undefined && !isDeferred(run) && goesOn(last, part)) run.push(part);
    else runs.push([part]);
    last = part;
  }
  return runs;
}

/**
 * Whether a flat amount for all of a period first comes within one: by the version in force when the period, or the binding, began
 * the SKU has none. It is due from the next period on, and so are its least and most.
 */
export function isDeferred([{ sku, isLater }]: Run): boolean {
  return isLater === true && sku.price.model === 'flat' && sku.proration === 'none';
}

/**
 * Whether a part goes on where the one before stopped. Only versions of one profile that count and price in the same
 * way go on. A `flat` amount always does: it is charged once a period, or by days.
 */
function goesOn({ terms: from, sku: before }: SkuPart, { terms: to, sku }: SkuPart): boolean {
  if (from.id !== to.id) return false;
  if (sku.price.model === 'flat') return before.price.model === 'flat' && before.proration === sku.proration;
  return (
    sku.onChange === 'continue' &&
    sku.price.model === before.price.model &&
    sku.unit === before.unit &&
    sku.meter.aggregate === before.meter.aggregate &&
    sku.meter.window === before.meter.window
  );
}
