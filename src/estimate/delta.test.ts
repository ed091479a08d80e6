import { describe, expect, it } from 'vitest';
import type { Action, Change } from '../model/change.ts';
import type { Resource } from '../model/resource.ts';
import type { CostTotals } from '../model/result.ts';
import { openBook } from '../pricing/book.ts';
import { openCatalog } from './catalog/catalog.ts';
import { costChanges, countUnpriced } from './delta.ts';
import { unknownLine } from './component.ts';
import { type CostsByResource, estimateResources } from './estimate-all.ts';
import { checkTotals } from './totals.ts';
import { exactly } from '../model/range.ts';
import { decimal } from '../lib/decimal.ts';
import { NO_USAGE, type Usage } from './usage/usage.ts';
import { type Plain, resourceOf, unknownValue } from './test-support/resource.ts';

const context = { book: openBook(), catalog: openCatalog() };

function change(action: Action, base: Resource | undefined, head: Resource | undefined): Change {
  const { address = '', type = '', project = '' } = head ?? base ?? {};
  const sides = { ...(base === undefined ? {} : { base }), ...(head === undefined ? {} : { head }) };
  return { action, address, type, project, ...sides, differences: [], replaceBecause: [] };
}

function costed(changes: readonly Change[], baseUsage: Usage = NO_USAGE, headUsage: Usage = NO_USAGE) {
  const base = estimateResources(
    changes.flatMap((one) => one.base ?? []),
    { ...context, usage: baseUsage },
  );
  const head = estimateResources(
    changes.flatMap((one) => one.head ?? []),
    { ...context, usage: headUsage },
  );
  return { base, head, changes: costChanges(changes, base, head) };
}

const figures = (delta: CostTotals | null | undefined): string | null =>
  !delta
    ? null
    : [delta.monthly.low, delta.monthly.likely, delta.monthly.high].map((part) => part.toFixed(2)).join(' ');

const disk = (size: Plain, name = 'a') => resourceOf(`aws_ebs_volume.${name}`, { type: 'gp3', size });
const instance = (rest: Record<string, Plain>) =>
  resourceOf('aws_instance.i', {
    instance_type: 'm5.large',
    root_block_device: [{ volume_type: 'gp3', volume_size: 10 }],
    ...rest,
  });
const nat = resourceOf('aws_nat_gateway.n', {});

describe('costChanges', () => {
  it.each<[string, Change, string | null]>([
    ['a create costs what head costs', change('create', undefined, disk(100)), '8.00 8.00 8.00'],
    ['a delete saves what base cost', change('delete', disk(100), undefined), '-8.00 -8.00 -8.00'],
    ['a delete of a range is ordered', change('delete', nat, undefined), '-257.85 -37.35 -32.85'],
    ['an update costs the difference', change('update', disk(100), disk(300)), '16.00 16.00 16.00'],
    ['a free resource costs 0', change('create', undefined, resourceOf('aws_vpc.v', {})), '0.00 0.00 0.00'],
    ['unknown at head is no saving', change('update', disk(100), disk(unknownValue())), null],
    ['an unknown type is not free', change('create', undefined, resourceOf('aws_mystery.m', {})), null],
    [
      'only the known lines are compared',
      change(
        'update',
        instance({}),
        instance({
          instance_type: 'm99.large',
          root_block_device: [{ volume_type: 'gp3', volume_size: 20 }],
        }),
      ),
      '0.80 0.80 0.80',
    ],
    [
      'spot instead of on demand saves what it saves on average',
      change('update', instance({}), instance({ instance_market_options: [{ market_type: 'spot' }] })),
      '-46.25 -46.25 -46.25',
    ],
    [
      'dedicated tenancy without a price is unknown, not a saving',
      change('update', instance({}), instance({ tenancy: 'dedicated' })),
      '0.00 0.00 0.00',
    ],
    [
      'disks that are unknown as a whole are left out on both sides',
      change('update', instance({}), instance({ root_block_device: unknownValue() })),
      '0.00 0.00 0.00',
    ],
  ])('%s', (_, one, expected) => {
    expect(figures(costed([one]).changes[0]?.delta)).toBe(expected);
  });

  it('keeps a no-op only when its usage or what it follows changed its cost', () => {
    const usage: Usage = {
      of: () => new Map([['monthly_data_processed_gb', { kind: 'amount', range: exactly(decimal(1000)) }]]),
    };
    const same = [change('no-op', nat, nat), change('no-op', disk(1), disk(1))];
    expect(costed(same).changes).toEqual([]);
    const moved = costed(same, NO_USAGE, usage).changes;
    expect(moved.map((one) => one.change.address)).toEqual(['aws_nat_gateway.n']);
    expect(figures(moved[0]?.delta)).toBe('-180.00 40.50 45.00');
  });

  it('sorts by the absolute delta, then by address', () => {
    const sorted = costed([
      change('create', undefined, disk(10, 'c')),
      change('create', undefined, disk(10, 'b')),
      change('delete', disk(500, 'a'), undefined),
    ]);
    expect(sorted.changes.map((one) => one.change.address)).toEqual([
      'aws_ebs_volume.a',
      'aws_ebs_volume.b',
      'aws_ebs_volume.c',
    ]);
  });

  it('compares a moved resource with itself', () => {
    const moved = change('move', disk(100, 'old'), disk(100, 'new'));
    expect(figures(costed([moved]).changes[0]?.delta)).toBe('0.00 0.00 0.00');
  });
});

