import { canonicalJson } from '../../lib/canonical-json.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { SnapshotKind } from '../resolve/resolved-json.ts';

/** A published version as it is kept. */
export interface Snapshot {
  readonly kind: SnapshotKind;
  readonly id: string;
  readonly version: string;
  /** In the repository. */
  readonly path: string;
  readonly json: JsonObject;
  readonly sha256: string;
  readonly termsSha256: string;
}

const FOLDERS: Readonly<Record<SnapshotKind, string>> = {
  BillingProfile: '',
  RateCard: 'ratecards/',
  TaxTable: 'tax/',
};

/** What the lock file calls a version, such as `BillingProfile/standard@2.0.0`. */
export function lockKey({ kind, id, version }: Pick<Snapshot, 'kind' | 'id' | 'version'>): string {
  return `${kind}/${id}@${version}`;
}

/** Where the snapshot of a version is kept. */
export function snapshotPath({ kind, id, version }: Pick<Snapshot, 'kind' | 'id' | 'version'>): string {
  return `billing/snapshots/${FOLDERS[kind]}${id}/${version}.json`;
}

/** The text of a snapshot's file: canonical JSON and a line break. The hash is over the text without that. */
export function snapshotText(json: JsonObject): string {
  return `${canonicalJson(json)}\n`;
}
