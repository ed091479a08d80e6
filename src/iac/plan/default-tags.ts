import { isJsonObject, member } from '../../lib/json.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { NULL } from '../terraform/evaluate/make.ts';
import { partAt, recordedValue } from '../recorded/value.ts';
import type { PlanProvider } from './configuration.ts';

/** The arguments with the tags of an object: its own ones, and those with the provider's defaults among them. */
interface TagArguments {
  readonly own: string;
  readonly all: string;
  /** Both, and what else repeats them: not shown as attributes. */
  readonly repeated: readonly string[];
}

const AWS: TagArguments = { own: 'tags', all: 'tags_all', repeated: ['tags_all'] };
const GOOGLE: TagArguments = {
  own: 'labels',
  all: 'terraform_labels',
  repeated: ['terraform_labels', 'effective_labels'],
};

function tagArguments(provider: string): TagArguments | undefined {
  if (provider === 'aws') return AWS;
  return provider.startsWith('google') ? GOOGLE : undefined;
}

/** Attributes that repeat tags with the provider's defaults in them: `ProviderRef.defaultTags` tells of these. */
export function repeatedTags(provider: string): readonly string[] {
  return tagArguments(provider)?.repeated ?? [];
}

/** One side of an object in a plan. */
export interface TaggedSide {
  readonly object: JsonObject;
  readonly unknown: Json;
  readonly sensitive: Json;
  /** The object is there as the plan says, not only planned: what it carries is known. */
  readonly isThere: boolean;
}

/** Where the provider's default tags can stand. */
export interface DefaultTagFacts {
  readonly provider: string;
  /** Undefined when nothing is configured. */
  readonly configured: PlanProvider | undefined;
  readonly written: Resource | undefined;
}

/**
 * What the provider adds to the tags of an object. Of one that is there, all that it carries beside its own. Of a planned
 * one what the provider's configuration says, and what it carries besides, from the environment of the run
 * (`TF_AWS_DEFAULT_TAGS_*`). A plan hides default tags of which one is unknown: `tags_all` then shows only the others, as if
 * they were all; so defaults that are no constant are taken from the repository, or left open.
 */
export function defaultTags(side: TaggedSide, facts: DefaultTagFacts): Value {
  const names = tagArguments(facts.provider);
  if (names === undefined) return NULL;
  const all = member(side.object, names.all);
  const added = isJsonObject(all) ? addedTags(all, member(side.object, names.own)) : {};
  const sensitive = partAt(side.sensitive, names.all);
  const values = (data: JsonObject): Value =>
    recordedValue({
      data,
      unknown: false,
      sensitive,
      hint: facts.written?.provider.defaultTags,
      path: 'default_tags',
    });
  if (side.isThere && isJsonObject(all)) return orNull(values(added));
  const setting = facts.configured?.defaultTags;
  if (setting === undefined || setting.kind === 'absent') return orNull(values(added));
  if (setting.kind === 'constant')
    return values({ ...(isJsonObject(setting.value) ? setting.value : {}), ...added });
  return openTags(values(added), facts);
}

function addedTags(all: JsonObject, own: Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => member(own, key) !== value));
}

function orNull(value: Value): Value {
  return value.kind === 'object' && value.entries.size === 0 ? NULL : value;
}

/** Known default tags, and those of the repository, which can be more. */
function openTags(known: Value, { provider, written, configured }: DefaultTagFacts): Value {
  const fromSources = written?.provider.defaultTags;
  const entries = known.kind === 'object' ? known.entries : new Map<string, Value>();
  if (fromSources?.kind === 'object' || fromSources?.kind === 'map') {
    return { ...fromSources, entries: new Map([...fromSources.entries, ...entries]) };
  }
  if (fromSources?.kind === 'null') return orNull(known);
  const detail = `default_tags of provider ${[provider, configured?.alias ?? []].flat().join('.')}`;
  return { kind: 'object', entries, origin: [], rest: { reason: 'no-variable-value', detail } };
}
