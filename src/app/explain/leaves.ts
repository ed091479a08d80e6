import { throughCollection } from '../../iac/terraform/evaluate/origin.ts';
import { markSensitive } from '../../iac/terraform/evaluate/marks.ts';
import { withProviderMark } from '../../iac/terraform/module/instance/secret-arguments.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { ObjectValue, SequenceValue, Value } from '../../model/value.ts';

/** A part of a value that is shown on its own. */
export interface Leaf {
  readonly path: string;
  readonly value: Value;
}

/** No schema of a provider nests deeper. */
const DEPTH = 32;

/**
 * The parts of a value, sorted by key: objects by key, lists of objects by index; a list of plain values is one part. What
 * may be there besides is an unknown part `*`. Each part has the places of its way through what it stands in.
 */
export function* leaves(value: Value, path: string, depth = 0): Generator<Leaf> {
  if (value.sensitive === true || depth === DEPTH) yield { path, value };
  else if (value.kind === 'object' || value.kind === 'map') yield* members(value, path, depth);
  else if ('items' in value && value.items.some(isCollection)) yield* items(value, path, depth);
  else yield { path, value };
}

function* members(value: ObjectValue, path: string, depth: number): Generator<Leaf> {
  const { entries, rest, uncertain, doubt } = value;
  if (entries.size === 0 && rest === undefined) yield { path, value };
  for (const [key, written] of [...entries].sort(([a], [b]) => byCodePoint(a, b))) {
    const part = through(value, withProviderMark(key.toLowerCase(), written));
    const at = joined(path, key);
    if (uncertain?.has(key) !== true) yield* leaves(part, at, depth + 1);
    else yield { path: at, value: unknownPart(value, doubt ?? { reason: 'unknown-repetition' }, part) };
  }
  if (rest !== undefined) yield { path: joined(path, '*'), value: unknownPart(value, rest) };
}

function* items(value: SequenceValue, path: string, depth: number): Generator<Leaf> {
  for (const [index, item] of value.items.entries()) {
    yield* leaves(through(value, item), `${path}[${index}]`, depth + 1);
  }
  if (value.rest !== undefined) yield { path: `${path}[*]`, value: unknownPart(value, value.rest) };
}

function isCollection(value: Value): boolean {
  return 'items' in value || 'entries' in value;
}

/** A part on which nothing else is written has come from where the whole did. */
function through(whole: Value, written: Value): Value {
  const part = throughCollection(whole, written);
  return part.origin.length > 0 ? part : { ...part, origin: whole.origin.slice(-1) };
}

function unknownPart(
  { origin }: Value,
  { reason, detail }: NonNullable<ObjectValue['rest']>,
  fallback?: Value,
): Value {
  const part: Value = {
    kind: 'unknown',
    reason,
    origin,
    ...(detail === undefined ? {} : { detail }),
    ...(fallback === undefined ? {} : { fallback }),
  };
  return fallback?.sensitive === true ? markSensitive(part) : part;
}

/** Keys that are no names stand in brackets, as in an expression. */
export function joined(path: string, key: string): string {
  if (key !== '*' && !/^[\w.:/@-]+$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** A path as `joined` writes it: `labels["team"]` is `labels.team`. Keys may stand in single quotes, too. */
export function normalPath(path: string): string {
  const keys = path.trim().matchAll(/\[(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\]/g);
  let normal = '';
  let end = 0;
  for (const { 0: written, 1: double, 2: single = '', index } of keys) {
    const key = double === undefined ? single : double.replace(/\\(.)/g, '$1');
    normal = joined(normal + path.trim().slice(end, index), key);
    end = index + written.length;
  }
  return normal + path.trim().slice(end);
}
