import { byCodePoint } from '../../lib/order.ts';
import type { SourceRange } from '../../model/source.ts';
import type { SnapshotKind } from '../resolve/resolved-json.ts';
import type { Cohort } from '../resolve/resolved-profile.ts';
import { hasSnapshots } from '../resolve/version-index.ts';

/** What the lock file says of a published version. */
export interface LockEntry {
  readonly sha256: string;
  /** Hash of what decides amounts alone. */
  readonly terms: string;
  readonly publishedAt: string;
  /** Empty: all customers at once. */
  readonly rollout: readonly Cohort[];
  readonly place: SourceRange;
}

/** By kind, id and version, such as `BillingProfile/standard@2.0.0`; empty when there is no lock file. */
export type Lock = ReadonlyMap<string, LockEntry>;

/** The text of the lock file: JSON of two spaces, by key. */
export function lockText(lock: Lock): string {
  const sorted = [...lock].sort(([a], [b]) => byCodePoint(a, b));
  const snapshots = sorted.map(([key, { sha256, terms, publishedAt, rollout }]) => {
    return [key, { sha256, terms, publishedAt, ...(rollout.length === 0 ? {} : { rollout }) }] as const;
  });
  return `${JSON.stringify({ version: 1, snapshots: Object.fromEntries(snapshots) }, null, 2)}\n`;
}

/** Whether two rollouts are the same. */
export function sameRollout(a: readonly Cohort[], b: readonly Cohort[]): boolean {
  const text = (cohorts: readonly Cohort[]) =>
    JSON.stringify(cohorts.map(({ percent, from }) => [percent, from]));
  return text(a) === text(b);
}

/** The version that a line of the lock file is of; undefined for a kind that is not kept. */
export function versionOfKey(
  key: string,
): { readonly kind: SnapshotKind; readonly id: string; readonly version: string } | undefined {
  const [, kind = '', id = '', version = ''] = /^(\w+)\/(.+)@(.+)$/.exec(key) ?? [];
  return hasSnapshots(kind) ? { kind, id, version } : undefined;
}
