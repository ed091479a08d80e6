import { globMatches } from '../../../../lib/glob.ts';
import type { Tree } from '../../../../tree/tree.ts';

/** The tree without the files that one of the globs matches. */
export function excluding(tree: Tree, globs: readonly string[]): Tree {
  if (globs.length === 0) return tree;
  const isKept = (path: string): boolean => !globs.some((glob) => globMatches(glob, path));
  const paths = tree.paths.filter(isKept);
  const kept = new Set(paths);
  return {
    paths,
    get skipped() {
      return tree.skipped.filter(({ path }) => isKept(path));
    },
    unreadable: (path) => (isKept(path) ? tree.unreadable(path) : undefined),
    blobId: (path) => (kept.has(path) ? tree.blobId(path) : undefined),
    read: (path) => (kept.has(path) ? tree.read(path) : undefined),
    ...(tree.realPath === undefined ? {} : { realPath: tree.realPath }),
    ...(tree.linkedFolder === undefined ? {} : { linkedFolder: tree.linkedFolder }),
    submodules: new Map([...(tree.submodules ?? [])].filter(([path]) => isKept(path))),
    ...(tree.unlisted === undefined ? {} : { unlisted: tree.unlisted }),
  };
}
