import { byCodePoint } from '../../lib/order.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceRange } from '../../model/source.ts';
import { LOCK_FILE } from '../files.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { lockText, sameRollout, type LockEntry } from './lock.ts';
import { publishedFiles, type PublishedFile } from './published.ts';
import { lockKey, snapshotText } from './snapshot.ts';
import { unfoundedLines, unfoundedSnapshots } from './unfounded.ts';

export interface SnapshotPlan {
  /** Files to write, by path: new snapshots, and the lock file when it changes. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What the lock file calls the versions that are kept for the first time. */
  readonly added: readonly string[];
  /** Versions that are written anew, since they are not published yet. */
  readonly rewritten: readonly PublishedFile[];
  /** Versions that are taken out again: new since the base, and no file has them any more. As the lock file calls them. */
  readonly dropped: readonly string[];
  /** Paths of their snapshots. */
  readonly obsolete: readonly string[];
  /** Versions that the lock file then has. */
  readonly versions: number;
  /** Versions that are kept with other content than their file has: nothing of theirs is written. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What is to be written so that every published version has its snapshot and its line in the lock file. `now` is an instant
 * in UTC, for the new lines. What is there is never overwritten, but for the rollout in the lock file, which follows the profile,
 * and for what `base` does not have: nobody can have been billed by it, so it is written anew, or taken out where no file has it any
 * more. Without a base all that is kept is published.
 */
export function planSnapshots(
  catalogue: Catalogue,
  now: string,
  base: Catalogue | null = null,
): SnapshotPlan {
  if (catalogue.unreadable.has(LOCK_FILE)) return { ...NOTHING, versions: 0 };
  const kept = new Map(catalogue.snapshots.map((snapshot) => [snapshot.path, snapshot]));
  const lock = new Map(catalogue.lock);
  const files: { path: string; text: string }[] = [];
  const added: string[] = [];
  const rewritten: PublishedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const published of publishedFiles(catalogue)) {
    const { snapshot, rollout, place } = published;
    const key = lockKey(snapshot);
    const [old, entry] = [kept.get(snapshot.path), lock.get(key)];
    const conflict = [old, entry].some((known) => known !== undefined && known.sha256 !== snapshot.sha256);
    const isDraft = base !== null && !isKept(base, snapshot);
    if (conflict && !isDraft) diagnostics.push(changedSince(published));
    if ((conflict && !isDraft) || catalogue.unreadable.has(snapshot.path)) continue;
    if (conflict) {
      rewritten.push(published);
      files.push({ path: snapshot.path, text: snapshotText(snapshot.json) });
      lock.set(key, entryOf(published, now, place));
      continue;
    }
    if (old === undefined) files.push({ path: snapshot.path, text: snapshotText(snapshot.json) });
    if (old === undefined && entry === undefined) added.push(key);
    if (entry === undefined || !sameRollout(entry.rollout, rollout))
      lock.set(key, entryOf(published, entry?.publishedAt ?? now, place));
  }
  const unfounded = base === null ? [] : unfoundedSnapshots(base, catalogue);
  const lines = base === null ? [] : unfoundedLines(base, catalogue);
  for (const key of lines) lock.delete(key);
  const text = lockText(lock);
  if (text !== lockText(catalogue.lock)) files.push({ path: LOCK_FILE, text });
  return {
    ...{ files, added, rewritten, diagnostics, versions: lock.size },
    dropped: [...new Set([...unfounded.map(lockKey), ...lines])].sort(byCodePoint),
    obsolete: unfounded.map(({ path }) => path),
  };
}

const NOTHING = { files: [], added: [], rewritten: [], dropped: [], obsolete: [], diagnostics: [] };

/** What is kept on one side. */
export type KeptRecord = Pick<Catalogue, 'snapshots' | 'lock'>;

/** Whether a side keeps a version already, be it only in its lock file. */
export function isKept({ snapshots, lock }: KeptRecord, version: Parameters<typeof lockKey>[0]): boolean {
  const key = lockKey(version);
  return lock.has(key) || snapshots.some((snapshot) => lockKey(snapshot) === key);
}

function entryOf({ snapshot, rollout }: PublishedFile, publishedAt: string, place: SourceRange): LockEntry {
  return { sha256: snapshot.sha256, terms: snapshot.termsSha256, publishedAt, rollout, place };
}

function changedSince({ snapshot, file, place }: PublishedFile): Diagnostic {
  const message = `${file} is not what was published as ${snapshot.id}@${snapshot.version}.`;
  const hint =
    'What is published never changes: undo the change of the file, or give it a new version. Where the branch that it is merged into does not have it, name that branch with --base.';
  return { severity: 'error', code: 'published-changed', message, source: place, hint };
}
