import { readAsset } from '../lib/assets.ts';
import type { JsonSchema } from './yaml/json-schema.ts';

const loaded = new Map<string, JsonSchema>();

/** A schema that ships with the product, by its name in `schema/`. Read when it is first needed. */
export function publishedSchema(name: 'config' | 'billing-profile'): JsonSchema {
  let schema = loaded.get(name);
  if (schema === undefined) {
    schema = JSON.parse(readAsset(`schema/${name}.schema.json`).toString('utf8')) as JsonSchema;
    loaded.set(name, schema);
  }
  return schema;
}
