import type { Value } from '../../../../model/value.ts';
import type { ProviderRef } from '../../../../model/resource.ts';
import { NULL, unknown } from '../../evaluate/make.ts';
import type { ResourceInstance } from '../instance/resource-instance.ts';
import { GAP } from '../source/gap.ts';
import { hasNoConfiguration, unreadConfiguration } from './find-provider.ts';
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
      ...versionOf(instance, provider.name),
      ...ignoredTags(provider),
    };
  }
  const written = writtenProviderName(block.module, block.declaration);
  const [localName = '', alias] = written.split('.');
  const name = providerType(block.module.definition, localName);
  const unread = unreadConfiguration(block.module);
  return {
    name,
    ...versionOf(instance, name),
    ...(alias === undefined ? {} : { alias }),
    defaultTags: hasNoConfiguration(block.module, written)
      ? NULL
      : unread !== undefined
        ? unknown(unread.reason, unread)
        : unknown('no-provider-configuration', { detail: `provider ${written}` }),
  };
}

function versionOf({ block }: ResourceInstance, name: string): Pick<ProviderRef, 'version'> {
  const version = block.module.run.providerVersions.get(name);
  return version === undefined ? {} : { version };
}

/** What an AWS provider takes no notice of (AWS provider, "ignore_tags"); not what damage may hide. */
function ignoredTags(provider: ProviderInstance): Pick<ProviderRef, 'ignoreTags'> {
  const [keys, prefixes] = ['keys', 'key_prefixes'].map((name) => provider.nested('ignore_tags', name));
  if (provider.name !== 'aws' || keys === undefined || prefixes === undefined) return {};
  const isWritten = [keys, prefixes].some(
    (value) => value.kind !== 'null' && !(value.kind === 'unknown' && value.detail === GAP.detail),
  );
  return isWritten ? { ignoreTags: { keys, prefixes } } : {};
}

/** What a provider configuration adds to the tags or labels of its resources; null when nothing. */
export function defaultTags(provider: ProviderInstance): Value {
  if (provider.name === 'aws') return provider.nested('default_tags', 'tags');
  if (provider.name.startsWith('google')) return provider.argument('default_labels') ?? NULL;
  return NULL;
}
