import type { BillingDocument } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { versionOfKey } from './lock.ts';
import { lockKey, snapshotPath, type Snapshot } from './snapshot.ts';

/**
 * New snapshots of versions that no file has on either side: nobody reviewed them as a profile, or their file went on to another
 * version before they were published. A file that cannot be read is an error itself.
 */
export function unfoundedSnapshots(base: Catalogue, head: Catalogue): readonly Snapshot[] {
  const known = new Set(base.snapshots.map(({ path }) => path));
  const files = versionsOfFiles(base, head);
  return head.snapshots.filter(
    (snapshot) =>
      !known.has(snapshot.path) && !files.has(lockKey(snapshot)) && !head.brokenIds.has(snapshot.id),
  );
}

/** New lines of the lock file of such versions, whether their snapshot is there or not: what the lock file calls them. */
export function unfoundedLines(base: Catalogue, head: Catalogue): readonly string[] {
  const files = versionsOfFiles(base, head);
  const kept = new Set(base.snapshots.map(lockKey));
  return [...head.lock.keys()].filter((key) => {
    const name = versionOfKey(key);
    const isKnown = base.lock.has(key) || kept.has(key) || files.has(key);
    return (
      name !== undefined &&
      !isKnown &&
      !head.brokenIds.has(name.id) &&
      !head.unreadable.has(snapshotPath(name))
    );
  });
}

function versionsOfFiles(base: Catalogue, head: Catalogue): ReadonlySet<string> {
  return new Set([base, head].flatMap(({ documents }) => documents.flatMap(keptVersion)).map(lockKey));
}

/** The version that a file has and that is no draft, whether it can be resolved or not. */
function keptVersion({ kind, id, version, lifecycle }: BillingDocument): Parameters<typeof lockKey>[0][] {
  const isKept = kind === 'BillingProfile' || kind === 'RateCard' || kind === 'TaxTable';
  return isKept && version !== null && lifecycle !== 'draft' ? [{ kind, id, version }] : [];
}
