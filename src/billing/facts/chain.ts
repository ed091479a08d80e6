import { nodeAt, textOf } from '../../config/yaml/access.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { lockKey } from '../snapshot/snapshot.ts';
import { placeIn, subjectOf, type Subject } from './subject.ts';

/** A version in the chain of its profile. */
export interface Link extends Subject {
  readonly version: string;
  /** As it is written; null when it names none. */
  readonly supersedes: string | null;
  /** The version before it that files and snapshots know; null for the first. */
  readonly previous: string | null;
  /** The lock file of the base has the version already, with another hash. */
  readonly reused: boolean;
  readonly source: SourceRange;
}

/**
 * How the version of a touched profile hangs in its chain. A version that the base has as a file is not judged as used
 * before: what an edit of it is, its differences say.
 */
export function linksOf(base: Catalogue, head: Catalogue, document: BillingDocument): readonly Link[] {
  const { kind, id, version } = document;
  if (kind !== 'BillingProfile' || version === null) return [];
  const versions = head.versions(id);
  const own = versions.findIndex((profile) => profile.document === document);
  // What could not be resolved has an error of its own.
  if (own === -1) return [];
  const previous = versions[own - 1];
  const locked = base.lock.get(lockKey({ kind, id, version }));
  const wasFile = base.documents.some(
    (other) => other.kind === kind && other.id === id && other.version === version,
  );
  return [
    {
      ...subjectOf(document),
      version,
      supersedes: textOf(nodeAt(document.root, 'supersedes')) ?? null,
      previous: previous === undefined ? null : referenceTo(previous.terms),
      reused: locked !== undefined && !wasFile && locked.sha256 !== versions[own]?.sha256,
      source: placeIn(document, 'supersedes'),
    },
  ];
}
