import { describe, expect, test } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import type { Action, Change } from '../model/change.ts';
import type { CostLine, Range, ResourceCost } from '../model/cost.ts';
import type { Resource } from '../model/resource.ts';
import type { EffectiveTags } from '../model/tags.ts';
import type { UnitDefinition, UnitDelta } from '../model/unit.ts';
import { unitDeltas } from './delta.ts';
import type { CostedResource } from './members.ts';

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

interface Options {
  readonly name?: string;
  readonly tags?: EffectiveTags;
  readonly status?: ResourceCost['status'];
  readonly file?: string;
  /** A second line whose cost is not known. */
  readonly partly?: true;
}

function line(id: string, amount: string | null): CostLine {
  const figure = amount === null ? null : decimal(amount);
  const monthly = figure === null ? null : { low: figure, likely: figure, high: figure };
  const evidence = monthly === null ? 'D' : 'A';
  return { id, component: id, unit: 'month', quantity: null, price: null, monthly, kind: 'fixed', evidence };
}

function costed(monthly: string | null, options: Options = {}): CostedResource {
  const { name = 'web', partly, file = 'main.tf' } = options;
  const source = { ...place, file };
  const resource: Resource = {
    address: `aws_instance.${name}`,
    type: 'aws_instance',
    name,
    modulePath: '',
    provider: { name: 'aws', defaultTags: { kind: 'null', origin: [] } },
    region: { kind: 'string', value: 'eu-west-1', origin: [] },
    attributes: { kind: 'object', entries: new Map(), origin: [] },
    source,
    project: '.',
    repetition: 'exact',
  };
  const status = options.status ?? (monthly === null ? 'unpriced' : partly ? 'partly-priced' : 'priced');
  const lines = status === 'free' ? [] : [line('hours', monthly), ...(partly ? [line('disk', null)] : [])];
  const known = lines[0]?.monthly ?? null;
  return {
    resource,
    cost: {
      address: resource.address,
      type: resource.type,
      project: '.',
      source,
      status,
      lines,
      monthly: known,
      fixed: known,
      variable: null,
    },
    tags: options.tags ?? tags({ service: 'shop' }),
  };
}

const open = (monthly: string | null, options: Options = {}) =>
  costed(monthly, { ...options, tags: tags({}, true) });
const others = (monthly: string, options: Options = {}) =>
  costed(monthly, { ...options, tags: tags({ service: 'blog' }) });

/** Pairs by address: an update where the resource object differs, else a no-op. */
function changesOf(base: readonly CostedResource[], head: readonly CostedResource[]): Change[] {
  const addresses = new Set([...base, ...head].map(({ resource }) => resource.address));
  return [...addresses].map((address) => {
    const [before, after] = [base, head].map((side) =>
      side.find(({ resource }) => resource.address === address),
    );
    const action: Action =
      before === undefined
        ? 'create'
        : after === undefined
          ? 'delete'
          : before === after
            ? 'no-op'
            : 'update';
    return {
      action,
      address,
      type: 'aws_instance',
      project: '.',
      ...(before === undefined ? {} : { base: before.resource }),
      ...(after === undefined ? {} : { head: after.resource }),
      differences: [],
      replaceBecause: [],
    };
  });
}

function deltaOf(
  base: readonly CostedResource[],
  head: readonly CostedResource[],
  unit: UnitDefinition = orders,
): UnitDelta {
  const [delta] = unitDeltas([unit], base, head, changesOf(base, head));
  if (delta === undefined) throw new Error('There is no figure.');
  return delta;
}

const text = (range: Range | null): string | null => range?.likely.toString() ?? null;

describe('cost per unit', () => {
  test('is the monthly cost over the volume, with change in percent and margin', () => {
    const web = costed('500');
    const unit = deltaOf([web], [web, costed('250', { name: 'db' })]);
    expect([text(unit.base.perUnit), text(unit.head.perUnit), text(unit.delta)]).toEqual(['10', '15', '5']);
    expect(unit.percent?.toString()).toBe('50');
    expect(unit.base.margin?.toString()).toBe('30');
    expect(unit.head.marginPercent?.toString()).toBe('62.5');
    expect(unit.marginDelta?.toString()).toBe('-5');
    expect(unit.missing).toEqual([]);
    expect(unit.known).toMatchObject({ perUnit: unit.delta });
  });

  test.each<[string, UnitDefinition, CostedResource[], string]>([
    ['no volume', { ...orders, volume: null }, [costed('500')], 'No monthly volume is given.'],
    [
      'volume 0',
      { ...orders, volume: { monthly: decimal(0), source: 'x' } },
      [costed('500')],
      'The monthly volume is 0.',
    ],
    ['nothing belongs', orders, [others('500')], 'No resource belongs to it at base.'],
    ['nothing is priced', orders, [costed(null)], 'No price of its resources is known at base.'],
    [
      'a part has no price',
      orders,
      [costed('5', { partly: true })],
      '1 resource of it at base has no full price.',
    ],
    [
      'a tag is open',
      orders,
      [costed('5'), open('5', { name: 'db' })],
      '1 resource may belong to it: a tag is not known.',
    ],
  ])('is null and says why: %s', (_, unit, resources, reason) => {
    const delta = deltaOf(resources, resources, unit);
    expect(delta.base.perUnit).toBeNull();
    expect(delta.delta).toBeNull();
    expect(delta.percent).toBeNull();
    expect(delta.base.margin).toBeNull();
    expect(delta.marginDelta).toBeNull();
    expect(delta.missing).toContain(reason);
    expect(delta.unpricedChanges).toEqual([]);
  });

  test('has no margin without revenue, and no percentage from 0', () => {
    const delta = deltaOf([costed(null, { status: 'free' })], [costed('50')], { ...orders, revenue: null });
    expect(text(delta.base.perUnit)).toBe('0');
    expect(delta.percent).toBeNull();
    expect(delta.head.margin).toBeNull();
    expect(delta.missing).toEqual(['No revenue is given, so there is no margin.']);
  });

  test('takes path and type as well as the tag, whose star is any text', () => {
    const match = { tags: { service: 's*p' }, paths: ['envs/prod/**'], types: ['aws_*'] };
    const tagged = { tags: tags({ service: 'shop/eu/shop' }) };
    const inside = costed('10', { file: 'envs/prod/main.tf', ...tagged });
    const outside = costed('5', { name: 'db', file: 'envs/dev/main.tf', ...tagged });
    expect(deltaOf([inside, outside], [inside], { ...orders, match }).base.resources).toBe(1);
  });

  test('does not count what takes no tags and is asked for one', () => {
    const role = costed('10', { tags: { ...tags({}, true), taggable: 'no' } });
    expect(deltaOf([role], [role]).base).toMatchObject({ resources: 0, uncertain: 0 });
  });
});

