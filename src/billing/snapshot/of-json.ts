import { listMember, type JsonObject } from '../../lib/json.ts';
import { textIn } from '../resolve/json-access.ts';
import type { SnapshotKind } from '../resolve/resolved-json.ts';
import { termsOf } from '../resolve/terms.ts';
import { skuOf, taxOf } from '../resolve/terms-lists.ts';
import { contentHash } from './hash.ts';
import { pricesHash, taxHash, termsHash } from './rating-content.ts';
import { snapshotPath, type Snapshot } from './snapshot.ts';

/** A version as it is kept, from its JSON; with the hash of that when it is known already. */
export function snapshotOfJson(json: JsonObject, sha256 = contentHash(json)): Snapshot {
  const kind = textIn(json, 'kind') as SnapshotKind;
  const [id, version] = [textIn(json, 'id'), textIn(json, 'version')];
  const path = snapshotPath({ kind, id, version });
  return { kind, id, version, path, json, sha256, termsSha256: ratingHash(kind, json) };
}

function ratingHash(kind: SnapshotKind, json: JsonObject): string {
  if (kind === 'BillingProfile') return termsHash(termsOf(json, 'published'));
  if (kind === 'TaxTable') return taxHash(taxOf(json).rows);
  return pricesHash(textIn(json, 'currency'), listMember(json, 'skus').map(skuOf));
}
