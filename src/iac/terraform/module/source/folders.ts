import type { Tree } from '../../../../tree/tree.ts';

const cache = new WeakMap<Tree, ReadonlyMap<string, readonly string[]>>();

/** File names by folder (`""` is the repository root), in the order of the tree. Built once a tree. */
export function folders(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const known = cache.get(tree);
  if (known !== undefined) return known;
  const built = new Map<string, string[]>();
  for (const path of tree.paths) {
    const folder = folderOf(path);
    const names = built.get(folder);
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    if (names === undefined) built.set(folder, [name]);
    else names.push(name);
  }
  cache.set(tree, built);
  return built;
}

/** The folder that a path lies in; `""` for the repository root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** `folder/name`, or the name alone in the repository root. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A `/`-separated path resolved against a folder; undefined when it leads out of the repository. */
export function resolvePath(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
