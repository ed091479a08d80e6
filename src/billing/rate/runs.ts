import type { SkuPart } from './sku-part.ts';

/** Parts of a period that are rated in one go: each but the first goes on where the one before stopped. */
export type Run = readonly [SkuPart, ...SkuPart[]];

/** The parts in their runs, in order. */
export function runsOf(parts: readonly SkuPart[]): Run[] {
  const runs: [SkuPart, ...SkuPart[]][] = [];
  let last: SkuPart | undefined;
  for (const part of parts) {
    if (last !== undefined && goesOn(last, part)) runs.at(-1)?.push(part);
    else runs.push([part]);
    last = part;
  }
  return runs;
}

/**
 * Whether a part goes on where the one before stopped. Only what is counted and priced in the same way can be gone on
 * with. A `flat` amount that is not taken by days is charged once a period, whatever `onChange` says.
 */
function goesOn({ sku: before }: SkuPart, { sku }: SkuPart): boolean {
  if (sku.price.model === 'flat') return before.price.model === 'flat' && before.proration === sku.proration;
  return (
    sku.onChange === 'continue' &&
    sku.price.model === before.price.model &&
    sku.unit === before.unit &&
    sku.meter.aggregate === before.meter.aggregate &&
    sku.meter.window === before.meter.window
  );
}
