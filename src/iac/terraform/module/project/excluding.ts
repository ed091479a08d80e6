import { globMatches } from '../../../../lib/glob.ts';
import type { Tree } from '../../../../tree/tree.ts';

/** The tree without the files that one of the globs matches. */
export function excluding(tree: Tree, globs: readonly string[]): Tree {
  if (globs.length === 0) return tree;
  const paths = tree.paths.filter((path) => !globs.some((glob) => globMatches(glob, path)));
  const kept = new Set(paths);
  return {
    paths,
    blobId: (path) => (kept.has(path) ? tree.blobId(path) : undefined),
    read: (path) => (kept.has(path) ? tree.read(path) : undefined),
    ...(tree.realPath === undefined ? {} : { realPath: tree.realPath }),
  };
}
