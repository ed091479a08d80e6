const FOLDERS = ['profiles', 'ratecards', 'bindings', 'tax', 'fx', 'units', 'corrections'];
const BILLING_FILE = new RegExp(`^billing/(?:${FOLDERS.join('|')})/.+\\.(?:ya?ml|json)$`, 'su');
const SNAPSHOT_FILE = /^billing\/snapshots\/.+\.json$/su;

/** Hashes of all published versions, at the root of the repository. */
export const LOCK_FILE = 'billing.lock.json';

/** Whether a path of the tree is a billing file. Snapshots and the lock file are written by the product and are none. */
export function isBillingFile(path: string): boolean {
  return BILLING_FILE.test(path);
}

/** Whether a path is that of a snapshot of a published version. */
export function isSnapshotFile(path: string): boolean {
  return SNAPSHOT_FILE.test(path);
}

/** Whether a path is what the product keeps of published versions: a snapshot or the lock file. */
export function isBillingRecord(path: string): boolean {
  return path === LOCK_FILE || isSnapshotFile(path);
}
