import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { NULL, unknown } from '../terraform/evaluate/make.ts';
import { toPlain } from '../terraform/evaluate/plain.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { fillFromState } from './fill.ts';
import type { State, StateObject } from './state.ts';

function resources(text: string) {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  return readTerraform(openTerraform(memoryTree({ 'main.tf': text }), options)).resources;
}

function object(
  address: string,
  attributes: StateObject['attributes'],
  more: Partial<StateObject> = {},
): StateObject {
  const [type = ''] = address.replace('data.', '').split('.');
  const mode = address.startsWith('data.') ? 'data' : 'managed';
  return {
    address,
    mode,
    type,
    provider: { name: 'x' },
    attributes,
    sensitive: {},
    isTainted: false,
    ...more,
  };
}

/** The attributes of `x_y.z` on both sides. */
function filled(base: string, head: string, ...objects: readonly StateObject[]): unknown[] {
  const state: State = { file: 's.json', objects };
  const sides = fillFromState(resources(base), resources(head), state, []);
  const of = (side: typeof sides.base) => side.find(({ address }) => address === 'x_y.z')?.attributes;
  return [sides.base, sides.head].map((side) => toPlain(of(side) ?? { kind: 'null', origin: [] }));
}

const block = (body: string): string => `data "x_d" "d" {\n  q = 1\n}\nresource "x_y" "z" {\n${body}\n}\n`;
const data = object('data.x_d.d', { id: 'i', size: 5 });

it.each<[string, string, string, StateObject[], unknown, unknown]>([
  ['a data source on both sides', 'a = data.x_d.d.size', 'a = data.x_d.d.size', [data], { a: 5 }, { a: 5 }],
  [
    'another expression at the head',
    'a = data.x_d.d.size',
    'a = data.x_d.d.size + 1',
    [data],
    { a: 5 },
    { a: { $unknown: 'data-source', detail: 'data.x_d.d.size' } },
  ],
  ['a written value stays', 'a = 1', 'a = 2', [object('x_y.z', { a: 9 })], { a: 1 }, { a: 2 }],
  [
    'what is not written on either side',
    'a = 1',
    'a = 2',
    [object('x_y.z', { b: 7 })],
    { a: 1, b: 7 },
    { a: 2, b: 7 },
  ],
  [
    'what the head writes',
    'a = 1',
    'a = 1\nb = 2',
    [object('x_y.z', { b: 7 })],
    { a: 1, b: 7 },
    { a: 1, b: 2 },
  ],
  ['no tags are no tags', 'a = 1', 'a = 1', [object('x_y.z', { tags: { t: 'x' } })], { a: 1 }, { a: 1 }],
  [
    'a part of a block',
    'b {\n s = data.x_d.d.arn\n}',
    'b {\n s = data.x_d.d.arn\n}',
    [object('x_y.z', { b: [{ s: 3 }] })],
    { b: [{ s: 3 }] },
    { b: [{ s: 3 }] },
  ],
  [
    'a tainted object is replaced',
    'a = data.x_d.d.size',
    'a = data.x_d.d.size',
    [data, object('x_y.z', { b: 7 }, { isTainted: true })],
    { a: 5, b: 7 },
    { a: { $unknown: 'data-source', detail: 'data.x_d.d.size' } },
  ],
])('%s', (_, base, head, objects, before, after) => {
  expect(filled(block(base), block(head), ...objects)).toEqual([before, after]);
});

const arn = { $unknown: 'data-source', detail: 'data.x_d.d.arn' };

it.each<[string, string, StateObject['attributes'], unknown]>([
  ['a place of a list', 'a = [data.x_d.d.arn, 1]', { a: [7, 1] }, [7, 1]],
  ['no place of a list that is longer', 'a = [data.x_d.d.arn, 1]', { a: [7] }, [arn, 1]],
  ['no place that is empty', 'a = [data.x_d.d.arn, 1]', { a: [null, 1] }, [arn, 1]],
  ['a key of an object', 'a = { k = data.x_d.d.arn }', { a: { k: 7, l: 8 } }, { k: 7 }],
  ['one of two that it can be', 'a = data.x_d.d.on ? 1 : 2', { a: 2 }, 2],
  [
    'none that it cannot be',
    'a = data.x_d.d.on ? 1 : 2',
    { a: 9 },
    expect.objectContaining({ $unknown: 'data-source' }),
  ],
  ['a text that begins as it must', 'a = "p-${data.x_d.d.arn}"', { a: 'p-1' }, 'p-1'],
  [
    'none that begins otherwise',
    'a = "p-${data.x_d.d.arn}"',
    { a: 'q-1' },
    expect.objectContaining({ $unknown: 'data-source' }),
  ],
  ['a secret as one', 'a = sensitive(data.x_d.d.arn)', { a: 'hunter2' }, { $sensitive: true }],
])('fills in %s', (_, written, attributes, expected) => {
  expect(filled(block(written), block(written), object('x_y.z', attributes))).toEqual([
    { a: expected },
    { a: expected },
  ]);
});

