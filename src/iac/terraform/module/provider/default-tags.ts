import type { Value } from '../../../../model/value.ts';
import type { ProviderRef } from '../../../../model/resource.ts';
import { NULL, unknown } from '../../evaluate/make.ts';
import type { ResourceInstance } from '../instance/resource-instance.ts';
import { hasNoConfiguration } from './find-provider.ts';
import { providerType } from './provider-type.ts';
import { writtenProviderName } from './provider-of.ts';
import type { ProviderInstance } from './provider-instance.ts';

/**
 * The provider configuration of an instance with what it adds to tags: `default_tags` (aws), `default_labels`
 * (google). Without a configuration of an aliased name the defaults are unknown; a missing default
 * configuration has none.
 */
export function providerRef(instance: ResourceInstance): ProviderRef {
  const { provider, block } = instance;
  if (provider !== undefined) {
    return {
      name: provider.name,
      ...(provider.alias === undefined ? {} : { alias: provider.alias }),
      defaultTags: defaultTags(provider),
    };
  }
  const written = writtenProviderName(block.declaration);
  const [name = '', alias] = written.split('.');
  return {
    name: providerType(block.module.definition, name),
    ...(alias === undefined ? {} : { alias }),
    defaultTags: hasNoConfiguration(block.module, written)
      ? NULL
      : unknown('no-variable-value', { detail: `provider ${written}` }),
  };
}

/** What a provider configuration adds to the tags or labels of its resources; null when nothing. */
export function defaultTags(provider: ProviderInstance): Value {
  if (provider.name === 'aws') return provider.nested('default_tags', 'tags');
  if (provider.name.startsWith('google')) return provider.argument('default_labels') ?? NULL;
  return NULL;
}
