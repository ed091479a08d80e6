import type { JsonMeta } from '../json.ts';
import { plainJson } from '../json/plain.ts';
import { safeJson } from '../json/safe.ts';

/** What a `profile` command found out, by `schema/profile-KIND.schema.json`: decimals as texts, null for what is unknown. */
export function renderProfileJson(kind: string, found: object, meta: JsonMeta): string {
  return safeJson(profileJsonHead(kind, found, meta));
}

/** The same as an object, for what is written in pieces. */
export function profileJsonHead(kind: string, found: object, meta: JsonMeta): object {
  return {
    schemaVersion: '1',
    tool: { name: 'tollgate', version: meta.toolVersion },
    kind,
    ...(plainJson(found) as object),
  };
}
