import { nodeAt } from '../../config/yaml/access.ts';
import { rangeOf } from '../../model/source.ts';
import { identityOf, type BillingDocument } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import type { SnapshotKind } from '../resolve/resolved-json.ts';
import { hasSnapshots, wordFor } from '../resolve/version-index.ts';
import { chainOf } from './chain-link.ts';
import type { SnapshotFact } from './fact.ts';

/**
 * Ids of profiles, rate cards and tax tables that are used for another version at head, though at base they were retired, or
 * published and deleted. What was published may only be deleted once it is retired.
 */
export function reusedIds(base: Catalogue, head: Catalogue): SnapshotFact[] {
  const files = new Map(base.documents.map((document) => [identityOf(document), document]));
  const published = new Map<string, Set<string>>();
  for (const snapshot of base.snapshots) {
    const versions = published.get(chainOf(snapshot));
    if (versions === undefined) published.set(chainOf(snapshot), new Set([snapshot.version]));
    else versions.add(snapshot.version);
  }
  return head.documents.flatMap((document) => {
    const { kind, id, file, version } = document;
    if (!hasSnapshots(kind) || version === null) return [];
    const old = files.get(identityOf(document));
    if (old !== undefined)
      return old.lifecycle === 'retired' && old.version !== version
        ? [reused(kind, document, 'is retired')]
        : [];
    const versions = published.get(chainOf({ kind, id }));
    // What could not be read at base was not deleted.
    if (versions === undefined || versions.has(version) || base.broken.has(file) || base.brokenIds.has(id))
      return [];
    return [reused(kind, document, 'was published and deleted')];
  });
}

function reused(kind: SnapshotKind, { id, version, root }: BillingDocument, what: string): SnapshotFact {
  return {
    problem: 'id-reused',
    version: `${id}@${version ?? ''}`,
    message: `The ${wordFor(kind)} "${id}" ${what}: its id is not used again.`,
    hint: 'Give the new one an id of its own.',
    source: rangeOf((nodeAt(root, 'version') ?? root).span),
  };
}
