import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Condition, Spec } from '../catalog/entry.ts';
import { exactly } from '../../model/range.ts';
import type { UsageValue } from '../usage/usage.ts';
import { type Plain, resourceOf, unknownValue, valueOf } from '../test-support/resource.ts';
import { decide } from './condition.ts';
import { asText, type Reading } from './reading.ts';
import { type Followed, makeScope, type Scope } from './scope.ts';
import { evaluateSpec } from './spec.ts';
import { fillKey, fillName } from './template.ts';

const block: Plain = {
  type: 'gp3',
  size: 100,
  text: '42',
  on: true,
  nothing: null,
  many: [{ kind: 'a' }, { kind: 'b' }],
  same: [{ kind: 'a' }, { kind: 'a' }],
  nested: [{ inner: [{ deep: 5 }] }],
  flags: [
    { name: 'size', value: '7' },
    { name: 'kind', value: 'b' },
  ],
  doubtful: [
    { name: unknownValue({}), value: '7' },
    { name: 'kind', value: 'b' },
  ],
  open: unknownValue({ candidates: [valueOf('x'), valueOf('y')] }),
};
const usage = new Map<string, UsageValue>([
  ['figure', { kind: 'amount', range: { low: decimal(1), likely: decimal(2), high: decimal(3) } }],
  ['one', { kind: 'amount', range: exactly(decimal(7)) }],
  ['word', { kind: 'text', text: 'windows' }],
]);

const followed = new Map<string, Followed>([
  ['found', { kind: 'resource', resource: resourceOf('aws_x.y', {}) }],
  ['elsewhere', { kind: 'unknown', reason: 'not defined here' }],
  ['none', { kind: 'absent' }],
]);

function scopeOf(read: Readonly<Record<string, Spec>> = {}): Scope {
  return makeScope({ block: valueOf(block), followed, usage: (key) => usage.get(key) }, read, evaluateSpec);
}

/** "A 5", "C 1 2 3", "null", "any", "unknown: why". */
function shown(reading: Reading): string {
  if (reading.kind === 'null' || reading.kind === 'any') return reading.kind;
  if (reading.kind === 'unknown') return `unknown: ${reading.reason}`;
  const { evidence } = reading.basis;
  if (reading.kind === 'text') return `${evidence} ${reading.text}`;
  const { low, likely, high } = reading.range;
  return `${evidence} ${low.eq(high) ? likely.toFixed() : `${low.toFixed()} ${likely.toFixed()} ${high.toFixed()}`}`;
}

