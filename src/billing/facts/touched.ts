import type { ProfileChange } from '../../model/profile.ts';
import type { Tree } from '../../tree/tree.ts';
import { identityOf, type BillingDocument, type BillingKind } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';

/** The files at head that the change creates or edits: what stood before in others is not its fault. */
export function touchedDocuments(
  head: readonly BillingDocument[],
  changes: readonly ProfileChange[],
): readonly BillingDocument[] {
  const touched = changes.filter(({ action }) => action === 'create' || action === 'update');
  const identities = new Set(touched.map(({ kind, id }) => identityOf({ kind: kind as BillingKind, id })));
  return head.filter((document) => identities.has(identityOf(document)));
}

/** The files at head whose bytes the change makes others, be it in a comment or by another path. */
export function editedDocuments({
  head,
  baseTree,
  headTree,
}: {
  readonly head: Catalogue;
  readonly baseTree: Tree;
  readonly headTree: Tree;
}): readonly BillingDocument[] {
  return head.documents.filter(({ file }) => baseTree.blobId(file) !== headTree.blobId(file));
}
