import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';

/** Paths that are on one side only or have other content on the other, sorted. */
export function changedPaths(base: Tree, head: Tree, wanted: (path: string) => boolean): readonly string[] {
  const paths = new Set([...base.paths, ...head.paths].filter(wanted));
  return [...paths].filter((path) => base.blobId(path) !== head.blobId(path)).sort(byCodePoint);
}
