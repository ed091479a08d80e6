import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceRange } from '../../model/source.ts';
import { LOCK_FILE } from '../files.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { lockText, sameRollout, type LockEntry } from './lock.ts';
import { publishedFiles, type PublishedFile } from './published.ts';
import { lockKey, snapshotText } from './snapshot.ts';

export interface SnapshotPlan {
  /** Files to write, by path: new snapshots, and the lock file when it changes. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What the lock file calls the versions that are kept for the first time. */
  readonly added: readonly string[];
  /** Versions that the lock file then has. */
  readonly versions: number;
  /** Versions that are kept with other content than their file has: nothing of theirs is written. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What is to be written so that every published version has its snapshot and its line in the lock file. `now` is an instant
 * in UTC, for the new lines. What is there is never overwritten, but for the rollout in the lock file, which follows the profile.
 */
export function planSnapshots(catalogue: Catalogue, now: string): SnapshotPlan {
  if (catalogue.unreadable.has(LOCK_FILE)) return { files: [], added: [], versions: 0, diagnostics: [] };
  const kept = new Map(catalogue.snapshots.map((snapshot) => [snapshot.path, snapshot]));
  const lock = new Map(catalogue.lock);
  const files: { path: string; text: string }[] = [];
  const added: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const published of publishedFiles(catalogue)) {
    const { snapshot, rollout, place } = published;
    const key = lockKey(snapshot);
    const [old, entry] = [kept.get(snapshot.path), lock.get(key)];
    const conflict = [old, entry].some((known) => known !== undefined && known.sha256 !== snapshot.sha256);
    if (conflict) diagnostics.push(changedSince(published));
    if (conflict || catalogue.unreadable.has(snapshot.path)) continue;
    if (old === undefined) files.push({ path: snapshot.path, text: snapshotText(snapshot.json) });
    if (old === undefined && entry === undefined) added.push(key);
    if (entry === undefined || !sameRollout(entry.rollout, rollout))
      lock.set(key, entryOf(published, entry?.publishedAt ?? now, place));
  }
  const text = lockText(lock);
  if (text !== lockText(catalogue.lock)) files.push({ path: LOCK_FILE, text });
  return { files, added, versions: lock.size, diagnostics };
}

function entryOf({ snapshot, rollout }: PublishedFile, publishedAt: string, place: SourceRange): LockEntry {
  return { sha256: snapshot.sha256, terms: snapshot.termsSha256, publishedAt, rollout, place };
}

function changedSince({ snapshot, file, place }: PublishedFile): Diagnostic {
  const message = `${file} is not what was published as ${snapshot.id}@${snapshot.version}.`;
  const hint = 'What is published never changes: undo the change of the file, or give it a new version.';
  return { severity: 'error', code: 'published-changed', message, source: place, hint };
}
