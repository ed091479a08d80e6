import type { BillingDocument } from '../document.ts';
import { LOCK_FILE } from '../files.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { startOf, type SnapshotFact } from './fact.ts';
import { sameRollout, type LockEntry } from './lock.ts';
import { lockKey } from './snapshot.ts';

const TAKE_BACK =
  'Take it from the base again. What is published never changes: publish a new version instead.';

/** What of the record of published versions is another than at base, or gone. New versions are no fact. */
export function factsSinceBase(base: Catalogue, head: Catalogue): SnapshotFact[] {
  return [...snapshots(base, head), ...unfounded(base, head), ...lockEntries(base, head)];
}

function snapshots(base: Catalogue, head: Catalogue): SnapshotFact[] {
  const after = new Map(head.snapshots.map((snapshot) => [snapshot.path, snapshot]));
  return base.snapshots.flatMap(({ path, id, version: number, sha256 }): SnapshotFact[] => {
    const version = `${id}@${number}`;
    const current = after.get(path);
    if (current?.sha256 === sha256) return [];
    const fact = { version, hint: TAKE_BACK, source: startOf(path) };
    if (current === undefined && !head.unreadable.has(path))
      return [{ problem: 'snapshot-deleted', ...fact, message: `The snapshot of ${version} was deleted.` }];
    return [{ problem: 'snapshot-edited', ...fact, message: `The snapshot of ${version} was changed.` }];
  });
}

/** New snapshots of versions that no file has on either side: nobody reviewed them as a profile. A file that cannot be read is an error itself. */
function unfounded(base: Catalogue, head: Catalogue): SnapshotFact[] {
  const known = new Set(base.snapshots.map(({ path }) => path));
  const files = new Set([base, head].flatMap(({ documents }) => documents.flatMap(keptVersion)).map(lockKey));
  return head.snapshots.flatMap((snapshot): SnapshotFact[] => {
    const { path, id, version: number } = snapshot;
    if (known.has(path) || files.has(lockKey(snapshot)) || head.brokenIds.has(id)) return [];
    const version = `${id}@${number}`;
    const message = `The snapshot of ${version} is new, and no file has that version, at base or at head.`;
    const hint = 'Take it out. A version is published by its file.';
    return [{ problem: 'snapshot-unfounded', version, message, hint, source: startOf(path) }];
  });
}

/** The version that a file has and that is no draft, whether it can be resolved or not. */
function keptVersion({ kind, id, version, lifecycle }: BillingDocument): Parameters<typeof lockKey>[0][] {
  const isKept = kind === 'BillingProfile' || kind === 'RateCard' || kind === 'TaxTable';
  return isKept && version !== null && lifecycle !== 'draft' ? [{ kind, id, version }] : [];
}

function lockEntries(base: Catalogue, head: Catalogue): SnapshotFact[] {
  if (head.unreadable.has(LOCK_FILE)) return [];
  // The rollout of the version that the file has may change: then the two are held against each other.
  const open = new Set(
    head.profiles.map(({ terms: { id, version } }) => lockKey({ kind: 'BillingProfile', id, version })),
  );
  return [...base.lock].flatMap(([key, entry]): SnapshotFact[] => {
    const version = key.slice(key.indexOf('/') + 1);
    const current = head.lock.get(key);
    if (current !== undefined && isSame(entry, current, open.has(key))) return [];
    const [problem, verb] = current
      ? (['lock-edited', 'changed'] as const)
      : (['lock-deleted', 'deleted'] as const);
    const message = `The line of ${version} in ${LOCK_FILE} was ${verb}.`;
    return [{ problem, version, message, hint: TAKE_BACK, source: current?.place ?? startOf(LOCK_FILE) }];
  });
}

function isSame(a: LockEntry, b: LockEntry, mayRollOut: boolean): boolean {
  const hashes = a.sha256 === b.sha256 && a.terms === b.terms && a.publishedAt === b.publishedAt;
  return hashes && (mayRollOut || sameRollout(a.rollout, b.rollout));
}
