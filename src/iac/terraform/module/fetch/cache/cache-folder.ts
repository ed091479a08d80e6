import { isAbsolute, join } from 'node:path';

/**
 * Where packages are kept: `TOLLGATE_CACHE_DIR`, else `tollgate` in the user's cache (XDG Base Directory Specification).
 * Undefined where the environment names neither, nor a home.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const absolute = (name: string): string | undefined => {
    const path = environment[name] ?? '';
    return isAbsolute(path) ? path : undefined;
  };
  const own = absolute('TOLLGATE_CACHE_DIR');
  if (own !== undefined) return own;
  const home = absolute('HOME') ?? absolute('USERPROFILE');
  const caches = absolute('XDG_CACHE_HOME') ?? (home === undefined ? undefined : join(home, '.cache'));
  return caches === undefined ? undefined : join(caches, 'tollgate');
}
