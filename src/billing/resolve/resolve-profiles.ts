import type { Diagnostic } from '../../model/diagnostic.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { BillingDocument } from '../document.ts';
import type { Lock } from '../snapshot/lock.ts';
import { lockKey } from '../snapshot/snapshot.ts';
import { profileOfFile, profileOfSnapshot } from './profiles.ts';
import { Resolver } from './resolver.ts';
import type { ResolvedProfile } from './resolved-profile.ts';
import type { VersionIndex } from './version-index.ts';

export interface ResolvedProfiles {
  /** Of files, by id. */
  readonly profiles: readonly ResolvedProfile[];
  /** All versions of an id, rising. */
  readonly versions: (id: string) => readonly ResolvedProfile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All profiles of files and snapshots, resolved. Versions that are only kept are read when they are asked for. */
export function resolveProfiles(
  documents: readonly BillingDocument[],
  index: VersionIndex,
  lock: Lock,
): ResolvedProfiles {
  const fxTables = new Set(documents.filter(({ kind }) => kind === 'FxTable').map(({ id }) => id));
  const resolver = new Resolver(index, fxTables);
  const files = new Map<BillingDocument, ResolvedProfile>();
  for (const document of documents) {
    const resolved = document.kind === 'BillingProfile' ? resolver.resolve(document) : null;
    if (resolved !== null) files.set(document, profileOfFile(document, resolved));
  }
  const versionsOf = (id: string) =>
    index.versions('BillingProfile', id).flatMap((version): ResolvedProfile[] => {
      const found = index.find('BillingProfile', `${id}@${version}`);
      if (found === undefined) return [];
      if (found.document !== null) return [files.get(found.document) ?? []].flat();
      return [profileOfSnapshot(found.snapshot, lock.get(lockKey(found.snapshot))?.rollout ?? [])];
    });
  const known = new Map<string, readonly ResolvedProfile[]>();
  return {
    profiles: [...files.values()].sort((a, b) => byCodePoint(a.terms.id, b.terms.id)),
    versions(id) {
      const versions = known.get(id) ?? versionsOf(id);
      known.set(id, versions);
      return versions;
    },
    diagnostics: resolver.diagnostics,
  };
}
