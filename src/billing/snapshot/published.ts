import { byCodePoint } from '../../lib/order.ts';
import { rangeOf, type SourceRange } from '../../model/source.ts';
import { nodeAt } from '../../config/yaml/access.ts';
import type { BillingDocument } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { resolvedJson } from '../resolve/resolved-json.ts';
import type { Cohort, ResolvedProfile } from '../resolve/resolved-profile.ts';
import { snapshotOfJson } from './of-json.ts';
import { lockKey, snapshotPath, type Snapshot } from './snapshot.ts';

/** A published version that a file has. */
export interface PublishedFile {
  /** As it is to be kept. */
  readonly snapshot: Snapshot;
  readonly rollout: readonly Cohort[];
  readonly file: string;
  /** Of the version. */
  readonly place: SourceRange;
}

/** The snapshot of a resolved profile. */
export function snapshotOf({ terms: { id, version }, json, sha256, termsSha256 }: ResolvedProfile): Snapshot {
  const name = { kind: 'BillingProfile', id, version } as const;
  return { ...name, path: snapshotPath(name), json, sha256, termsSha256 };
}

/**
 * The versions that files have and that are no drafts, by what the lock file calls them. A tax table without a lifecycle
 * holds as it stands. What could not be resolved is not among them.
 */
export function publishedFiles(catalogue: Catalogue): readonly PublishedFile[] {
  const profiles = catalogue.profiles.flatMap((profile) => {
    const { document, rollout } = profile;
    const isPublished = document !== null && document.lifecycle !== 'draft';
    return isPublished ? [published(document, snapshotOf(profile), rollout)] : [];
  });
  const others = catalogue.documents.flatMap((document) => {
    const { kind, lifecycle, root } = document;
    if ((kind !== 'RateCard' && kind !== 'TaxTable') || lifecycle === 'draft') return [];
    return [published(document, snapshotOfJson(resolvedJson(root, kind)), [])];
  });
  return [...profiles, ...others].sort((a, b) => byCodePoint(lockKey(a.snapshot), lockKey(b.snapshot)));
}

function published(
  { root, file }: BillingDocument,
  snapshot: Snapshot,
  rollout: readonly Cohort[],
): PublishedFile {
  return { snapshot, rollout, file, place: rangeOf((nodeAt(root, 'version') ?? root).span) };
}
