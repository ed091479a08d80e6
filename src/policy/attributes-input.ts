import { describeUnknown } from '../model/unknown-text.ts';
import type { ObjectValue, Unknownness, Value } from '../model/value.ts';
import type { Json, JsonObject } from './json-text.ts';

/** Deeper than any provider's schema nests; a limit for hostile input. */
const MAXIMUM_DEPTH = 32;

/** Most values of one resource. */
const MAXIMUM_NODES = 10_000;

interface Walk {
  readonly unknown: Map<string, string>;
  readonly sensitive: string[];
  nodes: number;
}

/**
 * `input.resource.attributes` of one side: what is known, the paths that are not and why, and the paths that are
 * withheld because they are sensitive. What lies beyond the caps on depth and count is listed as unknown.
 */
export function attributesInput(attributes: ObjectValue): JsonObject {
  const walk: Walk = { unknown: new Map(), sensitive: [], nodes: 0 };
  const values = known(attributes, '', 0, walk) ?? {};
  return { values, unknown: Object.fromEntries(walk.unknown), sensitive: walk.sensitive };
}

/** The JSON of a value; undefined when it is noted as unknown or sensitive instead. */
function known(value: Value, path: string, depth: number, walk: Walk): Json | undefined {
  if (value.sensitive === true) {
    walk.sensitive.push(path);
    return undefined;
  }
  if (depth > MAXIMUM_DEPTH || ++walk.nodes > MAXIMUM_NODES) {
    walk.unknown.set(path, describeUnknown({ reason: 'evaluation-limit' }));
    return undefined;
  }
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'number':
    case 'string':
      return value.value;
    case 'unknown':
      walk.unknown.set(path, describeUnknown(value));
      return undefined;
    case 'list':
    case 'set':
    case 'tuple':
      note(value.rest ?? value.unplaced, `${path}[*]`, walk);
      return items(value.items, path, depth, walk);
    case 'object':
    case 'map':
      note(value.rest, joined(path, '*'), walk);
      return members(value, path, depth, walk);
  }
}

/** An item that is not known is null in its place, so that the others keep theirs. */
function items(values: readonly Value[], path: string, depth: number, walk: Walk): Json {
  const result: Json[] = [];
  for (const [index, item] of values.entries()) {
    result.push(known(item, `${path}[${index}]`, depth + 1, walk) ?? null);
    if (walk.nodes > MAXIMUM_NODES) break;
  }
  return result;
}

function members({ entries, uncertain, doubt }: ObjectValue, path: string, depth: number, walk: Walk): Json {
  const result: [string, Json][] = [];
  for (const [key, member] of entries) {
    if (uncertain?.has(key) === true) {
      walk.unknown.set(joined(path, key), describeUnknown(doubt ?? { reason: 'unknown-repetition' }));
      continue;
    }
    const json = known(member, joined(path, key), depth + 1, walk);
    if (json !== undefined) result.push([key, json]);
    if (walk.nodes > MAXIMUM_NODES) break;
  }
  return Object.fromEntries(result);
}

function note(rest: Unknownness | undefined, path: string, walk: Walk): void {
  if (rest !== undefined) walk.unknown.set(path, describeUnknown(rest));
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
