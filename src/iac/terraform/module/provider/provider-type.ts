import { jsonBodies, literalString } from '../source/json-body.ts';
import { nestedBodies } from '../source/declaration.ts';
import type { ModuleDefinition } from '../source/definition.ts';

/**
 * The short name of the provider that a module calls by a local name: the last part of the `source` in
 * `required_providers`, else the local name itself (Terraform, "Provider Requirements").
 */
export function providerType(definition: ModuleDefinition, localName: string): string {
  for (const settings of definition.settings) {
    for (const { body } of nestedBodies(settings, 'required_providers')) {
      const requirement = body.attributes.find(({ name }) => name === localName);
      if (requirement === undefined) continue;
      const [fields] = jsonBodies(requirement.value);
      const source = fields?.attributes.find(({ name }) => name === 'source');
      const address = source === undefined ? undefined : literalString(source.value);
      if (address !== undefined) return address.slice(address.lastIndexOf('/') + 1).toLowerCase();
    }
  }
  return localName;
}
