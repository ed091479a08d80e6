import { byCodePoint } from '../lib/order.ts';
import { LIMITS } from './limits.ts';
import { followLinks } from './links.ts';
import { listFiles } from './listing.ts';
import type { ObjectStore } from './objects.ts';
import { SkippedList } from './skipped-list.ts';
import type { Tree } from './tree.ts';

/**
 * The files of a commit, read from git objects without a checkout: regular files, and symbolic links that lead to one
 * of them. Other links are listed as skipped, submodules are left out. Files that are `wanted` are read in one go.
 */
export function gitTree(store: ObjectStore, commit: string, wanted: (path: string) => boolean): Tree {
  const ids = new Map<string, string>();
  const links = new Map<string, string>();
  const skipped = new SkippedList();
  for (const { path, id, link } of listFiles(store.root, commit)) {
    if (ids.size + links.size >= LIMITS.files) skipped.add(path, 'too many files', id);
    else (link ? links : ids).set(path, id);
  }
  store.want([...ids].flatMap(([path, id]) => (wanted(path) ? [id] : [])));
  store.want(links.values());
  const textOf = (link: string): Uint8Array | undefined => store.read(links.get(link) ?? '');
  const followed = followLinks(links.keys(), textOf, (path) => ids.has(path));
  for (const path of followed.others) {
    const id = links.get(path) ?? '';
    skipped.add(path, store.problem(id) ?? 'symbolic link', id);
  }
  for (const [link, file] of followed.files) ids.set(link, ids.get(file) ?? '');

  function read(path: string): Uint8Array | undefined {
    const id = ids.get(path);
    const bytes = id === undefined ? undefined : store.read(id);
    const problem = id === undefined ? undefined : store.problem(id);
    if (problem !== undefined) skipped.add(path, problem, id);
    return bytes;
  }

  return {
    paths: [...ids.keys()].sort(byCodePoint),
    skipped: skipped.files,
    blobId: (path) => ids.get(path),
    realPath: (path) => followed.files.get(path) ?? path,
    read,
    unreadable(path) {
      read(path);
      return skipped.reason(path);
    },
  };
}
