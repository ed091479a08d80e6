import { describeUnknown } from '../../../../model/unknown-text.ts';
import type { Value } from '../../../../model/value.ts';
import { assume } from '../../evaluate/assumed.ts';
import { text, unknown } from '../../evaluate/make.ts';
import type { ResourceInstance } from '../instance/resource-instance.ts';
import { isNowhereWritten, unreadConfiguration } from './find-provider.ts';
import { writtenProviderName } from './provider-of.ts';
import { providerType } from './provider-type.ts';

/**
 * Where an instance would be created. AWS: its `region` argument (provider 6 and later), else the provider's. Google:
 * `region`, `zone` or `location`, else the provider's. Azure: `location`. A provider that is not told its region takes it
 * from the environment of the run, which is known only from the project's `regions`; else it is unknown.
 */
export function regionOf(instance: ResourceInstance): Value {
  const { type } = instance.block;
  if (type.startsWith('azurerm_') || type.startsWith('azapi_')) return azureRegion(instance);
  if (type.startsWith('google_')) return googleRegion(instance);
  return argument(instance, 'region') ?? instance.provider?.argument('region') ?? fromEnvironment(instance);
}

function azureRegion(instance: ResourceInstance): Value {
  const location = argument(instance, 'location');
  if (location === undefined)
    return unknown('computed-attribute', { detail: `${instance.address}.location` });
  // The provider compares "West Europe" and "westeurope" as equal.
  return mapText(location, (name) => name.toLowerCase().replaceAll(' ', ''));
}

function googleRegion(instance: ResourceInstance): Value {
  const { provider } = instance;
  const found =
    argument(instance, 'region') ??
    argument(instance, 'zone') ??
    argument(instance, 'location') ??
    provider?.argument('region') ??
    provider?.argument('zone');
  return found === undefined ? fromEnvironment(instance) : mapText(found, regionOfZone);
}

/** `europe-west1-b` lies in `europe-west1`; regions and multi-regions stay as they are. Buckets and datasets take `US` and `us`. */
function regionOfZone(place: string): string {
  return place.toLowerCase().replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, '$1');
}

function argument(instance: ResourceInstance, name: string): Value | undefined {
  const value = instance.argument(name);
  return value === undefined || value.kind === 'null' ? undefined : value;
}

function mapText(value: Value, change: (text: string) => string): Value {
  if (value.kind !== 'string') return value;
  const changed = change(value.value);
  return changed === value.value
    ? value
    : { ...text(changed, value.origin), ...(value.sensitive && { sensitive: true }) };
}

/**
 * The region that a run takes from its environment. Only for a configuration without region, or none at all: one that
 * cannot be found may name a region. One that may stand in a generated file that is not read is taken to name none: the
 * user tells the region for that.
 */
function fromEnvironment(instance: ResourceInstance): Value {
  const { block, provider } = instance;
  const written = writtenProviderName(block.module, block.declaration);
  const unread = provider === undefined ? unreadConfiguration(block.module) : undefined;
  const isKnown = provider !== undefined || isNowhereWritten(block.module, written);
  const name = provider?.name ?? providerType(block.module.definition, written);
  const region = block.module.run.project.regions?.[name === 'google-beta' ? 'google' : name];
  if (isKnown && region !== undefined) {
    const found = text(region);
    return unread === undefined
      ? found
      : assume(found, `configured region, since ${describeUnknown(unread)}`);
  }
  if (unread !== undefined) return unknown(unread.reason, unread);
  return unknown(isKnown ? 'region-not-written' : 'no-provider-configuration', {
    detail: `provider ${written}`,
  });
}
