import { describe, expect, test } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import type { ResourceCost } from '../model/cost.ts';
import type { Resource } from '../model/resource.ts';
import type { EffectiveTags } from '../model/tags.ts';
import type { UnitDefinition } from '../model/unit.ts';
import { unitDeltas } from './delta.ts';
import type { CostedResource } from './side.ts';

const place = { file: 'tollgate.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

const orders: UnitDefinition = {
  id: 'orders',
  label: '1,000 orders',
  per: decimal(1000),
  volume: { monthly: decimal(50_000), source: 'orders table, October' },
  match: { tags: { service: 'shop' } },
  revenue: { amount: decimal('40') },
  source: place,
};

function tags(values: Record<string, string>, open = false): EffectiveTags {
  return {
    taggable: 'yes',
    keys: new Map(
      Object.entries(values).map(
        ([key, value]) => [key, { state: 'present', value, from: 'resource' }] as const,
      ),
    ),
    others: open ? { state: 'open', reason: 'var.tags is unknown' } : { state: 'closed' },
  };
}

function costed(
  monthly: string | null,
  options: { tags?: EffectiveTags; status?: ResourceCost['status']; file?: string } = {},
): CostedResource {
  const source = { ...place, file: options.file ?? 'main.tf' };
  const amount = monthly === null ? null : decimal(monthly);
  const range = amount === null ? null : { low: amount, likely: amount, high: amount };
  const resource: Resource = {
    address: 'aws_instance.web',
    type: 'aws_instance',
    name: 'web',
    modulePath: '',
    provider: { name: 'aws', defaultTags: { kind: 'null', origin: [] } },
    region: { kind: 'string', value: 'eu-west-1', origin: [] },
    attributes: { kind: 'object', entries: new Map(), origin: [] },
    source,
    project: '.',
    repetition: 'exact',
  };
  const status = options.status ?? (monthly === null ? 'unpriced' : 'priced');
  return {
    resource,
    cost: {
      address: resource.address,
      type: resource.type,
      project: '.',
      source,
      status,
      lines: [],
      monthly: range,
      fixed: range,
      variable: range,
    },
    tags: options.tags ?? tags({ service: 'shop' }),
  };
}

describe('cost per unit', () => {
  test('is the monthly cost over the volume, with change in percent and margin', () => {
    const [unit] = unitDeltas([orders], [costed('500')], [costed('500'), costed('250')]);
    expect(unit?.base.perUnit?.likely.toString()).toBe('10');
    expect(unit?.head.perUnit?.likely.toString()).toBe('15');
    expect(unit?.delta?.likely.toString()).toBe('5');
    expect(unit?.percent?.toString()).toBe('50');
    expect(unit?.base.margin?.toString()).toBe('30');
    expect(unit?.head.marginPercent?.toString()).toBe('62.5');
    expect(unit?.marginDelta?.toString()).toBe('-5');
    expect(unit?.missing).toEqual([]);
  });

  test.each<[string, UnitDefinition, CostedResource[], string]>([
    ['no volume', { ...orders, volume: null }, [costed('500')], 'No monthly volume is given.'],
    [
      'volume 0',
      { ...orders, volume: { monthly: decimal(0), source: 'x' } },
      [costed('500')],
      'The monthly volume is 0.',
    ],
    [
      'nothing belongs',
      orders,
      [costed('500', { tags: tags({ service: 'blog' }) })],
      'No resource belongs to it at base.',
    ],
    ['nothing is priced', orders, [costed(null)], 'No price of its resources is known at base.'],
  ])('is null and says why: %s', (_, unit, resources, reason) => {
    const [delta] = unitDeltas([unit], resources, resources);
    expect(delta?.base.perUnit).toBeNull();
    expect(delta?.delta).toBeNull();
    expect(delta?.percent).toBeNull();
    expect(delta?.base.margin).toBeNull();
    expect(delta?.missing).toContain(reason);
  });

  test('margin is null without revenue, and the percent is null from 0', () => {
    const free = costed(null, { status: 'free' });
    const [delta] = unitDeltas([{ ...orders, revenue: null }], [free], [costed('50')]);
    expect(delta?.base.perUnit?.likely.toString()).toBe('0');
    expect(delta?.percent).toBeNull();
    expect(delta?.head.margin).toBeNull();
    expect(delta?.missing).toEqual(['No revenue is given, so there is no margin.']);
  });

  test('resources that cannot be told or priced are counted, not guessed', () => {
    const open = costed('70', { tags: tags({}, true) });
    const [delta] = unitDeltas([orders], [costed('500')], [costed('500'), costed(null), open]);
    expect(delta?.head.monthly?.likely.toString()).toBe('500');
    expect(delta?.head.unpriced).toBe(1);
    expect(delta?.missing).toEqual([
      '1 resource at head left out: price wholly or partly unknown.',
      '1 resource may belong to it: a tag is not known.',
    ]);
  });

  test('path and type must hold as well as the tag', () => {
    const unit = { ...orders, match: { tags: { service: 's*' }, paths: ['envs/prod/**'], types: ['aws_*'] } };
    const inside = costed('10', { file: 'envs/prod/main.tf' });
    const [delta] = unitDeltas([unit], [inside, costed('5', { file: 'envs/dev/main.tf' })], [inside]);
    expect(delta?.base.resources).toBe(1);
  });
});
