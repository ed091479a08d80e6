import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, sum } from '../../lib/decimal.ts';
import type { Allocation } from '../../model/billing/terms.ts';
import { allocate } from './allocate.ts';

const METHODS: readonly Allocation['method'][] = ['even', 'proportional', 'fixed', 'weighted'];

function rule(
  method: Allocation['method'],
  shares: Record<string, string> = {},
  zeroFallback: Allocation['zeroFallback'] = 'none',
) {
  const listed = Object.entries(shares).map(([to, share]) => ({ to, share: decimal(share) }));
  return {
    id: 'rule',
    pool: 'cluster',
    method,
    key: 'ConsumedQuantity',
    shares: listed,
    zeroFallback,
  } satisfies Allocation;
}

function parts(pool: string, by: Allocation, weights: Record<string, string>) {
  const used = new Map(Object.entries(weights).map(([id, weight]) => [id, decimal(weight)]));
  const { parts: split, unknown } = allocate(decimal(pool), by, used, 2);
  return split === null ? unknown : Object.fromEntries([...split].map(([id, part]) => [id, part.toFixed()]));
}

describe('an allocation', () => {
  it.each([
    ['even', rule('even'), '100', { a: '5', b: '0', c: '1' }, { a: '33.34', b: '33.33', c: '33.33' }],
    ['proportional', rule('proportional'), '100', { a: '1', b: '2' }, { a: '33.33', b: '66.67' }],
    ['fixed', rule('fixed', { x: '0.25', y: '0.75' }), '0.1', { a: '9' }, { x: '0.03', y: '0.07' }],
    ['weighted', rule('weighted', { a: '3' }), '100', { a: '1', b: '1' }, { a: '75', b: '25' }],
    ['of a credit', rule('proportional'), '-100', { a: '1', b: '2' }, { a: '-33.33', b: '-66.67' }],
    ['without usage', rule('proportional', {}, 'even'), '1', { a: '0', b: '0' }, { a: '0.5', b: '0.5' }],
  ])('%s', (_name, by, pool, weights, expected) => {
    expect(parts(pool, by, weights)).toEqual(expected);
  });

  it.each([
    [
      'without usage and another way',
      rule('proportional'),
      { a: '0' },
      'Nobody used what "cluster" is split by, and the rule has no other way.',
    ],
    ['without anybody', rule('even'), {}, 'Nobody is there to carry "cluster".'],
    [
      'by less than nothing',
      rule('weighted'),
      { a: '-1', b: '2' },
      'What a used of "ConsumedQuantity" is below 0.',
    ],
  ])('%s is unknown', (_name, by, weights, expected) => {
    expect(parts('100', by, weights)).toBe(expected);
  });

  it('sums to the pool', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 9 });
    const digits = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...METHODS), weights, digits, (units, method, drawn, to) => {
        const used = new Map(drawn.map((weight, index) => [`${index}`, decimal(weight)]));
        const pool = decimal(`${units}e-${to}`);
        const { parts: split } = allocate(pool, rule(method, { x: '0.3', y: '0.7' }, 'even'), used, to);
        expect(sum(split?.values() ?? []).toFixed()).toBe(pool.toFixed());
      }),
    );
  });
});
