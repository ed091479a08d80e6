import { nodeAt, textOf } from '../../config/yaml/access.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { BillingDocument } from '../document.ts';
import { touchedDocuments } from './touched.ts';

/**
 * The ids of the files that billing profiles refer to by what the change writes: those of new profiles, and of profiles that name
 * another one there than before.
 */
export function writtenReferences(
  key: 'fx' | 'taxes',
  head: readonly BillingDocument[],
  changes: readonly ProfileChange[],
): readonly string[] {
  const writing = changes.filter(
    ({ kind, action, differences }) =>
      kind === 'BillingProfile' && (action === 'create' || differences.some(({ path }) => path === key)),
  );
  return touchedDocuments(head, writing).flatMap(
    ({ root }) => textOf(nodeAt(root, key))?.split('@')[0] ?? [],
  );
}
