import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
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
  const sides = fillFromState(resources(base), resources(head), state);
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

it('keeps secrets marked', () => {
  const secret = object('x_y.z', { b: 'hunter2' }, { sensitive: { b: true } });
  expect(filled(block('a = 1'), block('a = 1'), secret)).toEqual([
    { a: 1, b: { $sensitive: true } },
    { a: 1, b: { $sensitive: true } },
  ]);
});
