import { LOCK_FILE } from '../files.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { startOf, type SnapshotFact } from './fact.ts';
import { sameRollout, type LockEntry } from './lock.ts';
import { lockKey } from './snapshot.ts';
import { TAKE_BACK, TAKE_OUT } from './ways-out.ts';
import { unfoundedSnapshots } from './unfounded.ts';

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

function unfounded(base: Catalogue, head: Catalogue): SnapshotFact[] {
  return unfoundedSnapshots(base, head).map(({ path, id, version: number }): SnapshotFact => {
    const version = `${id}@${number}`;
    const message = `The snapshot of ${version} is new, and no file has that version, at base or at head.`;
    return { problem: 'snapshot-unfounded', version, message, hint: TAKE_OUT, source: startOf(path) };
  });
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
