import { LOCK_FILE } from '../files.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { startOf, type SnapshotFact } from './fact.ts';
import { sameRollout, versionOfKey } from './lock.ts';
import { isKept, type KeptRecord } from './plan.ts';
import { publishedFiles, type PublishedFile } from './published.ts';
import { lockKey, snapshotPath, type Snapshot } from './snapshot.ts';
import { TAKE_BACK, TAKE_LOCK_BACK, TAKE_OUT, WRITE } from './ways-out.ts';

/**
 * What the record of published versions lacks at head, and where its parts disagree. What `base` does not keep is not published
 * yet and can be written anew; without a base all that is kept is published.
 */
export function recordFacts(head: Catalogue, base: KeptRecord | null = null): SnapshotFact[] {
  const kept = new Map(head.snapshots.map((snapshot) => [snapshot.path, snapshot]));
  const hasLock = !head.unreadable.has(LOCK_FILE);
  const published = publishedFiles(head);
  const files = new Set(published.map(({ snapshot }) => snapshot.path));
  return [
    ...[...head.unreadable].map((path) => unreadable(path)),
    ...published.flatMap((file) => ofFile(file, kept.get(file.snapshot.path), head, base)),
    ...(hasLock ? head.snapshots.flatMap((snapshot) => ofSnapshot(snapshot, head, files, base)) : []),
    ...(hasLock ? withoutSnapshot(head, base) : []),
  ];
}

function unreadable(path: string): SnapshotFact {
  const problem = path === LOCK_FILE ? 'lock-unreadable' : 'snapshot-unreadable';
  return {
    problem,
    version: path,
    message: `${path} cannot be read.`,
    hint: TAKE_BACK,
    source: startOf(path),
  };
}

function ofFile(
  published: PublishedFile,
  kept: Snapshot | undefined,
  head: Catalogue,
  base: KeptRecord | null,
): SnapshotFact[] {
  const { snapshot, file, place, rollout } = published;
  if (head.unreadable.has(snapshot.path)) return [];
  const version = `${snapshot.id}@${snapshot.version}`;
  const entry = head.lock.get(lockKey(snapshot));
  const known = kept ?? entry;
  if (known !== undefined && known.sha256 !== snapshot.sha256) {
    if (base !== null && !isKept(base, snapshot)) {
      const message = `${file} says something else than the snapshot of ${version}, which is new in this change.`;
      return [{ problem: 'snapshot-mismatch', version, message, hint: WRITE, source: place }];
    }
    const message = `${file} is not what was published as ${version}: its hash is ${snapshot.sha256}, that of ${kept?.path ?? LOCK_FILE} is ${known.sha256}.`;
    const hint = 'Undo the change of the file, or give it a new version.';
    return [{ problem: 'snapshot-mismatch', version, message, hint, source: place }];
  }
  if (kept === undefined) {
    const message = `${version} is published, and has no snapshot.`;
    return [{ problem: 'snapshot-missing', version, message, hint: WRITE, source: place }];
  }
  if (entry === undefined || sameRollout(entry.rollout, rollout)) return [];
  const message = `The rollout of ${version} is not as ${LOCK_FILE} has it.`;
  return [{ problem: 'rollout-outdated', version, message, hint: WRITE, source: place }];
}

/** `files` are the snapshots of what is published by a file. */
function ofSnapshot(
  snapshot: Snapshot,
  head: Catalogue,
  files: ReadonlySet<string>,
  base: KeptRecord | null,
): SnapshotFact[] {
  const version = `${snapshot.id}@${snapshot.version}`;
  const entry = head.lock.get(lockKey(snapshot));
  if (entry === undefined) {
    const message = `The snapshot of ${version} is not in ${LOCK_FILE}.`;
    const lost = base !== null && !isKept(base, snapshot) ? TAKE_OUT : TAKE_LOCK_BACK;
    const hint = files.has(snapshot.path) ? WRITE : lost;
    return [{ problem: 'lock-missing', version, message, hint, source: startOf(snapshot.path) }];
  }
  if (entry.sha256 === snapshot.sha256 && entry.terms === snapshot.termsSha256) return [];
  const message = `${LOCK_FILE} has other hashes for ${version} than its snapshot, which has ${snapshot.sha256} and ${snapshot.termsSha256}.`;
  return [{ problem: 'lock-mismatch', version, message, hint: TAKE_BACK, source: entry.place }];
}

/** Lines of the lock file whose snapshot is not there. That of a published file is told at the file. */
function withoutSnapshot(head: Catalogue, base: KeptRecord | null): SnapshotFact[] {
  const known = new Set(
    [...head.snapshots, ...publishedFiles(head).map(({ snapshot }) => snapshot)].map(lockKey),
  );
  return [...head.lock].flatMap(([key, { place }]): SnapshotFact[] => {
    const name = versionOfKey(key);
    if (known.has(key) || (name !== undefined && head.unreadable.has(snapshotPath(name)))) return [];
    const version = key.slice(key.indexOf('/') + 1);
    const message = `${LOCK_FILE} has ${key}, and there is no snapshot of it.`;
    const hint = base !== null && name !== undefined && !isKept(base, name) ? TAKE_OUT : TAKE_BACK;
    return [{ problem: 'snapshot-missing', version, message, hint, source: place }];
  });
}
