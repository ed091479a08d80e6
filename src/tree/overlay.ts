import { byCodePoint } from '../lib/order.ts';
import type { Tree } from './tree.ts';

/**
 * A tree with others mounted into it, each under a folder: what the tree itself has there is hidden. What it lists as
 * skipped and as submodules stays its own: of a package only what is read counts.
 */
export function overlayTree(tree: Tree, mounts: ReadonlyMap<string, Tree>): Tree {
  if (mounts.size === 0) return tree;

  /** The mounted tree that a path lies in, and the path there; the innermost one where they are nested. */
  function mounted(
    path: string,
  ): { readonly folder: string; readonly tree: Tree; readonly path: string } | undefined {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const found = mounts.get(folder);
      if (found !== undefined) return { folder, tree: found, path: path.slice(end + 1) };
    }
    return undefined;
  }

  /** What the tree behind a path says of it. */
  function ask<T>(path: string, question: (tree: Tree, path: string) => T): T {
    const found = mounted(path);
    return found === undefined ? question(tree, path) : question(found.tree, found.path);
  }

  const own = tree.paths.filter((path) => mounted(path) === undefined);
  const others = [...mounts].flatMap(([folder, { paths }]) => paths.map((path) => `${folder}/${path}`));
  return {
    paths: [...own, ...others].sort(byCodePoint),
    get skipped() {
      return tree.skipped;
    },
    blobId: (path) => ask(path, (at, inner) => at.blobId(inner)),
    read: (path) => ask(path, (at, inner) => at.read(inner)),
    unreadable: (path) => ask(path, (at, inner) => at.unreadable(inner)),
    realPath(path) {
      const found = mounted(path);
      if (found === undefined) return tree.realPath?.(path) ?? path;
      return `${found.folder}/${found.tree.realPath?.(found.path) ?? found.path}`;
    },
    linkedFolder(path) {
      const found = mounted(path);
      if (found === undefined) return tree.linkedFolder?.(path);
      const inner = found.tree.linkedFolder?.(found.path);
      return inner === undefined ? undefined : `${found.folder}/${inner}`;
    },
    ...(tree.submodules === undefined ? {} : { submodules: tree.submodules }),
    ...(tree.unlisted === undefined ? {} : { unlisted: tree.unlisted }),
  };
}
