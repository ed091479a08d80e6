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

/**
 * The files at head, with the bindings of the base where their file can no longer be read: an error in one line unbinds nobody.
 */
export function withBrokenBindings({ base, head }: BothSides): BillingFiles {
  const kept = base.documents.filter(
    ({ kind, file, id }) => kind === 'BindingSet' && (head.broken.has(file) || head.brokenIds.has(id)),
  );
  const ids = new Set(kept.map(({ id }) => id));
  const others = head.documents.filter(({ kind, id }) => kind !== 'BindingSet' || !ids.has(id));
  return kept.length === 0 ? head : { ...head, documents: [...others, ...kept] };
}
