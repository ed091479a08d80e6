import { expect, it } from 'vitest';
import type { Json } from '../../lib/json.ts';
import { text } from '../terraform/evaluate/make.ts';
import { toPlain } from '../terraform/evaluate/plain.ts';
import { recordedValue } from './value.ts';
import type { Recorded, Written } from './value.ts';

const plain = (data: Json, more: Partial<Recorded> = {}): unknown =>
  toPlain(recordedValue({ data, unknown: false, sensitive: false, path: 'a', ...more }));

const notKnown = (detail: string, $unknown = 'computed-attribute'): object => ({ $unknown, detail });

it.each<[string, Json, Partial<Recorded>, unknown]>([
  ['a value', { b: [1, 'x', true] }, {}, { b: [1, 'x', true] }],
  ['a secret', 'x', { sensitive: true }, { $sensitive: true }],
  ['a secret in a list', ['x', 'y'], { sensitive: [false, true] }, ['x', { $sensitive: true }]],
  ['a secret list', ['x'], { sensitive: true }, { $sensitive: true }],
  ['a part that is not known', [1, 2], { unknown: [false, true] }, [1, notKnown('a[1]')]],
  ['nearer to zero than can be told', Infinity, {}, notKnown('a', 'evaluation-limit')],
  ['farther from zero than can be told', -Infinity, {}, notKnown('a', 'evaluation-limit')],
  ['a large whole number', 2 ** 53, {}, notKnown('a', 'evaluation-limit')],
  ['the largest whole number that is exact', 2 ** 53 - 1, {}, 2 ** 53 - 1],
  ['a very large one that may be rounded', 1e300, {}, notKnown('a', 'evaluation-limit')],
  ['a broken number', 0.1, {}, 0.1],
])('%s', (_, data, more, expected) => {
  expect(plain(data, more)).toEqual(expected);
});

it('keeps the mark of a secret that is not known', () => {
  const hint = { ...text('x'), kind: 'unknown' as const, reason: 'data-source' as const };
  for (const more of [{}, { hint }]) {
    const value = recordedValue({ data: null, unknown: true, sensitive: true, path: 'a', ...more });
    expect(value).toMatchObject({ kind: 'unknown', sensitive: true });
  }
});

const block: Written = { names: new Map([['name', []]]), blocks: new Map() };
const written: Written = { names: new Map(), blocks: new Map([['b', { written: block, count: 1 }]]) };

it.each<[string, Json, Json, unknown]>([
  [
    'of a block that is written, what is written',
    [{}],
    [{ name: true, id: true }],
    [{ name: notKnown('a.b[0].name') }],
  ],
  [
    'of blocks in another number all, since one cannot tell which are written',
    [{}, {}],
    [{ name: true }, { id: true }],
    [{ name: notKnown('a.b[0].name') }, { id: notKnown('a.b[1].id') }],
  ],
])('takes for unknown %s', (_, b, unknown, expected) => {
  expect(plain({ b }, { unknown: { b: unknown }, written })).toEqual({ b: expected });
});
