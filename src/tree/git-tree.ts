import { byCodePoint } from '../lib/order.ts';
import { LIMITS } from './limits.ts';
import { behindLinks, followLinks } from './links.ts';
import { listFiles } from './listing.ts';
import type { ListedFile } from './listing.ts';
import type { ObjectStore } from './objects.ts';
import { SkippedList } from './skipped-list.ts';
import type { Tree } from './tree.ts';

/**
 * The files of a commit, read from git objects without a checkout: regular files, and symbolic links that lead to one
 * of them. Other links are listed as skipped. Files that are `wanted` are read in one go, and are the last to be left out
 * where there are too many.
 */
export function gitTree(store: ObjectStore, commit: string, wanted: (path: string) => boolean): Tree {
  const skipped = new SkippedList();
  const { files, submodules, isCut } = listFiles(store.root, commit);
  const { ids, links, isOver } = withinLimit(files, wanted, skipped);
  const unlisted = isCut ? 'any' : isOver ? 'no definitions' : undefined;
  store.want([...ids].flatMap(([path, id]) => (wanted(path) ? [id] : [])));
  store.want(links.values());
  const textOf = (link: string): Uint8Array | undefined => store.read(links.get(link) ?? '');
  const followed = followLinks(links.keys(), textOf, (path) => ids.has(path), ids.keys());
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
    linkedFolder: (path) => behindLinks(followed.folders, path),
    submodules,
    ...(unlisted === undefined ? {} : { unlisted }),
    read,
    unreadable(path) {
      read(path);
      return skipped.reason(path);
    },
  };
}

/** The ids of files and links that are read, the wanted ones first. */
function withinLimit(
  files: readonly ListedFile[],
  wanted: (path: string) => boolean,
  skipped: SkippedList,
): { ids: Map<string, string>; links: Map<string, string>; isOver: boolean } {
  const ids = new Map<string, string>();
  const links = new Map<string, string>();
  const take = ({ path, id, link, isText }: ListedFile): boolean => {
    if (!isText) skipped.add(path, 'name is not UTF-8', id);
    else if (ids.size + links.size >= LIMITS.files) return false;
    else (link ? links : ids).set(path, id);
    return true;
  };
  const others: ListedFile[] = [];
  for (const file of files) {
    if (!wanted(file.path)) others.push(file);
    else if (!take(file)) skipped.add(file.path, 'too many files', file.id);
  }
  return { ids, links, isOver: !others.every(take) };
}
