import type { ModuleInstance } from '../instance/module-instance.ts';
import type { Bindings } from '../instance/body.ts';
import type { Declaration } from '../source/declaration.ts';
import { staticReference } from '../source/static.ts';
import type { ProviderInstance } from './provider-instance.ts';
import { referencedProvider } from './provider-reference.ts';
import { localName } from './provider-type.ts';

/** The provider configuration of a resource: its `provider` argument, else the default one of its type's prefix. */
export function providerOf(
  module: ModuleInstance,
  resource: Declaration,
  bindings: Bindings,
): ProviderInstance | undefined {
  const written = resource.attributes.get('provider')?.attribute.value;
  if (written !== undefined) return referencedProvider(module, written, bindings);
  return module.provider(localName(module.definition, typePrefix(resource)));
}

/** The local name of the provider as written; for a message when no configuration was found. */
export function writtenProviderName(module: ModuleInstance, resource: Declaration): string {
  const written = resource.attributes.get('provider')?.attribute.value;
  return (written && staticReference(written)) ?? localName(module.definition, typePrefix(resource));
}

function typePrefix(resource: Declaration): string {
  const [type = ''] = resource.labels;
  const end = type.indexOf('_');
  return end === -1 ? type : type.slice(0, end);
}
