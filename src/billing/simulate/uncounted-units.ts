import type { UsageCell } from '../../model/billing/usage.ts';
import type { CountedUnit } from './units.ts';

/** Why nothing can be said per unit though the unit names a meter: one sentence for each whose meter no row carries. */
export function uncountedUnits(units: readonly CountedUnit[], cells: Iterable<UsageCell>): string[] {
  const missing = new Set(units.map(({ meter }) => meter));
  for (const { key } of cells) {
    if (missing.size === 0) return [];
    missing.delete(key);
  }
  return units.filter(({ meter }) => missing.has(meter)).map(sentence);
}

function sentence({ id, meter }: CountedUnit): string {
  const rows = `No figures per ${id}: no row that was taken is of "${meter}", which counts it.`;
  return `${rows} Rows must name that as SkuId, or as x_Meter where they have no SkuId.`;
}
