import type { JsonMeta } from '../json.ts';
import { plainJson } from '../json/plain.ts';
import { safeJson } from '../json/safe.ts';

/** What a `profile` command found out, by `schema/profile.schema.json`: decimals as texts, null for what is unknown. */
export function renderProfileJson(kind: string, found: object, meta: JsonMeta): string {
  return safeJson({
    schemaVersion: '1',
    tool: { name: 'tollgate', version: meta.toolVersion },
    kind,
    ...(plainJson(found) as object),
  });
}
