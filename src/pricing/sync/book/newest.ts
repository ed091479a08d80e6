import type { ShardFile } from '../../format.ts';
import { type Cell, type MatrixRow, readMatrix, writeMatrix } from '../../matrix.ts';

/** The newest date of a region's prices; empty where it has none. */
export function newestDate(rows: ReadonlyMap<string, MatrixRow>, region: string): string {
  let newest = '';
  for (const { cells } of rows.values()) {
    const { asOf } = cells.get(region)?.list ?? { asOf: '' };
    if (asOf > newest) newest = asOf;
  }
  return newest;
}

/**
 * Of two states of one shard the newer of each region, as a whole: prices of different dates in one region would be held
 * against each other. The second is taken where dates are equal.
 */
export function newerRegions(one: ShardFile, other: ShardFile): ShardFile {
  const from = readMatrix(one);
  const result = readMatrix(other);
  const newer = one.regions.filter(
    (region) => newestDate(from.rows, region) > newestDate(result.rows, region),
  );
  for (const region of newer) {
    for (const row of result.rows.values()) row.cells.delete(region);
    for (const [key, { unit, cells }] of from.rows) {
      const cell = cells.get(region);
      const row = result.rows.get(key) ?? { unit, cells: new Map<string, Cell>() };
      if (cell === undefined || (row.unit !== unit && row.cells.size > 0)) continue;
      row.unit = unit;
      row.cells.set(region, cell);
      result.rows.set(key, row);
    }
  }
  return newer.length === 0 ? other : writeMatrix(result);
}
