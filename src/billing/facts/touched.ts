import type { ProfileChange } from '../../model/profile.ts';
import { identityOf, type BillingDocument, type BillingKind } from '../document.ts';

/** The files at head that the change creates or edits: what stood before in others is not its fault. */
export function touchedDocuments(
  head: readonly BillingDocument[],
  changes: readonly ProfileChange[],
): readonly BillingDocument[] {
  const touched = changes.filter(({ action }) => action === 'create' || action === 'update');
  const identities = new Set(touched.map(({ kind, id }) => identityOf({ kind: kind as BillingKind, id })));
  return head.filter((document) => identities.has(identityOf(document)));
}
