import type { ShardFile } from '../../format.ts';
import { Matrix } from '../../matrix.ts';

/**
 * Of two states of one shard the newer of each region, as a whole: prices of different dates in one region would be held
 * against each other. The second is taken where dates are equal.
 */
export function newerRegions(one: ShardFile, other: ShardFile): ShardFile {
  const from = Matrix.of(one);
  const result = Matrix.of(other);
  const newer = one.regions.filter((region) => from.newest(region) > result.newest(region));
  for (const region of newer) {
    for (const [key] of [...result.cells(region)]) result.set(key, '', region, undefined);
    for (const [key, cell] of from.cells(region)) {
      const unit = from.unit(key) ?? '';
      if ((result.unit(key) ?? unit) === unit) result.set(key, unit, region, cell);
    }
  }
  return newer.length === 0 ? other : result.file();
}