it('says where a value that it filled in is written', () => {
  const sides = resources(block('a = data.x_d.d.size'));
  const { base } = fillFromState(sides, sides, { file: 's.json', objects: [data] }, []);
  const value = base.find(({ address }) => address === 'x_y.z')?.attributes.entries.get('a');
  expect(value).toMatchObject({ kind: 'number' });
  expect(value?.origin.map(({ source }) => source.path)).toEqual(['main.tf']);
});

it.each<[string, (items: readonly Value[], origin: []) => Value]>([
  ['a set, which has no places', (items, origin) => ({ kind: 'set', items, elementType: 'any', origin })],
  [
    'a list that may be longer',
    (items, origin) => ({ kind: 'tuple', items, rest: { reason: 'data-source' }, origin }),
  ],
])('fills nothing into %s', (_, make) => {
  const part = unknown('data-source', { detail: 'x' });
  const sides = withAttributes(make([part], []), undefined);
  const { base } = fillFromState(sides, sides, { file: 's', objects: [object('x_y.z', { a: [7] })] }, []);
  expect(base[0]?.attributes.entries.get('a')).toEqual(make([part], []));
});

it('takes nothing for not written where more may be written', () => {
  const objects = [object('x_y.z', { b: 7 })];
  const keysOf = (rest: ObjectValue['rest']): unknown => {
    const sides = withAttributes(NULL, rest);
    const { base } = fillFromState(sides, sides, { file: 's', objects }, []);
    return [...(base[0]?.attributes.entries.keys() ?? [])];
  };
  expect([keysOf(undefined), keysOf({ reason: 'data-source' })]).toEqual([['a', 'b'], ['a']]);
});

/** A resource with one attribute. */
function withAttributes(a: Value, rest: ObjectValue['rest']) {
  const [one] = resources('resource "x_y" "z" {}\n');
  if (one === undefined) throw new Error('There is none.');
  const attributes: ObjectValue = { kind: 'object', entries: new Map([['a', a]]), origin: [] };
  return [{ ...one, attributes: rest === undefined ? attributes : { ...attributes, rest } }];
}

describe('a resource with another address', () => {
  const sized = (name: string, more = ''): string =>
    `resource "x_y" "${name}" {\n${more}  a = data.x_d.d.size\n}\n`;
  const moved = [
    {
      ...{ project: '.', from: 'x_y.old', to: 'x_y.new' },
      source: { file: 'main.tf', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    },
  ];
  const old = object('x_y.old', { b: 7 });
  const source = 'data "x_d" "d" {}\n';
  const headOf = (base: string, head: string, objects: readonly StateObject[]): unknown => {
    const sides = fillFromState(
      resources(source + base),
      resources(source + head),
      { file: 's', objects },
      moved,
    );
    return sides.head.map(({ address, attributes }) => [address, toPlain(attributes)]);
  };
  const unfilled = { a: { $unknown: 'data-source', detail: 'data.x_d.d.size' } };

  it.each<[string, string, string, StateObject[], unknown]>([
    ['keeps what is known of it', sized('old'), sized('new'), [data, old], [['x_y.new', { a: 5, b: 7 }]]],
    [
      'that is replaced keeps nothing',
      sized('old'),
      sized('new'),
      [data, { ...old, isTainted: true }],
      [['x_y.new', unfilled]],
    ],
    [
      'takes nothing of another one',
      sized('old'),
      sized('new'),
      [data, object('x_y.new', { b: 9 })],
      [['x_y.new', { a: 5 }]],
    ],
    [
      'that got a count keeps what is known of it',
      sized('z'),
      sized('z', '  count = 1\n'),
      [data, object('x_y.z', { b: 7 })],
      [['x_y.z[0]', { a: 5, b: 7 }]],
    ],
    [
      'in unknown number has nothing of its instances',
      sized('z', '  count = data.x_d.d.n\n'),
      sized('z', '  count = data.x_d.d.n\n'),
      [object('x_y.z[0]', { b: 7 }), object('x_y.z[1]', { b: 7 })],
      [['x_y.z[*]', unfilled]],
    ],
  ])('%s', (_, base, head, objects, expected) => {
    expect(headOf(base, head, objects)).toEqual(expected);
  });
});

it('keeps secrets marked', () => {
  const secret = object('x_y.z', { b: 'hunter2' }, { sensitive: { b: true } });
  expect(filled(block('a = 1'), block('a = 1'), secret)).toEqual([
    { a: 1, b: { $sensitive: true } },
    { a: 1, b: { $sensitive: true } },
  ]);
});
