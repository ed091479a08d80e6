import { byCodePoint } from '../../lib/order.ts';
import { listMember, member, textMember } from '../../lib/json.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Catalogue, ResolvedProfile } from '../resolve/catalogue.ts';
import type { SnapshotKind } from '../resolve/resolved-json.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { publishedFiles } from '../snapshot/published.ts';
import { lockKey } from '../snapshot/snapshot.ts';
import { subjectOf, type Subject } from './subject.ts';

/** A version of a rate card or tax table that the change publishes for nobody: profiles refer to other versions that rate otherwise. */
export interface UnreferredVersion extends Subject {
  /** `id@version`. */
  readonly reference: string;
  /** What profiles refer to in its place, as `id@version`. */
  readonly others: readonly string[];
  /** Ids of these profiles. */
  readonly profiles: readonly string[];
  /** Of the version. */
  readonly source: SourceRange;
}

/**
 * The versions that the change publishes and no profile at head refers to, itself or by what it extends, by kind and id. Retired profiles
 * are for nobody. A version that rates as those that are referred to, such as a table that was only read again, is none.
 */
export function unreferredVersions({
  head,
  changes,
}: {
  readonly head: Catalogue;
  readonly changes: readonly ProfileChange[];
}): readonly UnreferredVersion[] {
  const brought = changes.filter(isPublished);
  if (brought.length === 0) return [];
  const profiles = head.profiles.filter(({ document }) => document?.lifecycle !== 'retired');
  const hashes = new Map(head.snapshots.map((kept) => [lockKey(kept), kept.termsSha256]));
  const files = new Map(publishedFiles(head).map((file) => [lockKey(file.snapshot), file.snapshot]));
  return brought.flatMap(({ kind, id, headVersion, versionSource }) => {
    const name = { kind: kind as SnapshotKind, id };
    const own = files.get(lockKey({ ...name, version: headVersion ?? '' }));
    const users = profiles.flatMap((profile) => {
      const reference = referenceOf(name.kind, profile, head);
      return reference?.startsWith(`${id}@`) === true ? [{ id: profile.terms.id, reference }] : [];
    });
    if (own === undefined || users.some(({ reference }) => reference === referenceTo(own))) return [];
    const left = users.filter(({ reference }) => hashes.get(`${kind}/${reference}`) !== own.termsSha256);
    if (left.length === 0) return [];
    return {
      ...subjectOf(name),
      reference: referenceTo(own),
      others: [...new Set(left.map(({ reference }) => reference))].sort(byCodePoint),
      profiles: left.map((profile) => profile.id),
      source: versionSource,
    };
  });
}

/** Whether a change brings a version that is published, or publishes it. */
function isPublished({ kind, lifecycle, baseVersion, headVersion }: ProfileChange): boolean {
  const isHeld = lifecycle.head === null || lifecycle.head === 'published';
  const isNew = baseVersion !== headVersion || lifecycle.base !== lifecycle.head;
  return (kind === 'RateCard' || kind === 'TaxTable') && headVersion !== null && isHeld && isNew;
}

/** What a profile takes its prices or its taxes from; of what it extends where it has no reference of its own. */
function referenceOf(
  kind: SnapshotKind,
  { terms, json }: ResolvedProfile,
  head: Catalogue,
): string | undefined {
  if (kind === 'TaxTable') return terms.tax === null ? undefined : referenceTo(terms.tax);
  const sources = member(json, 'sources');
  const own = textMember(sources, 'rateCard');
  if (own !== undefined) return own;
  const extended = listMember(sources, 'extends').flatMap((reference) =>
    typeof reference === 'string' ? (head.profile(reference) ?? []) : [],
  );
  return extended
    .map(({ json }) => textMember(member(json, 'sources'), 'rateCard'))
    .find((card) => card !== undefined);
}
