import { readAsset } from '../lib/assets.ts';
import type { JsonSchema } from './yaml/json-schema.ts';

type SchemaName = 'config' | 'billing-profile' | 'billing-snapshot' | 'billing-lock' | 'usage-origin';

const loaded = new Map<SchemaName, JsonSchema>();

/** A schema that ships with the product, by its name in `schema/`. Read when it is first needed. */
export function publishedSchema(name: SchemaName): JsonSchema {
  let schema = loaded.get(name);
  if (schema === undefined) {
    schema =
      name === 'billing-snapshot' ? withProfileParts(read(name)) : (JSON.parse(read(name)) as JsonSchema);
    loaded.set(name, schema);
  }
  return schema;
}

/** Snapshots hold parts of profiles: what the schema refers to in the other file is put beside its own definitions. */
function withProfileParts(text: string): JsonSchema {
  const schema = JSON.parse(text.replaceAll('"billing-profile.schema.json#/', '"#/')) as JsonSchema;
  return { ...schema, $defs: { ...publishedSchema('billing-profile').$defs, ...schema.$defs } };
}

function read(name: SchemaName): string {
  return readAsset(`schema/${name}.schema.json`).toString('utf8');
}
