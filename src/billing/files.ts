const FOLDERS = ['profiles', 'ratecards', 'bindings', 'tax', 'fx', 'units', 'corrections'];
const BILLING_FILE = new RegExp(`^billing/(?:${FOLDERS.join('|')})/.+\\.(?:ya?ml|json)$`, 'su');

/** Whether a path of the tree is a billing file. Snapshots and the lock file are written by the product and are none. */
export function isBillingFile(path: string): boolean {
  return BILLING_FILE.test(path);
}
