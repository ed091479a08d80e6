import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { isInPackage } from '../../../../model/packaged.ts';

/** Paths that are on one side only or have other content on the other, sorted. What is in packages of modules is not among them. */
export function changedPaths(base: Tree, head: Tree, wanted: (path: string) => boolean): readonly string[] {
  const isOwn = (path: string): boolean => wanted(path) && !isInPackage(path);
  const paths = new Set([...base.paths, ...head.paths].filter(isOwn));
  return [...paths].filter((path) => base.blobId(path) !== head.blobId(path)).sort(byCodePoint);
}
