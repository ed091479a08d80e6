import type { Tree } from '../tree/tree.ts';
import { loadBilling, type BillingFiles } from './load.ts';
import { readBillingFile, type ReadBilling } from './read.ts';

/** All billing files of both sides of a change. */
export interface BothSides {
  readonly base: BillingFiles;
  readonly head: BillingFiles;
}

/** Reads the billing files of two trees. A file that is the same in both is read once: most changes touch few of many. */
export function loadBothSides(base: Tree, head: Tree): BothSides {
  const known = new Map<string, ReadBilling>();
  const before = loadBilling(base, (path, bytes) => {
    const read = readBillingFile(path, bytes);
    known.set(path, read);
    return read;
  });
  const isSame = (path: string): boolean => base.blobId(path) === head.blobId(path);
  const after = loadBilling(
    head,
    (path, bytes) => (isSame(path) ? known.get(path) : undefined) ?? readBillingFile(path, bytes),
  );
  return { base: before, head: after };
}
