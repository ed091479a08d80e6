import type { ShardFile } from '../../format.ts';
import { Matrix } from '../../matrix.ts';

/** A shard of two books, and what of the newer regions could not be taken over. */
export interface NewerRegions {
  readonly shard: ShardFile;
  /** By region: keys whose unit is another in regions that stay as they are. A key has one unit in all regions. */
  readonly otherUnit: ReadonlyMap<string, readonly string[]>;
}

/**
 * Of two states of one shard the newer of each region, as a whole: prices of different dates in one region would be held
 * against each other. The second is taken where dates are equal.
 */
export function newerRegions(one: ShardFile, other: ShardFile): NewerRegions {
  const from = Matrix.of(one);
  const result = Matrix.of(other);
  const newer = one.regions.filter((region) => from.newest(region) > result.newest(region));
  if (newer.length === 0) return { shard: other, otherUnit: new Map() };
  for (const region of newer) clear(result, region);
  const otherUnit = newer.map((region) => [region, fill(result, from, region)] as const);
  return { shard: result.file(), otherUnit: new Map(otherUnit.filter(([, keys]) => keys.length > 0)) };
}

function clear(matrix: Matrix, region: string): void {
  for (const [key] of [...matrix.cells(region)]) matrix.set(key, '', region, undefined);
}

/** Puts the prices of a region in; gives the keys whose unit is another. */
function fill(result: Matrix, from: Matrix, region: string): string[] {
  const otherUnit: string[] = [];
  for (const [key, cell] of from.cells(region)) {
    const unit = from.unit(key) ?? '';
    if ((result.unit(key) ?? unit) === unit) result.set(key, unit, region, cell);
    else otherUnit.push(key);
  }
  return otherUnit;
}
