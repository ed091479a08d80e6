import { isInPackage } from '../../../../../model/packaged.ts';
import type { FetchedPackage } from '../cache/bundle.ts';

/** A package and what it is called. */
export interface LoadedPackage extends FetchedPackage {
  /** Folder that it is mounted under: equal for equal packages only. */
  readonly mount: string;
  /** For people, as `FoundModule` has it. */
  readonly origin: string;
}

/** The folder of the package that a folder lies in; undefined for one of the repository. */
export function packageOf(mounts: ReadonlyMap<string, unknown>, folder: string): string | undefined {
  if (!isInPackage(folder)) return undefined;
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
    if (mounts.has(at)) return at;
  }
  return undefined;
}
