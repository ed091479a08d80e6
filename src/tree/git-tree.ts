import { byCodePoint } from '../lib/order.ts';
import { isDefinition, LIMITS } from './limits.ts';
import { followLinks } from './links.ts';
import { listFiles } from './listing.ts';
import type { SkippedFile } from './limits.ts';
import type { ObjectStore } from './objects.ts';
import type { Tree } from './tree.ts';

/**
 * The files of a commit, read from git objects without a checkout: regular files, and symbolic links that lead to one
 * of them. Other links are listed as skipped, submodules are left out.
 */
export function gitTree(
  store: ObjectStore,
  commit: string,
): Tree & { readonly skipped: readonly SkippedFile[] } {
  const ids = new Map<string, string>();
  const links = new Map<string, string>();
  const skipped: SkippedFile[] = [];
  for (const { path, id, link } of listFiles(store.root, commit)) {
    if (ids.size + links.size >= LIMITS.files) skipped.push({ path, reason: 'too many files', id });
    else (link ? links : ids).set(path, id);
  }
  store.want([...ids].flatMap(([path, id]) => (isDefinition(path) ? [id] : [])));
  store.want(links.values());
  const textOf = (link: string): Uint8Array | undefined => store.read(links.get(link) ?? '');
  const followed = followLinks(links.keys(), textOf, (path) => ids.has(path));
  for (const path of followed.others)
    skipped.push({ path, reason: 'symbolic link', id: links.get(path) ?? '' });
  for (const [link, file] of followed.files) ids.set(link, ids.get(file) ?? '');
  return {
    paths: [...ids.keys()].sort(byCodePoint),
    skipped,
    blobId: (path) => ids.get(path),
    realPath: (path) => followed.files.get(path) ?? path,
    read(path) {
      const id = ids.get(path);
      if (id === undefined) return undefined;
      const bytes = store.read(id);
      if (bytes === undefined && !skipped.some((file) => file.path === path)) {
        skipped.push({ path, reason: 'too large', id });
      }
      return bytes;
    },
  };
}
