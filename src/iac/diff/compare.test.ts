import { describe, expect, it } from 'vitest';
import { SourceText } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';
import { decimal } from '../../lib/decimal.ts';
import { compareValues } from './compare.ts';

const origin = [] as const;
const text = (value: string): Value => ({ kind: 'string', value, origin });
const number = (value: number): Value => ({ kind: 'number', value: decimal(value), origin });
const nothing: Value = { kind: 'null', origin };
const list = (...items: Value[]): Value => ({ kind: 'list', items, origin });
const set = (...items: Value[]): Value => ({ kind: 'set', items, origin });
const object = (entries: Record<string, Value>): Value => ({
  kind: 'object',
  entries: new Map(Object.entries(entries)),
  origin,
});
const open = (entries: Record<string, Value>, detail: string): Value => ({
  kind: 'object',
  entries: new Map(Object.entries(entries)),
  origin,
  rest: { reason: 'data-source', detail },
});
function unknown(written: string): Value {
  const source = new SourceText('main.tf', written);
  return { kind: 'unknown', reason: 'data-source', origin: [{ source, start: 0, end: written.length }] };
}

function referring(written: string, address: string): Value {
  return {
    ...unknown(written),
    kind: 'unknown',
    reason: 'computed-attribute',
    reference: { address, attribute: 'id' },
  };
}

function differences(base: Value | undefined, head: Value | undefined): string[] {
  return compareValues('a', base, head).map(({ path, certainty }) => `${path} ${certainty}`);
}

describe('compareValues', () => {
  it.each<[string, Value | undefined, Value | undefined, string[]]>([
    ['equal texts', text('x'), text('x'), []],
    ['other texts', text('x'), text('y'), ['a changed']],
    ['a number written as text', number(80), text('80'), []],
    ['null and absent', nothing, undefined, []],
    ['absent and a value', undefined, text('x'), ['a changed']],
    [
      'a nested key',
      object({ b: text('x'), c: text('y') }),
      object({ b: text('z'), c: text('y') }),
      ['a.b changed'],
    ],
    ['a key that is no name', object({ 'b c': text('x') }), object({}), ['a["b c"] changed']],
    ['an item', list(text('x'), text('y')), list(text('x'), text('z')), ['a[1] changed']],
    ['a shorter list', list(text('x'), text('y')), list(text('x')), ['a[1] changed']],
    [
      'an item before others',
      list(text('x'), text('y')),
      list(text('n'), text('x'), text('y')),
      ['a[0] changed'],
    ],
    [
      'an item between others, and a changed one before',
      list(text('x'), text('y'), text('z')),
      list(text('w'), text('n'), text('y'), text('z')),
      ['a[0] changed', 'a[1] changed'],
    ],
    [
      'two items at different places',
      list(text('x'), text('y'), text('z')),
      list(text('m'), text('x'), text('y'), text('n'), text('z')),
      ['a[0] changed', 'a[3] changed'],
    ],
    [
      'one more of the same',
      list(text('x'), text('x')),
      list(text('x'), text('x'), text('x')),
      ['a[2] changed'],
    ],
    [
      'an item that is gone from the middle',
      list(text('x'), text('y'), text('z')),
      list(text('x'), text('z')),
      ['a[1] changed'],
    ],
    [
      'another order',
      list(text('x'), text('y')),
      list(text('y'), text('x')),
      ['a[0] changed', 'a[1] changed'],
    ],
    ['an argument with an empty map and none', object({ b: object({}) }), object({ b: nothing }), []],
    [
      'an empty map and a filled one',
      object({ b: object({}) }),
      object({ b: object({ c: text('x') }) }),
      ['a.b.c changed'],
    ],
    ['one more block without arguments', list(object({})), list(object({}), object({})), ['a[1] changed']],
    ['an empty list and none', object({ b: list() }), object({}), ['a.b changed']],
    [
      'the same attribute by another way',
      referring('data.a.b', 'a.b[0]'),
      referring('element(a.b, 0)', 'a.b[0]'),
      [],
    ],
    [
      'an attribute of any instance by another way',
      referring('a.b[*]', 'a.b[*]'),
      referring('element(a.b, 0)', 'a.b[*]'),
      ['a maybe'],
    ],
    ['another attribute', referring('x', 'a.b[0]'), referring('x', 'a.b[1]'), ['a maybe']],
    ['a set in another order', set(text('x'), text('y')), set(text('y'), text('x')), []],
    ['a set against a list', set(text('x'), text('y')), list(text('y'), text('x')), []],
    ['another set', set(text('x')), set(text('y')), ['a changed']],
    ['unknown from the same expression', unknown('data.a.b'), unknown('data.a.b'), []],
    ['unknown from another expression', unknown('data.a.b'), unknown('data.a.c'), ['a maybe']],
    ['known and unknown', text('x'), unknown('data.a.b'), ['a maybe']],
    ['absent and unknown', undefined, unknown('data.a.b'), ['a maybe']],
    [
      'a key that the open side may have',
      object({ b: text('x') }),
      open({}, 'd'),
      ['a.b maybe', 'a.* maybe'],
    ],
    ['open for the same reason', open({ b: text('x') }, 'd'), open({ b: text('y') }, 'd'), ['a.b changed']],
    ['another kind', text('x'), list(text('x')), ['a changed']],
  ])('%s', (_, base, head, expected) => {
    expect(differences(base, head)).toEqual(expected);
  });

  it('takes layout for no difference', () => {
    expect(differences(unknown('f(data.a.b,  1)'), unknown('f(data.a.b,\n 1)'))).toEqual([]);
  });
});

describe('what is sensitive', () => {
  const secret = (value: Value): Value => ({ ...value, sensitive: true });
  it.each<[string, Value, Value, string[]]>([
    ['a key', secret(object({ hunter2: number(1) })), secret(object({ hunter2: number(2) })), ['a changed']],
    ['a key of one side', object({ b: number(1) }), secret(object({ hunter2: number(2) })), ['a changed']],
    [
      'an item',
      object({ b: secret(list(text('x'))) }),
      object({ b: secret(list(text('y'))) }),
      ['a.b changed'],
    ],
    ['an unknown part', secret(list(unknown('x'))), secret(list(unknown('y'))), ['a maybe']],
    ['nothing', secret(object({ b: text('x') })), secret(object({ b: text('x') })), []],
  ])('is one difference: %s', (_, base, head, expected) => {
    expect(differences(base, head)).toEqual(expected);
  });
});
