import type { Value } from '../../../../model/value.ts';
import { text } from '../../evaluate/make.ts';
import { defaultTags } from '../provider/default-tags.ts';
import { regionOf } from '../provider/region.ts';
import type { ResourceInstance } from './resource-instance.ts';

/**
 * Attributes of data sources that follow from the configuration alone: the region and partition of the provider, its
 * default tags. Undefined for all others, which only the cloud knows.
 */
export function dataAttribute(instance: ResourceInstance, name: string): Value | undefined {
  switch (instance.block.type) {
    case 'aws_region':
      return ['name', 'id', 'region'].includes(name) ? regionOf(instance) : undefined;
    case 'aws_partition':
      return name === 'partition' || name === 'id' ? partition(regionOf(instance)) : undefined;
    case 'aws_default_tags':
      return name === 'tags' && instance.provider !== undefined ? defaultTags(instance.provider) : undefined;
    case 'google_client_config':
      return ['region', 'zone', 'project'].includes(name) ? instance.provider?.argument(name) : undefined;
    default:
      return undefined;
  }
}

/** The AWS partition of a region (AWS, "AWS resources and partitions"); undefined when the region is unknown or of an isolated partition. */
function partition(region: Value): Value | undefined {
  if (region.kind !== 'string' || region.value.includes('iso')) return undefined;
  if (region.value.startsWith('cn-')) return text('aws-cn', region.origin);
  return text(region.value.startsWith('us-gov-') ? 'aws-us-gov' : 'aws', region.origin);
}
