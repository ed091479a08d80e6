import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import type { Allocation, Terms } from '../../model/billing/terms.ts';
import { allocatePools } from './allocate-pools.ts';

const rule = (given: Partial<Allocation>): Allocation => ({
  ...{
    id: 'rule',
    pool: 'cluster',
    method: 'proportional',
    key: 'ConsumedQuantity',
    shares: [],
    zeroFallback: 'none',
  },
  ...given,
});

const line = (profitCenter: string | null, quantity: string, given: Partial<RatedLine> = {}): RatedLine =>
  ({
    id: 'api',
    kind: 'usage',
    profile: 'pro@1.0.0',
    unit: 'call',
    profitCenter,
    cost: null,
    ...given,
    quantity: decimal(quantity),
  }) as RatedLine;

/** What becomes of 100 by the rules of one or two profiles. */
function split(lines: readonly RatedLine[], ...rules: readonly Allocation[]) {
  const terms = new Map(
    rules.map((one, index) => [
      `${index === 0 ? 'pro' : 'max'}@1.0.0`,
      {
        id: index === 0 ? 'pro' : 'max',
        version: '1.0.0',
        allocation: [one],
        rounding: { digits: 2 },
      } as unknown as Terms,
    ]),
  );
  const invoice = { lines } as unknown as Invoice;
  const [found] = allocatePools({ cluster: decimal('100') }, [invoice], (reference) => terms.get(reference));
  return found?.unknown ?? found?.parts.map(({ to, amount }) => `${to} ${amount.toFixed()}`).join(', ');
}

const used = [line('b', '1'), line('a', '1'), line('a', '1'), line('a', '7', { kind: 'overage' })];

describe('shared cost', () => {
  it.each([
    ['quantities', [rule({})], used, 'a 66.67, b 33.33'],
    [
      'costs',
      [rule({ key: 'EffectiveCost' })],
      used.map((one) => ({ ...one, cost: decimal('2') })),
      'a 66.67, b 33.33',
    ],
    ['number', [rule({ method: 'even', key: null })], [...used, line(null, '1')], 'a 50, b 50'],
    [
      'weights',
      [rule({ method: 'weighted', shares: [{ to: 'b', share: decimal('2') }] })],
      used,
      'a 50, b 50',
    ],
    ['fixed shares', [rule({ method: 'fixed', shares: [{ to: 'x', share: decimal('1') }] })], used, 'x 100'],
    [
      'the same rule of two profiles',
      [rule({}), rule({})],
      [...used, line('b', '1', { profile: 'max@1.0.0' })],
      'a 50, b 50',
    ],
  ])('is split by %s', (_, rules, lines, expected) => {
    expect(split(lines, ...rules)).toBe(expected);
  });

  it.each([
    ['no rule', [rule({ pool: 'other' })], used, 'No profile that was billed has a rule for it.'],
    [
      'rules that differ',
      [rule({}), rule({ method: 'even' })],
      [...used, line('b', '1', { profile: 'max@1.0.0' })],
      'max@1.0.0 and pro@1.0.0 split it in different ways.',
    ],
    [
      'another column',
      [rule({ key: 'Tags' })],
      used,
      'It cannot be split by "Tags", only by ConsumedQuantity or EffectiveCost.',
    ],
    [
      'several units',
      [rule({})],
      [...used, line('b', '1', { unit: 'seat' })],
      'Quantities in different units cannot be added up: call, seat.',
    ],
    [
      'a cost that nobody knows',
      [rule({ key: 'EffectiveCost' })],
      used,
      'The "EffectiveCost" of api is not known.',
    ],
    ['no profit center', [rule({})], [line(null, '1')], 'api has no profit center.'],
    ['nobody at all', [rule({ method: 'even' })], [line(null, '1')], 'Nobody is there to carry "cluster".'],
  ])('is unknown with %s', (_, rules, lines, reason) => {
    expect(split(lines, ...rules)).toBe(reason);
  });
});
