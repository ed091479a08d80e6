import type { ObjectValue, Value } from '../../../../../model/value.ts';
import { byCodePoint } from '../../../../../lib/order.ts';

type Texts = string | readonly string[];

/**
 * One `statement` block of a policy document as JSON data; undefined when it is no such block, or when blocks repeat so that
 * their order would matter, which the provider takes from a hash.
 */
export function statement(block: Value): object | undefined {
  if (block.kind !== 'object') return undefined;
  const principals = (name: string) => principalsOf(blocks(block, name));
  const conditions = conditionsOf(blocks(block, 'condition'));
  const [who, whoNot] = [principals('principals'), principals('not_principals')];
  if (conditions === null || who === null || whoNot === null) return undefined;
  return {
    Sid: plain(block.entries.get('sid')),
    Effect: plain(block.entries.get('effect')) ?? 'Allow',
    Action: oneOrMore(texts(block, 'actions')),
    NotAction: oneOrMore(texts(block, 'not_actions')),
    Resource: oneOrMore(texts(block, 'resources').map(variables)),
    NotResource: oneOrMore(texts(block, 'not_resources').map(variables)),
    Principal: who,
    NotPrincipal: whoNot,
    Condition: conditions,
  };
}

/** By type; `*` for everyone. Null when a type is there twice. */
function principalsOf(found: readonly ObjectValue[]): object | string | undefined | null {
  if (found.length === 0) return undefined;
  const byType: [string, Texts | undefined][] = found.map((block) => [
    plain(block.entries.get('type')) ?? '',
    oneOrMore(texts(block, 'identifiers').map(variables)),
  ]);
  const [first] = byType;
  if (byType.length === 1 && first?.[0] === '*' && first[1] === '*') return '*';
  return sorted(byType);
}

/** By test and variable; values keep their order. Null when a test of a variable is there twice. */
function conditionsOf(found: readonly ObjectValue[]): object | undefined | null {
  if (found.length === 0) return undefined;
  const byTest = new Map<string, [string, Texts][]>();
  for (const block of found) {
    const test = plain(block.entries.get('test')) ?? '';
    const values = texts(block, 'values').map(variables);
    const [only] = values;
    const entry: [string, Texts] = [
      plain(block.entries.get('variable')) ?? '',
      values.length === 1 && only !== undefined ? only : values,
    ];
    byTest.set(test, [...(byTest.get(test) ?? []), entry]);
  }
  const tests = [...byTest].map(([test, entries]): [string, object | null] => [test, sorted(entries)]);
  return tests.some(([, entries]) => entries === null) ? null : sorted(tests);
}

/** An object with its keys in order; null when one is there twice. */
function sorted(entries: readonly (readonly [string, unknown])[]): object | null {
  if (new Set(entries.map(([key]) => key)).size < entries.length) return null;
  return Object.fromEntries([...entries].sort(([a], [b]) => byCodePoint(a, b)));
}

function blocks(from: ObjectValue, name: string): readonly ObjectValue[] {
  const found = from.entries.get(name);
  const items = found !== undefined && 'items' in found ? found.items : [];
  return items.flatMap((item) => (item.kind === 'object' ? [item] : []));
}

function texts(from: ObjectValue, name: string): readonly string[] {
  const found = from.entries.get(name);
  if (found === undefined || !('items' in found)) return [];
  return found.items.flatMap((item) => plain(item) ?? []);
}

/** Numbers and bools are text in a policy; empty text counts as not written. */
function plain(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'string':
      return value.value === '' ? undefined : value.value;
    case 'number':
      return value.value.toFixed();
    case 'bool':
      return String(value.value);
    default:
      return undefined;
  }
}

/** A set: each element once, one alone without brackets, several in reverse order. */
function oneOrMore(found: readonly string[]): Texts | undefined {
  const distinct = [...new Set(found)];
  if (distinct.length <= 1) return distinct[0];
  return distinct.sort((a, b) => byCodePoint(b, a));
}

/** `&{aws:username}` stands for the policy variable `${aws:username}`, which HCL would evaluate. */
function variables(written: string): string {
  return written.replaceAll('&{', '${');
}
