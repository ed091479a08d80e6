import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tree } from '../../tree/tree.ts';
import { byCodePoint } from '../../lib/order.ts';
import { filesBelow } from '../terraform/module/project/file-access.ts';
import { LIMITS } from './limits.ts';

/** A tree with folders that are copies of others. */
export interface CopiedTree {
  readonly tree: Tree;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tree with the folders that stacks generate, given with the folders that they copy. A file that is there wins over a
 * copy; places in copies are places in the files that are copied.
 */
export function withCopies(tree: Tree, copies: ReadonlyMap<string, string>): CopiedTree {
  if (copies.size === 0) return { tree, diagnostics: [] };
  const origin = new Map<string, string>();
  const isWhole = copyAll(tree, copies, origin);
  const real = (path: string): string => origin.get(path) ?? path;
  const copied: Tree = {
    ...tree,
    paths: [...tree.paths, ...origin.keys()].sort(byCodePoint),
    get skipped() {
      return tree.skipped;
    },
    blobId: (path) => tree.blobId(real(path)),
    read: (path) => tree.read(real(path)),
    unreadable: (path) => tree.unreadable(real(path)),
    realPath: (path) => tree.realPath?.(real(path)) ?? real(path),
  };
  return { tree: copied, diagnostics: isWhole ? [] : [TOO_MANY] };
}

/** Notes where each file of a copy comes from; false when there are too many. */
function copyAll(tree: Tree, copies: ReadonlyMap<string, string>, origin: Map<string, string>): boolean {
  for (const [target, source] of copies) {
    const start = source === '' ? 0 : source.length + 1;
    for (const path of filesBelow(tree, source)) {
      const copy = `${target}/${path.slice(start)}`;
      if (tree.blobId(copy) !== undefined) continue;
      if (origin.size >= LIMITS.copiedFiles) return false;
      origin.set(copy, path);
    }
  }
  return true;
}

const TOO_MANY: Diagnostic = {
  severity: 'error',
  code: 'check-limit',
  message: `The stacks of Terragrunt copy more than ${LIMITS.copiedFiles} files; the others are missing from the result.`,
  hint: 'Let stacks copy folders that hold their units alone.',
};
