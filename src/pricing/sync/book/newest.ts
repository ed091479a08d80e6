import type { Cell, Matrix, MatrixRow } from '../../matrix.ts';

/** A matrix that is being changed. */
export interface OpenMatrix extends Matrix {
  readonly rows: Map<string, { unit: string; readonly cells: Map<string, Cell> }>;
}

/** A copy that can be changed. */
export function openMatrix(matrix: Matrix): OpenMatrix {
  const rows = [...matrix.rows].map(
    ([key, { unit, cells }]) => [key, { unit, cells: new Map(cells) }] as const,
  );
  return { ...matrix, rows: new Map(rows) };
}

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
export function newerRegions(one: Matrix, other: Matrix): Matrix {
  const result = openMatrix(other);
  const regions = new Set([...one.rows.values()].flatMap(({ cells }) => [...cells.keys()]));
  for (const region of regions) {
    if (newestDate(one.rows, region) <= newestDate(other.rows, region)) continue;
    for (const row of result.rows.values()) row.cells.delete(region);
    for (const [key, { unit, cells }] of one.rows) {
      const cell = cells.get(region);
      const row = result.rows.get(key) ?? { unit, cells: new Map<string, Cell>() };
      if (cell === undefined || (row.unit !== unit && row.cells.size > 0)) continue;
      row.unit = unit;
      row.cells.set(region, cell);
      result.rows.set(key, row);
    }
  }
  return result;
}
