import { Assumption } from '../../model/source.ts';
import type { SourceSpan } from '../../model/source.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { merge } from '../terraform/evaluate/functions/merge.ts';
import { object, tuple, unknownness } from '../terraform/evaluate/make.ts';
import { withOrigin } from '../terraform/evaluate/origin.ts';
import type { ConfigFile } from './config-file.ts';

/** Blocks that are taken over one by one, by their labels. */
const LABELLED = new Set(['generate', 'dependency', 'feature']);

/**
 * What a configuration says together with what it includes: later includes win over earlier ones, the file itself over
 * all (Terragrunt documentation, "include", merge strategies). Locals are its own alone.
 */
export function mergedConfig(config: ConfigFile): ObjectValue {
  let merged = config.own();
  for (const { strategy, file } of [...config.includes].reverse()) {
    if (strategy !== 'no_merge') merged = mergeConfigs(file.own(), merged, strategy);
  }
  return merged;
}

function mergeConfigs(parent: ObjectValue, child: ObjectValue, strategy: 'shallow' | 'deep'): ObjectValue {
  const entries = new Map(parent.entries);
  entries.delete('locals');
  for (const [name, own] of child.entries) {
    const inherited = entries.get(name);
    entries.set(name, inherited === undefined ? own : mergeEntry(name, inherited, own, strategy));
  }
  return object(entries, child.origin);
}

function mergeEntry(name: string, parent: Value, child: Value, strategy: 'shallow' | 'deep'): Value {
  if (name === 'inputs') return strategy === 'deep' ? deepMerge(parent, child) : shallow(parent, child);
  if (name === 'dependency' && strategy === 'deep') return deepMerge(parent, child);
  if (LABELLED.has(name)) return shallow(parent, child);
  if (name === 'dependencies') return deepMerge(parent, child);
  if (name === 'terraform') return mergeTerraform(parent, child);
  return child.kind === 'null' ? parent : child;
}

function mergeTerraform(parent: Value, child: Value): Value {
  if (!('entries' in parent) || !('entries' in child)) return child;
  const [inherited, own] = [parent, child].map(({ entries }) => entries.get('extra_arguments'));
  const both = shallow(parent, child);
  if (inherited === undefined || own === undefined || !('entries' in both)) return both;
  return { ...both, entries: new Map([...both.entries, ['extra_arguments', shallow(inherited, own)]]) };
}

function shallow(parent: Value, child: Value): Value {
  if (!isOpen(parent) || !isOpen(child)) return child.kind === 'null' ? parent : child;
  return { ...merge([parent, child]), origin: placesOf(parent, child) };
}

/**
 * The places of two collections that are put together. What one of them rests on says nothing of the parts of the other:
 * its own parts say so themselves.
 */
function placesOf(first: Value, second: Value): readonly SourceSpan[] {
  const { origin } = second.origin.reduce<Value>((value, span) => withOrigin(value, span), first);
  return origin.filter(({ source }) => !(source instanceof Assumption));
}

function isOpen({ kind }: Value): boolean {
  return kind === 'object' || kind === 'map' || kind === 'unknown';
}

/** Both values in one: objects key by key, lists one after the other, of anything else the second one. */
export function deepMerge(first: Value, second: Value): Value {
  if ('entries' in first && 'entries' in second) {
    const both = merge([first, second]);
    if (!('entries' in both)) return both;
    const entries = new Map(both.entries);
    for (const [key, value] of second.entries) {
      const before = first.entries.get(key);
      const isCertain = second.uncertain?.has(key) !== true && first.uncertain?.has(key) !== true;
      if (before !== undefined && isCertain) entries.set(key, deepMerge(before, value));
    }
    return { kind: 'object', entries, origin: placesOf(first, second), ...openness(both) };
  }
  if ('items' in first && 'items' in second) {
    const rest = first.rest ?? second.rest;
    const unplaced = first.unplaced ?? (first.rest === undefined ? second.unplaced : first.rest);
    return {
      ...tuple([...first.items, ...second.items], placesOf(first, second)),
      ...(rest === undefined ? {} : { rest }),
      ...(unplaced === undefined ? {} : { unplaced }),
    };
  }
  if (first.kind === 'unknown' && 'items' in second) {
    const rest = unknownness(first);
    return { ...tuple(second.items, placesOf(first, second)), rest, unplaced: rest };
  }
  return first.kind === 'unknown' && isCollection(second) ? merge([first, second]) : second;
}

function isCollection(value: Value): boolean {
  return 'entries' in value;
}

function openness({ rest, uncertain, doubt, sensitive }: ObjectValue): Partial<ObjectValue> {
  return {
    ...(rest && { rest }),
    ...(uncertain && { uncertain }),
    ...(doubt && { doubt }),
    ...(sensitive && { sensitive }),
  };
}
