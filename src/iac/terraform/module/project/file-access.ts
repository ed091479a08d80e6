import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import type { FileAccess } from '../../evaluate/scope.ts';

/** The files of a tree for `file`, `templatefile` and the like; `paths` holds those that were asked for and are there. */
export class TreeFiles implements FileAccess {
  readonly paths = new Set<string>();
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  read(path: string): Uint8Array | undefined {
    const bytes = this.#tree.read(path);
    if (bytes !== undefined) this.paths.add(path);
    return bytes;
  }

  list(folder: string): readonly string[] {
    return filesBelow(this.#tree, folder);
  }
}

/** Paths of all files below a folder, in the order of the tree. */
export function filesBelow(tree: Tree, folder: string): readonly string[] {
  if (folder === '') return tree.paths;
  const prefix = `${folder}/`;
  const found: string[] = [];
  for (let at = firstNotBefore(tree.paths, prefix); at < tree.paths.length; at++) {
    const path = tree.paths[at] ?? '';
    if (!path.startsWith(prefix)) break;
    found.push(path);
  }
  return found;
}

function firstNotBefore(paths: readonly string[], prefix: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byCodePoint(paths[middle] ?? '', prefix) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
