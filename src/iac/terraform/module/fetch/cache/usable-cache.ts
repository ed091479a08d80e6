import type { Diagnostic } from '../../../../../model/diagnostic.ts';
import { isOutside } from '../../../../../tree/outside.ts';
import { cacheFolder } from './cache-folder.ts';
import { PackageCache } from './package-cache.ts';

/** A cache, and what is said of it. */
interface UsableCache {
  readonly cache: PackageCache;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The cache that the environment names. One that a commit can bring is not used: whoever wrote the change would say what
 * modules are, and digests only tell that files are whole.
 */
export function usableCache(
  repository: string,
  environment: Readonly<Record<string, string | undefined>>,
): UsableCache {
  const folder = cacheFolder(environment);
  const place = PackageCache.place(folder);
  if (place === undefined || isOutside(repository, place)) {
    return { cache: new PackageCache(folder), diagnostics: [] };
  }
  const refused: Diagnostic = {
    severity: 'warning',
    code: 'cache-in-repository',
    message:
      'The cache of modules lies in the repository and is not used: a change could say itself what modules are.',
    hint: 'Let TOLLGATE_CACHE_DIR name a folder outside of it, such as ${{ runner.temp }}/tollgate-cache.',
  };
  return { cache: new PackageCache(undefined), diagnostics: [refused] };
}
