import type { Unknownness, Value } from '../../../../model/value.ts';
import { list, object, tuple, unknown, unknownLike } from '../../evaluate/make.ts';
import type { TraversalStep } from '../../syntax/ast.ts';
import { stepsText } from '../source/static.ts';
import type { Expansion, InstanceKey } from './instance-key.ts';

/** A block that stands for instances: a resource, a data source or a module call. */
export interface Repeated {
  readonly expansion: Expansion;
  /** One attribute or output of an instance; undefined when there is no such thing. */
  part(key: InstanceKey, name: string): Value | undefined;
  /** All of one instance. */
  view(key: InstanceKey): Value;
  /** All instances, as `wholeValue` gives them. */
  whole(): Value;
}

/** All instances: an object without repetition, a tuple for `count`, an object by key for `for_each`. */
export function wholeValue(block: Repeated): Value {
  const { mode, keys, rest } = block.expansion;
  const [first] = keys;
  if (mode === 'single') return first === undefined ? { kind: 'null', origin: [] } : block.view(first);
  const certain = keys.filter(({ suffix }) => suffix !== '[*]');
  const views = certain.map((key) => block.view(key));
  if (mode === 'count') return rest === undefined ? tuple(views) : { ...list(views), rest };
  const names = certain.map(({ suffix }) => JSON.parse(suffix.slice(1, -1)) as string);
  const value = object(
    new Map(names.map((name, index) => [name, views[index] ?? unknown('unknown-repetition')])),
  );
  const uncertain = new Set(names.filter((_, index) => certain[index]?.doubt !== undefined));
  return {
    ...value,
    ...(rest === undefined ? {} : { rest }),
    ...(uncertain.size === 0 ? {} : { uncertain, doubt: { reason: 'unknown-repetition' } }),
  };
}

/**
 * The value that steps on a repeated block lead to, as far as they name an instance and one part of it, and how many
 * steps that took. What does not exist is left to the evaluator: it gets the value that lacks it.
 */
export function resolveRepeated(
  block: Repeated,
  steps: readonly TraversalStep[],
): { value: Value; consumed: number } {
  const { mode, keys, rest } = block.expansion;
  if (mode === 'single') {
    const [key] = keys;
    const found = key && resolvePart(block, key, steps, 0);
    if (key === undefined || found === undefined) return { value: block.whole(), consumed: 0 };
    return key.doubt === undefined ? found : { ...found, value: doubtful(found.value, key.doubt) };
  }
  const [step] = steps;
  if (step?.kind !== 'index') return { value: block.whole(), consumed: 0 };
  const suffix = stepsText([step]);
  const key = keys.find((candidate) => candidate.suffix === suffix);
  if (key !== undefined && key.doubt === undefined) {
    return resolvePart(block, key, steps, 1) ?? { value: block.view(key), consumed: 1 };
  }
  const possible = key ?? (rest === undefined ? undefined : keys.find((any) => any.suffix === '[*]'));
  if (possible === undefined) return { value: block.whole(), consumed: 0 };
  const found = resolvePart(block, possible, steps, 1) ?? { value: block.view(possible), consumed: 1 };
  return { value: doubtful(found.value, possible.doubt), consumed: found.consumed };
}

function resolvePart(block: Repeated, key: InstanceKey, steps: readonly TraversalStep[], at: number) {
  const step = steps[at];
  const value = step?.kind === 'attribute' ? block.part(key, step.name) : undefined;
  return value === undefined ? undefined : descend(value, steps, at + 1);
}

/**
 * Walks into nested blocks that are written once and read without an index: for some resource types such a block is an
 * object, for others a list, and the configuration does not tell which.
 */
function descend(
  value: Value,
  steps: readonly TraversalStep[],
  consumed: number,
): { value: Value; consumed: number } {
  const step = steps[consumed];
  if (step?.kind !== 'attribute' || value.kind !== 'list' || value.items.length !== 1)
    return { value, consumed };
  const [item] = value.items;
  if (item?.kind !== 'object' || item.rest === undefined) return { value, consumed };
  const inner = item.entries.get(step.name) ?? unknownLike(item.rest);
  return descend(inner, steps, consumed + 1);
}

/** What an instance that may not exist has: its value is one candidate. */
function doubtful(value: Value, doubt: Unknownness | undefined): Value {
  if (value.kind === 'unknown') return value;
  return unknown('unknown-repetition', {
    fallback: value,
    origin: value.origin,
    ...(doubt?.detail === undefined ? {} : { detail: doubt.detail }),
    ...(value.sensitive === true && { sensitive: true }),
  });
}
