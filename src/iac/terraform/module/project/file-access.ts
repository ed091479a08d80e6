import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { isInPackage } from '../../../../model/packaged.ts';
import { folderOf } from '../source/folders.ts';
import type { FileAccess } from '../../evaluate/scope.ts';

/** The files of a tree for `file`, `templatefile` and the like; `paths` holds those that were asked for and are there. */
export class TreeFiles implements FileAccess {
  readonly paths = new Set<string>();
  readonly #tree: Tree;
  readonly #installed = new Map<string, string>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** Lets the files of a module from elsewhere be found in the folder that Terraform installs it in, too. */
  install(folder: string, packageFolder: string): void {
    this.#installed.set(folder, packageFolder);
  }

  read(path: string): Uint8Array | undefined {
    const real = this.#real(path);
    const bytes = this.#tree.read(real);
    if (bytes !== undefined) this.paths.add(real);
    return bytes;
  }

  list(folder: string): readonly string[] {
    const real = this.#real(folder);
    const found = filesBelow(this.#tree, real);
    return real === folder ? found : found.map((path) => folder + path.slice(real.length));
  }

  #real(path: string): string {
    if (!isInPackage(`${path}/`)) return path;
    for (let at = path; at !== ''; at = folderOf(at)) {
      const real = this.#installed.get(at);
      if (real !== undefined) return real + path.slice(at.length);
    }
    return path;
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
