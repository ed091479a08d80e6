import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';

/** Levels of lists and mappings; no file that the product keeps has more than nine. */
const MAX_DEPTH = 20;

/** The JSON object that a text is; undefined when it is none, or deeper than anything that the product writes. */
export function parsedObject(text: string): JsonObject | undefined {
  try {
    const json = JSON.parse(text) as Json;
    return isJsonObject(json) && depthOf(json) <= MAX_DEPTH ? json : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Levels of a value, up to one more than is allowed. */
function depthOf(json: Json, level = 1): number {
  if (typeof json !== 'object' || json === null || level > MAX_DEPTH) return level;
  let most = level;
  for (const item of Object.values(json as JsonObject)) most = Math.max(most, depthOf(item, level + 1));
  return most;
}
