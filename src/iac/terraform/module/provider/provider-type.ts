import { jsonBodies, literalString } from '../source/json-body.ts';
import { nestedBodies } from '../source/declaration.ts';
import type { ModuleDefinition } from '../source/definition.ts';

/**
 * The short name of the provider that a module calls by a local name: the last part of the `source` in
 * `required_providers`, else the local name itself (Terraform, "Provider Requirements").
 */
export function providerType(definition: ModuleDefinition, localName: string): string {
  return requiredTypes(definition).get(localName) ?? localName;
}

/**
 * The local name by which a module calls a provider of a short name. Resources name their provider by the beginning of
 * their type; what counts is which provider that is, not what a module calls it.
 */
export function localName(definition: ModuleDefinition, type: string): string {
  const required = requiredTypes(definition);
  if (required.has(type)) return type;
  return [...required].find(([, found]) => found === type)?.[0] ?? type;
}

const known = new WeakMap<ModuleDefinition, ReadonlyMap<string, string>>();

/** Short names of the required providers by local name. */
function requiredTypes(definition: ModuleDefinition): ReadonlyMap<string, string> {
  let types = known.get(definition);
  if (types === undefined) {
    types = readTypes(definition);
    known.set(definition, types);
  }
  return types;
}

function readTypes(definition: ModuleDefinition): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const bodies = definition.settings.flatMap((settings) => nestedBodies(settings, 'required_providers'));
  for (const { name, value } of bodies.flatMap(({ body }) => body.attributes)) {
    const [fields] = jsonBodies(value);
    const source = fields?.attributes.find((field) => field.name === 'source');
    const address = source && literalString(source.value);
    if (!types.has(name)) types.set(name, address?.slice(address.lastIndexOf('/') + 1).toLowerCase() ?? name);
  }
  return types;
}
