import { describe, expect, it } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import type { ObjectValue, Value } from '../model/value.ts';
import { attributesInput } from './attributes-input.ts';
import { jsonText } from './json-text.ts';

const known = (value: string): Value => ({ kind: 'string', value, origin: [] });
const list = (...items: Value[]): Value => ({ kind: 'list', items, origin: [] });
const unknown: Value = { kind: 'unknown', reason: 'data-source', detail: 'data.aws_ami.x.id', origin: [] };

function object(entries: Record<string, Value>, more: Partial<ObjectValue> = {}): ObjectValue {
  return { kind: 'object', entries: new Map(Object.entries(entries)), origin: [], ...more };
}

function read(attributes: ObjectValue): unknown {
  return JSON.parse(jsonText(attributesInput(attributes)));
}

describe('attributesInput', () => {
  it.each<[string, ObjectValue, unknown]>([
    [
      'known values',
      object({
        text: known('a'),
        flag: { kind: 'bool', value: false, origin: [] },
        none: { kind: 'null', origin: [] },
        number: { kind: 'number', value: decimal('0.10'), origin: [] },
        block: list(object({ size: known('8') })),
      }),
      {
        values: { text: 'a', flag: false, none: null, number: 0.1, block: [{ size: '8' }] },
        unknown: {},
        sensitive: [],
      },
    ],
    [
      'what is not known, with the reason',
      object({ ami: unknown, disks: list(known('a'), unknown) }),
      {
        values: { disks: ['a', null] },
        unknown: {
          ami: 'data.aws_ami.x.id is read from the cloud',
          'disks[1]': 'data.aws_ami.x.id is read from the cloud',
        },
        sensitive: [],
      },
    ],
    [
      'what is sensitive, by path only',
      object({
        password: { ...known('s3cret'), sensitive: true },
        all: object({ a: known('b') }, { sensitive: true }),
      }),
      { values: {}, unknown: {}, sensitive: ['password', 'all'] },
    ],
    [
      'parts that may be missing',
      object(
        {
          tags: object(
            { a: known('b'), c: known('d') },
            { uncertain: new Set(['c']), rest: { reason: 'data-source' } },
          ),
          items: { kind: 'set', items: [], rest: { reason: 'unknown-repetition' }, origin: [] },
        },
        {},
      ),
      {
        values: { tags: { a: 'b' }, items: [] },
        unknown: {
          'tags.*': 'it is read from the cloud',
          'tags.c': 'it depends on an unknown repetition',
          'items[*]': 'it depends on an unknown repetition',
        },
        sensitive: [],
      },
    ],
    [
      'a key that JavaScript objects treat in their own way',
      object({ ['__proto__']: unknown }),
      { values: {}, unknown: { ['__proto__']: 'data.aws_ami.x.id is read from the cloud' }, sensitive: [] },
    ],
  ])('tells %s', (_, attributes, expected) => {
    expect(read(attributes)).toEqual(expected);
  });

  it('stops at a depth, and says so', () => {
    let value: Value = known('x');
    for (let depth = 0; depth < 100; depth++) value = list(value);
    const { unknown: gaps } = read(object({ deep: value })) as { unknown: Record<string, string> };
    expect(Object.entries(gaps)).toEqual([[`deep${'[0]'.repeat(32)}`, 'it is too large to evaluate']]);
  });

  it('stops at a count, and says so', () => {
    const many = list(...Array.from({ length: 50_000 }, () => known('x')));
    const { values, unknown: gaps } = read(object({ many, after: known('y') })) as {
      values: { many: unknown[] };
      unknown: Record<string, string>;
    };
    expect(values.many.length).toBeLessThan(10_001);
    expect(Object.values(gaps)).toContain('it is too large to evaluate');
  });
});
