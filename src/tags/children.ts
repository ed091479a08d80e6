import semver from 'semver';
import type { Resource } from '../model/resource.ts';
import type { ChildTags, EffectiveTags } from '../model/tags.ts';
import type { ObjectValue, Value } from '../model/value.ts';
import { describeUnknown } from '../model/unknown-text.ts';
import { blockTags, mapTags, NO_TAGS } from './tag-set.ts';
import type { TagSet } from './tag-set.ts';
import { mergeTags } from './merge.ts';

/** What a resource of a type makes that is billed by itself; `own` are the tags of the resource. */
type Children = (resource: Resource, own: EffectiveTags) => readonly ChildTags[];

/** From this version on the default tags of the AWS provider reach the volumes of instances (its changelog). */
const VOLUME_DEFAULTS_SINCE = '5.39.0';

const CHILDREN: Readonly<Record<string, Children>> = {
  aws_launch_template: templateChildren,
  aws_autoscaling_group: groupChildren,
  aws_instance: volumeChildren,
  aws_spot_instance_request: volumeChildren,
  aws_eks_node_group: nodeChildren,
  aws_ecs_service: taskChildren,
};

/**
 * The tags of what a resource makes and that is billed by itself: instances, volumes, tasks. The provider tags the resource;
 * what it makes carries only what these rules pass on (AWS provider, documentation of each type). None for other types.
 */
export function childTags(resource: Resource, own: EffectiveTags): readonly ChildTags[] {
  return (
    (Object.hasOwn(CHILDREN, resource.type) ? CHILDREN[resource.type]?.(resource, own) : undefined) ?? []
  );
}

/** Default tags do not reach `tag_specifications`. Instances can get tags of an Auto Scaling group besides, volumes cannot. */
function templateChildren({ attributes }: Resource): readonly ChildTags[] {
  const specifications = blocksOf(attributes, 'tag_specifications');
  const tagsOf = (type: string): TagSet => {
    const sets = specifications.blocks
      .filter(
        (block) =>
          block.entries.get('resource_type')?.kind !== 'string' || isText(block, 'resource_type', type),
      )
      .map((block) =>
        isText(block, 'resource_type', type)
          ? mapTags(block.entries.get('tags'), 'resource')
          : { ...NO_TAGS, open: 'the resource_type of a tag specification is unknown' },
      );
    const open = specifications.open ?? sets.find((set) => set.open !== undefined)?.open;
    return { keys: new Map(sets.flatMap(({ keys }) => [...keys])), open };
  };
  const instances = tagsOf('instance');
  const group = 'an Auto Scaling group that uses it can add tags';
  return [
    child('instances', { ...instances, open: instances.open ?? group }),
    child('volumes', tagsOf('volume')),
  ];
}

/** Tags with `propagate_at_launch`; the group's launch template can add others. */
function groupChildren({ attributes }: Resource): readonly ChildTags[] {
  const written = blocksOf(attributes, 'tag');
  const passed = written.blocks.filter((block) => block.entries.get('propagate_at_launch')?.kind === 'bool');
  const propagated = passed.filter(({ entries }) => {
    const flag = entries.get('propagate_at_launch');
    return flag?.kind === 'bool' && flag.value;
  });
  const doubt = passed.length < written.blocks.length ? 'propagate_at_launch of a tag is unknown' : undefined;
  const { keys, open } = blockTags({ kind: 'list', items: propagated, origin: [] });
  return [
    child('instances', { keys, open: open ?? written.open ?? doubt ?? 'its launch template can add tags' }),
  ];
}

/** `volume_tags`, else the tags of the devices; the provider's defaults from one version on. */
function volumeChildren({ attributes, provider }: Resource): readonly ChildTags[] {
  const written = attributes.entries.get('volume_tags');
  const devices = ['root_block_device', 'ebs_block_device'].map((name) => blocksOf(attributes, name));
  const blocks = devices.flatMap((device) => device.blocks);
  const open = devices.find((device) => device.open !== undefined)?.open;
  const sets: readonly TagSet[] =
    written !== undefined || blocks.length === 0
      ? [{ ...mapTags(written, 'resource'), ...(open === undefined ? {} : { open }) }]
      : blocks.map((block) => mapTags(block.entries.get('tags'), 'resource'));
  const version = provider.version === undefined ? null : semver.valid(provider.version);
  const reach = version === null ? 'unknown' : semver.gte(version, VOLUME_DEFAULTS_SINCE) ? 'yes' : 'no';
  const defaults = reach === 'no' ? NO_TAGS : mapTags(provider.defaultTags, 'provider-default');
  return sets.map((set, index) => {
    const name = sets.length === 1 ? 'volumes' : `volume ${index + 1}`;
    if (reach === 'yes')
      return child(name, { keys: mergeTags(defaults, set), open: set.open ?? defaults.open });
    const some = defaults.keys.size > 0 || defaults.open !== undefined;
    const doubt = `it is not known whether the provider is of version ${VOLUME_DEFAULTS_SINCE} or later, which adds its default tags`;
    return child(name, {
      keys: set.keys,
      open: set.open ?? (reach === 'unknown' && some ? doubt : undefined),
    });
  });
}

/** The tags of a node group stay on it: instances get those of its launch template, or none. */
function nodeChildren({ attributes }: Resource): readonly ChildTags[] {
  const template = blocksOf(attributes, 'launch_template');
  if (template.blocks.length > 0) return [];
  return [child('instances', { keys: new Map(), open: template.open })];
}

/** Tasks carry the tags of the service or of the task definition, as `propagate_tags` says; without it none. */
function taskChildren({ attributes }: Resource, own: EffectiveTags): readonly ChildTags[] {
  const source = attributes.entries.get('propagate_tags');
  if (source?.kind === 'string' && source.value === 'SERVICE') return [{ name: 'tasks', tags: own }];
  if (source?.kind === 'string' && source.value === 'TASK_DEFINITION') return [];
  const open = source?.kind === 'unknown' ? describeUnknown(source) : undefined;
  return [child('tasks', { keys: new Map(), open })];
}

interface Blocks {
  readonly blocks: readonly ObjectValue[];
  /** Why there may be more. */
  readonly open: string | undefined;
}

function blocksOf(attributes: ObjectValue, name: string): Blocks {
  const value: Value | undefined = attributes.entries.get(name);
  if (value === undefined) return { blocks: [], open: attributes.rest && describeUnknown(attributes.rest) };
  if (value.kind === 'unknown') return { blocks: [], open: describeUnknown(value) };
  if (!('items' in value)) return { blocks: [], open: undefined };
  const unknown = value.rest ?? value.items.find((item) => item.kind === 'unknown');
  return {
    blocks: value.items.flatMap((item) => (item.kind === 'object' ? [item] : [])),
    open: unknown && describeUnknown(unknown),
  };
}

function isText(block: ObjectValue, name: string, text: string): boolean {
  const value = block.entries.get(name);
  return value?.kind === 'string' && value.value === text;
}

function child(name: string, { keys, open }: TagSet): ChildTags {
  const others =
    open === undefined ? ({ state: 'closed' } as const) : ({ state: 'open', reason: open } as const);
  return { name, tags: { taggable: 'yes', keys, others } };
}
