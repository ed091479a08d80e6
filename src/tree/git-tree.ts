import { byCodePoint } from '../lib/order.ts';
import { isDefinition, LIMITS } from './limits.ts';
import { listFiles } from './listing.ts';
import type { SkippedFile } from './limits.ts';
import type { ObjectStore } from './objects.ts';
import type { Tree } from './tree.ts';

/**
 * The files of a commit, read from git objects without a checkout. Only regular files: symbolic links
 * are listed as skipped, submodules are left out.
 */
export function gitTree(
  store: ObjectStore,
  commit: string,
): Tree & { readonly skipped: readonly SkippedFile[] } {
  const ids = new Map<string, string>();
  const skipped: SkippedFile[] = [];
  for (const { path, id, link } of listFiles(store.root, commit)) {
    if (link) skipped.push({ path, reason: 'symbolic link' });
    else if (ids.size >= LIMITS.files) skipped.push({ path, reason: 'too many files' });
    else ids.set(path, id);
  }
  const paths = [...ids.keys()].sort(byCodePoint);
  store.want(paths.filter(isDefinition).map((path) => ids.get(path) ?? ''));
  return {
    paths,
    skipped,
    blobId: (path) => ids.get(path),
    read(path) {
      const id = ids.get(path);
      if (id === undefined) return undefined;
      const bytes = store.read(id);
      if (bytes === undefined && !skipped.some((file) => file.path === path)) {
        skipped.push({ path, reason: 'too large' });
      }
      return bytes;
    },
  };
}
