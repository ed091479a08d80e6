import { createHash } from 'node:crypto';
import { canonicalJson } from '../../lib/canonical-json.ts';
import type { Json } from '../../lib/json.ts';

/** SHA-256 over the canonical JSON of a value (RFC 8785, UTF-8), in small hex digits. */
export function contentHash(value: Json): string {
  return textHash(canonicalJson(value));
}

/** SHA-256 of a text in UTF-8, in small hex digits. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