describe('what is not known', () => {
  const web = costed('176');
  const cache = costed('80', { name: 'cache' });
  const lost = costed(null, { name: 'cache' });
  const part = costed('80', { name: 'cache', partly: true });

  test.each<[string, CostedResource[], CostedResource[], (string | null)[]]>([
    // Figures per 1,000 orders: before, after, change; then the known parts of them; then who leaves it open.
    ['a price is lost', [web, cache], [web, lost], ['5.12', null, null, '5.12', '3.52', '0', 'cache']],
    ['a price is found', [web, lost], [web, cache], [null, '5.12', null, '3.52', '5.12', '0', 'cache']],
    ['a part loses its price', [web, cache], [web, part], ['5.12', null, null, '5.12', '5.12', '0', 'cache']],
    ['it stays as it is', [web, part], [costed('352'), part], [null, null, null, '5.12', '8.64', '3.52', '']],
    ['it goes', [web, part], [web], [null, '3.52', null, '5.12', '3.52', '-1.6', 'cache']],
    ['it changes', [web, part], [web, { ...part }], [null, null, null, '5.12', '5.12', '0', 'cache']],
  ])('is in no figure when %s', (_, base, head, expected) => {
    const {
      base: before,
      head: after,
      delta,
      known,
      unpricedChanges,
      percent,
      marginDelta,
    } = deltaOf(base, head);
    expect([
      ...[before.perUnit, after.perUnit, delta, before.known.perUnit, after.known.perUnit, known.perUnit].map(
        text,
      ),
      unpricedChanges.join().replaceAll('aws_instance.', ''),
    ]).toEqual(expected);
    expect([percent, marginDelta]).toEqual([null, null]);
  });

  test.each<[string, CostedResource[], CostedResource[], number, string]>([
    ['a tag of one that costs the same', [open('80')], [open('80')], 1, ''],
    ['a tag that becomes unknown', [costed('80')], [open('80')], 1, 'aws_instance.web'],
    ['a tag that becomes known', [open('80')], [others('80')], 1, 'aws_instance.web'],
    ['a tag of one that gets dearer', [open('80')], [open('90')], 1, 'aws_instance.web'],
    ['a tag of one that comes', [], [open('90')], 1, 'aws_instance.web'],
    ['a tag of one that is free', [open(null, { status: 'free' })], [open(null, { status: 'free' })], 0, ''],
    ['tags of more at base', [open('1'), open('1', { name: 'b' })], [open('1')], 2, 'aws_instance.b'],
    ['tags of more at head', [open('1')], [open('1'), open('1', { name: 'b' })], 2, 'aws_instance.b'],
  ])('can be %s', (_, base, head, count, addresses) => {
    const shop = costed('500', { name: 'shop' });
    const delta = deltaOf([shop, ...base], [shop, ...head]);
    expect(Math.max(delta.base.uncertain, delta.head.uncertain)).toBe(count);
    expect(delta.unpricedChanges.join()).toBe(addresses);
    expect([delta.delta === null, text(delta.known.perUnit)]).toEqual([count > 0, '0']);
    const told = delta.missing.some(
      (why) => why.startsWith(`${count} resource`) && why.includes('may belong'),
    );
    expect(told).toBe(count > 0);
  });

  test('is no matter where a resource that stays as it is joins the unit', () => {
    const [here, there] = ['prod', 'dev'].map((folder) => costed('80', { file: `${folder}/main.tf` }));
    if (here === undefined || there === undefined) throw new Error('There are two.');
    const unit = { ...orders, match: { paths: ['prod/**'] } };
    const shop = costed('500', { name: 'shop', file: 'prod/a.tf' });
    const delta = deltaOf([shop, there], [shop, here], unit);
    expect([text(delta.delta), text(delta.known.perUnit)]).toEqual(['1.6', '1.6']);
  });

  test('leaves the known percentage, of the known part', () => {
    expect(deltaOf([web, part], [costed('352'), part]).known.percent?.likely?.toFixed(2)).toBe('68.75');
    expect(deltaOf([lost], [cache]).known.percent).toBeNull();
  });
});
