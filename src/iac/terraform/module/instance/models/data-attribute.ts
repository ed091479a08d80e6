import type { Value } from '../../../../../model/value.ts';
import { assume } from '../../../evaluate/assumed.ts';
import { text } from '../../../evaluate/make.ts';
import { hasSensitive, markIf } from '../../../evaluate/marks.ts';
import { defaultTags } from '../../provider/default-tags.ts';
import { regionOf } from '../../provider/region.ts';
import type { ResourceInstance } from '../resource-instance.ts';
import { policyDocument } from './policy-document.ts';
import { zoneNames } from './zone-names.ts';
import { ZONES_AS_OF } from './zones.ts';

/** An attribute of a data source, or undefined where only the cloud knows it. */
type Model = (instance: ResourceInstance, name: string) => Value | undefined;

/**
 * Data sources with an answer that follows from the configuration, from what the project is said to be applied to, or from
 * a table. Each answer is assumed: nobody has asked the cloud.
 */
const MODELS: Readonly<Record<string, Model>> = {
  aws_region: (instance, name) =>
    ['name', 'id', 'region'].includes(name) ? (written(instance, 'name') ?? regionOf(instance)) : undefined,
  aws_partition: (instance, name) => partition(regionOf(instance), name),
  aws_caller_identity: (instance, name) => {
    const { account } = instance.block.module.run.project;
    return account !== undefined && (name === 'account_id' || name === 'id') ? text(account) : undefined;
  },
  aws_availability_zones: (instance, name) => (name === 'names' ? zoneNames(instance) : undefined),
  aws_default_tags: ({ provider }, name) =>
    name === 'tags' && provider !== undefined ? defaultTags(provider) : undefined,
  aws_iam_policy_document: policyDocument,
  google_client_config: ({ provider }, name) =>
    ['region', 'zone', 'project'].includes(name) ? provider?.argument(name) : undefined,
  azurerm_client_config: ({ provider }, name) =>
    ['subscription_id', 'tenant_id', 'client_id'].includes(name) ? provider?.argument(name) : undefined,
};

/**
 * What a data source answers: as the project's files have recorded it, else as its model has it; undefined for others. No
 * record stands above what is written.
 */
export function dataAttribute(instance: ResourceInstance, name: string): Value | undefined {
  const { block, address } = instance;
  const { answers } = block.module.run;
  const answer = answers.dataSource(address, block.address)?.entries.get(name) ?? outputs(instance, name);
  if (answer !== undefined && written(instance, name) === undefined) return answer;
  const model = Object.hasOwn(MODELS, block.type) ? MODELS[block.type] : undefined;
  const value = model?.(instance, name);
  if (value === undefined || value.kind === 'unknown') return value;
  const date = block.type === 'aws_availability_zones' ? ` as of ${ZONES_AS_OF}` : '';
  return assume(value, `${block.type}.${name}${date}`);
}

/** Names of attributes that a data source has besides the written ones. */
export function recordedNames({ block, address }: ResourceInstance): Iterable<string> {
  return block.module.run.answers.dataSource(address, block.address)?.entries.keys() ?? [];
}

/** The outputs that a state data source reads. Of `tfe_outputs` all `values` are sensitive, and a second attribute has those that need not be. */
function outputs({ block }: ResourceInstance, name: string): Value | undefined {
  const isTfe = block.type === 'tfe_outputs';
  if (!(isTfe ? /^(nonsensitive_)?values$/ : /^outputs$/).test(name)) return undefined;
  if (!isTfe && block.type !== 'terraform_remote_state') return undefined;
  const found = block.module.run.answers.outputs(block.address, block.name);
  if (found === undefined) return undefined;
  const shown = [...found.entries].filter(
    ([, value]) => name !== 'nonsensitive_values' || !hasSensitive(value),
  );
  const detail = `${block.address}.${name}`;
  const value = {
    ...found,
    entries: new Map(shown),
    rest: { reason: 'unresolved-remote-state', detail } as const,
  };
  return markIf(value, name === 'values');
}

function written(instance: ResourceInstance, name: string): Value | undefined {
  const value = instance.argument(name);
  return value === undefined || value.kind === 'null' ? undefined : value;
}

/**
 * The AWS partition of a region and its DNS suffix (AWS, "AWS resources and partitions"); undefined for isolated partitions and
 * that of the European Sovereign Cloud.
 */
function partition(region: Value, attribute: string): Value | undefined {
  if (region.kind !== 'string' || /iso|^eusc-/.test(region.value)) return undefined;
  const isChina = region.value.startsWith('cn-');
  const name = isChina ? 'aws-cn' : region.value.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const suffix = isChina ? 'amazonaws.com.cn' : 'amazonaws.com';
  switch (attribute) {
    case 'id':
    case 'partition':
      return text(name, region.origin);
    case 'dns_suffix':
      return text(suffix, region.origin);
    case 'reverse_dns_prefix':
      return text(suffix.split('.').reverse().join('.'), region.origin);
    default:
      return undefined;
  }
}