describe('what is unknown', () => {
  const unknown = resourceOf('acme_thing.x', { name: 'a' });
  const part = instance({ instance_type: 'm99.large' });
  const differs = (path: string): Partial<Change> => ({
    differences: [{ path, base: undefined, head: undefined, certainty: 'changed' }],
  });

  it.each<[string, Change, number]>([
    ['a move of what is unknown', change('move', unknown, unknown), 0],
    ['a move of what is partly unknown', change('move', part, part), 0],
    ['a no-op of what is unknown', change('no-op', unknown, unknown), 0],
    ['a create', change('create', undefined, unknown), 1],
    ['a delete', change('delete', unknown, undefined), 1],
    ['a replacement', change('replace', unknown, unknown), 1],
    ['an update', { ...change('update', unknown, unknown), ...differs('size') }, 1],
    ['an update of a tag', { ...change('update', unknown, unknown), ...differs('tags.Owner') }, 0],
    ['an update of a default tag', { ...change('update', part, part), ...differs('default_tags.Owner') }, 0],
    [
      'an argument whose name only begins so',
      { ...change('update', part, part), ...differs('tags_size') },
      1,
    ],
    ['a move that loses a price', change('move', instance({}), part), 1],
    ['what is known', change('update', instance({}), instance({ instance_type: 'm5.xlarge' })), 0],
  ])('%s', (_, one, count) => {
    expect(countUnpriced(costed([one]).changes)).toBe(count);
  });

  it('keeps a no-op of which only the unknown part differs', () => {
    const one = disk(100);
    const { base } = costed([change('no-op', one, one)]);
    const unpriced = (id: string): CostsByResource => {
      const lines = [unknownLine({ id, component: id, unit: 'month', kind: 'fixed' }, 'unknown')];
      return new Map([...base].map(([key, cost]) => [key, { ...cost, status: 'unpriced', lines }]));
    };
    const kept = (before: CostsByResource, after: CostsByResource) =>
      costChanges([change('no-op', one, one)], before, after).length;
    expect([kept(unpriced('a'), unpriced('b')), kept(unpriced('a'), unpriced('a'))]).toEqual([1, 0]);
    expect([kept(base, unpriced('a')), kept(base, base)]).toEqual([1, 0]);
  });
});

describe('totals', () => {
  it('sums known figures and counts what is left out', () => {
    const { base, head, changes } = costed([
      change('create', undefined, disk(100)),
      change('create', undefined, disk(unknownValue(), 'u')),
      change('create', undefined, nat),
    ]);
    const totals = checkTotals(base.values(), head.values(), changes);
    expect(figures(totals.base)).toBe('0.00 0.00 0.00');
    expect(figures(totals.head)).toBe('40.85 45.35 265.85');
    expect(figures(totals.delta)).toBe('40.85 45.35 265.85');
    expect(totals.delta.fixed.likely.toFixed(2)).toBe('40.85');
    expect(totals.delta.variable.likely.toFixed(2)).toBe('4.50');
    expect([totals.base.unpriced, totals.head.unpriced]).toEqual([0, 1]);
    expect(totals.percent).toEqual({ low: null, likely: null, high: null });
    expect(countUnpriced(changes)).toBe(1);
  });

  it('sums by scenario: what one resource saves in a month of much usage offsets what another costs in it', () => {
    const { base, head, changes } = costed([
      change('delete', nat, undefined),
      change('create', undefined, resourceOf('aws_nat_gateway.m', {})),
      change('create', undefined, disk(100)),
    ]);
    const { delta, ...sides } = checkTotals(base.values(), head.values(), changes);
    expect(figures(delta)).toBe('8.00 8.00 8.00');
    for (const end of ['low', 'likely', 'high'] as const) {
      expect(delta.monthly[end]).toEqual(sides.head.monthly[end].minus(sides.base.monthly[end]));
    }
  });

  it('keeps monthly the sum of fixed and variable at both ends, and each percentage that of its scenario', () => {
    const { base, head, changes } = costed([
      change('delete', nat, undefined),
      change('create', undefined, disk(100)),
    ]);
    const { delta, percent } = checkTotals(base.values(), head.values(), changes);
    expect(figures(delta)).toBe('-249.85 -29.35 -24.85');
    for (const end of ['low', 'likely', 'high'] as const) {
      expect(delta.monthly[end]).toEqual(delta.fixed[end].plus(delta.variable[end]));
    }
    const shares = [percent.low, percent.likely, percent.high].map((share) => share?.toFixed(2));
    expect(shares).toEqual(['-96.90', '-78.58', '-75.65']);
  });
});