describe('evaluateSpec', () => {
  it.each<[Spec, string]>([
    [5, 'A 5'],
    ['hours', 'A 730'],
    [{ from: 'type' }, 'A gp3'],
    [{ from: 'on' }, 'A true'],
    [{ from: 'nested.inner.deep' }, 'A 5'],
    [{ from: 'nothing' }, 'null'],
    [{ from: 'absent.deeper' }, 'null'],
    [{ from: 'same.kind' }, 'A a'],
    [{ from: 'many.1.kind' }, 'A b'],
    [{ from: 'flags.value', where: { name: 'size' }, divide: 1 }, 'A 7'],
    [{ from: 'flags.value', where: { name: 'kind', value: 'b' } }, 'A b'],
    [{ from: 'flags.value', where: { name: 'kind', value: 'a' } }, 'null'],
    [{ from: 'flags.value', where: { name: 'other' } }, 'null'],
    [{ from: 'doubtful.value', where: { name: 'kind' } }, 'A b'],
    [
      { from: 'doubtful.value', where: { name: 'size' } },
      'unknown: doubtful.value is unknown: it depends on an unknown repetition',
    ],
    [{ from: 'absent.value', where: { name: 'size' } }, 'null'],
    [
      { from: 'open.value', where: { name: 'size' } },
      'unknown: open.value is unknown: it depends on an unknown repetition',
    ],
    [{ from: 'found:flags.value', where: { name: 'size' } }, 'null'],
    [{ from: 'many.2.kind' }, 'null'],
    [{ minus: [{ usage: 'figure' }, 2] }, 'B 0 0 1'],
    [{ minus: [10, { from: 'size' }] }, 'A 0'],
    [{ minus: [10, { from: 'absent' }] }, 'null'],
    [{ over: [{ from: 'size' }, 8], divideUp: 1 }, 'A 13'],
    [{ over: [{ from: 'size' }, 0] }, 'unknown: division by 0'],
    [{ from: 'many.kind' }, 'unknown: many.kind has several values'],
    [{ follows: 'found' }, 'A yes'],
    [{ follows: 'elsewhere' }, 'A yes'],
    [{ follows: 'none', default: 'no' }, 'A no'],
    [{ from: 'absent', default: 'gp2' }, 'A gp2'],
    [{ from: 'absent', assume: 'gp2', because: 'guess' }, 'C gp2'],
    [{ from: 'absent', any: true }, 'any'],
    [{ from: 'type', map: { gp3: 'x' } }, 'A x'],
    [{ from: 'type', map: { '*': 'y' } }, 'A y'],
    [{ from: 'type', map: { gp3: null }, default: 'z' }, 'A z'],
    [{ from: 'type', map: { gp2: 'x' } }, 'unknown: type "gp3" is not one that the catalog prices'],
    [{ from: 'on', map: { true: 'multi' } }, 'A multi'],
    [{ from: 'size', subtract: 20 }, 'A 80'],
    [{ from: 'size', subtract: 200 }, 'A 0'],
    [{ from: 'text', divide: 8 }, 'A 5.25'],
    [{ from: 'text', divideUp: 8 }, 'A 6'],
    [{ usage: 'figure' }, 'B 1 2 3'],
    [{ usage: 'word', map: { windows: 'w' } }, 'B w'],
    [{ usage: 'other' }, 'null'],
    [{ usage: 'other', low: 0, likely: 1, high: 10 }, 'C 0 1 10'],
    [{ count: 'many' }, 'A 2'],
    [{ count: 'absent', default: 0 }, 'A 0'],
    [{ first: [{ from: 'nothing' }, { from: 'size' }] }, 'A 100'],
    [
      { first: [{ from: 'open' }, { from: 'size' }] },
      'unknown: open is unknown: data.x.y is read from the cloud',
    ],
    [{ max: [{ usage: 'other' }, { usage: 'one' }, 3] }, 'B 7'],
    [{ max: [{ usage: 'other' }] }, 'null'],
    [{ add: [1, { from: 'size' }] }, 'A 101'],
    [{ add: [1, { from: 'nothing' }] }, 'null'],
    [{ multiply: ['hours', { usage: 'figure' }] }, 'B 730 1460 2190'],
    [{ multiply: [{ from: 'type' }, 2] }, 'unknown: a value: expected a number, found "gp3"'],
    [{ range: { low: 1, likely: 2, high: 4 } }, 'C 1 2 4'],
    [{ range: { low: 2, likely: 2, high: 2 } }, 'A 2'],
    [
      { range: { low: 3, likely: 2, high: 4 } },
      'unknown: low, likely and high contradict each other: 3, 2 and 4',
    ],
  ])('%j gives %s', (spec, expected) => {
    expect(shown(evaluateSpec(spec, scopeOf()))).toBe(expected);
  });

  it('names the arguments of a range, and the usage key that replaces it', () => {
    const range = {
      low: { from: 'size' },
      likely: { first: [{ from: 'nothing' }, { from: 'size' }] },
      high: 400,
    };
    const reading = evaluateSpec({ first: [{ usage: 'other' }, { range }] }, scopeOf());
    expect(reading).toMatchObject({
      kind: 'number',
      basis: { evidence: 'C', notes: ['size and high are 100 and 400'], usageKey: 'other' },
    });
  });

  it('carries candidates through a map', () => {
    const reading = evaluateSpec({ from: 'open', map: { x: 'one', y: 'two' } }, scopeOf());
    expect(reading).toMatchObject({ kind: 'unknown', candidates: ['one', 'two'] });
  });

  it('ends when a name depends on itself', () => {
    expect(asText(evaluateSpec('loop', scopeOf({ loop: { first: ['loop'] } })))).toBeUndefined();
  });
});

describe('decide', () => {
  const read = {
    type: { from: 'type' },
    gone: { from: 'nothing' },
    open: { from: 'open' },
    on: { from: 'on' },
  };
  it.each<[Condition, Condition, string]>([
    [{ type: 'gp3' }, {}, 'yes'],
    [{ type: ['gp2', 'gp3'], on: true }, {}, 'yes'],
    [{ type: 'gp2' }, {}, 'no'],
    [{}, { type: 'gp3' }, 'no'],
    [{ gone: null }, {}, 'yes'],
    [{}, { gone: null }, 'no'],
    [{ open: 'x' }, {}, 'unknown'],
    [{ open: ['x', 'y'] }, {}, 'yes'],
    [{ open: 'z' }, {}, 'no'],
    [{ open: 'x', type: 'gp2' }, {}, 'no'],
  ])('when %j unless %j: %s', (when, unless, expected) => {
    expect(decide({ when, unless }, scopeOf(read)).kind).toBe(expected);
  });
});

describe('templates', () => {
  const scope = scopeOf({
    type: { from: 'type' },
    open: { from: 'open' },
    gone: { from: 'nothing' },
    all: { from: 'nothing', any: true },
    figure: { usage: 'figure' },
  });

  it('fill names, and say what is not known', () => {
    expect(fillName('{type}, {open}, {gone}, {figure}', scope)).toBe('gp3, unknown, not set, 1 to 3');
  });

  it('fill keys part by part', () => {
    expect(fillKey('node|{type}|{all}', scope)).toMatchObject({
      kind: 'parts',
      parts: ['node', 'gp3', null],
    });
    expect(fillKey('{gone}.storage', scope)).toMatchObject({ kind: 'unknown', reason: 'nothing is not set' });
    expect(fillKey('{open}.storage', scope)).toMatchObject({
      candidates: [
        { text: 'x', parts: ['x.storage'] },
        { text: 'y', parts: ['y.storage'] },
      ],
    });
  });
});
