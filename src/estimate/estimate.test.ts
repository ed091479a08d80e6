import { describe, expect, it } from 'vitest';
import { testBook } from '../../test/support/price-book.ts';
import { decimal } from '../lib/decimal.ts';
import type { Resource } from '../model/resource.ts';
import { openBook } from '../pricing/book.ts';
import { openCatalog } from './catalog/catalog.ts';
import type { CatalogEntry } from './catalog/entry.ts';
import { costKey, estimateResources } from './estimate-all.ts';
import { NO_USAGE } from './usage/usage.ts';
import { type Plain, resourceOf, unknownValue, valueOf } from './test-support/resource.ts';

const book = openBook();
const catalog = openCatalog();

function estimate(resource: Resource, others: readonly Resource[] = []) {
  const costs = estimateResources([resource, ...others], { book, catalog, usage: NO_USAGE });
  const cost = costs.get(costKey(resource.project, resource.address));
  if (cost === undefined) throw new Error('no cost');
  return cost;
}

const volume = (attributes: Record<string, Plain>, rest: Partial<Resource> = {}) =>
  estimate(resourceOf('aws_ebs_volume.x', { type: 'gp3', size: 100, ...attributes }, rest));

describe('what is not known', () => {
  it.each<[string, Record<string, Plain>, Partial<Resource>, string]>([
    ['an unknown size', { size: unknownValue() }, {}, 'size is unknown: data.x.y is read from the cloud'],
    [
      'an unknown region',
      {},
      { region: unknownValue() },
      'region is unknown: data.x.y is read from the cloud',
    ],
    ['no region', {}, { region: valueOf(null) }, 'no region is set'],
    [
      'a region that is not in the book',
      {},
      { region: valueOf('mars-1') },
      'no price in the book for aws ebs in mars-1: gp3.storage; 31 other regions have one',
    ],
    [
      'a type that is not in the book',
      { type: 'gp9' },
      {},
      'no price in the book for aws ebs in us-east-1: gp9.storage',
    ],
    ['a wildcard in a value', { type: '*' }, {}, 'no price in the book for aws ebs in us-east-1: *.storage'],
    ['a negative size', { size: -5 }, {}, 'size is negative'],
    ['a text as size', { size: 'big' }, {}, 'size: expected a number, found "big"'],
    ['a list as size', { size: [{ a: 1 }] }, {}, 'size: expected one value'],
    ['no size', { size: null }, {}, 'size is not set'],
    [
      'a size out of range',
      { size: { kind: 'number', value: decimal('1e999'), origin: [] } },
      {},
      'size is out of range',
    ],
    ['a sensitive size', { size: { ...valueOf(77), sensitive: true } }, {}, 'size is sensitive'],
    [
      'an unknown number of instances',
      {},
      { repetition: 'unknown' },
      'the number of instances is unknown; each would be $8.00 a month',
    ],
  ])('%s is a line of class D with its reason', (_, attributes, rest, reason) => {
    const cost = volume(attributes, rest);
    expect(cost.lines).toHaveLength(1);
    expect(cost.lines[0]).toMatchObject({ evidence: 'D', monthly: null, reason });
    expect(cost).toMatchObject({ status: 'unpriced', monthly: null, fixed: null, variable: null });
  });

  it('a price in another unit than the line is none, nor one that it may turn out to be', () => {
    const prices = { 'gp3.storage': ['GB-hour', '0.08'], 'gp2.storage': ['GB-month', '0.1'] } as const;
    const odd = testBook([{ service: 'ebs', regions: ['us-east-1'], prices }]);
    const reasonOf = (type: Plain) => {
      const resource = resourceOf('aws_ebs_volume.x', { type, size: 100 });
      const costs = estimateResources([resource], { book: odd, catalog, usage: NO_USAGE });
      return costs.get(costKey(resource.project, resource.address))?.lines[0];
    };
    expect(reasonOf('gp3')).toMatchObject({
      ...{ evidence: 'D', monthly: null },
      reason: 'the price of gp3.storage is per GB-hour, and this counts GB-month',
    });
    const either = { ...unknownValue(), candidates: [valueOf('gp2'), valueOf('gp3')] };
    expect(reasonOf(either)?.reason).toMatch(/would be gp2 10\.00$/);
  });

  it.each([
    [
      'db.t3.mediun',
      'us-east-1',
      'db.t3.mediun is not in the price book for rds in us-east-1; the nearest is db.t3.medium (asked for node|db.t3.mediun|mysql|single-az|*)',
    ],
    [
      'enormous',
      'us-east-1',
      'enormous is not in the price book for rds in us-east-1 (asked for node|enormous|mysql|single-az|*)',
    ],
    [
      'db.t3.medium',
      'mars-1',
      'no price in the book for aws rds in mars-1: node|db.t3.medium|mysql|single-az|*',
    ],
  ])(
    'names the value that the book does not know, and the nearest: %s in %s',
    (instance_class, region, reason) => {
      const resource = resourceOf(
        'aws_db_instance.x',
        { instance_class, engine: 'mysql' },
        { region: valueOf(region) },
      );
      expect(estimate(resource).lines[0]?.reason).toBe(reason);
    },
  );

  it('says what an unknown type with few candidates would cost', () => {
    const type = unknownValue({ candidates: [valueOf('gp2'), valueOf('gp3')] });
    expect(volume({ type }).lines[0]?.reason).toContain('; would be gp2 10.00 or gp3 8.00');
  });

  it('does not take absent for unknown: a key that may be there is unknown', () => {
    const attributes = {
      ...resourceOf('a.b', { type: 'gp3' }).attributes,
      rest: { reason: 'data-source' as const },
    };
    expect(estimate(resourceOf('aws_ebs_volume.x', {}, { attributes })).lines[0]?.evidence).toBe('D');
  });

  it('adds what is known and leaves the rest out', () => {
    const cost = volume({ iops: unknownValue() });
    expect(cost.status).toBe('partly-priced');
    expect(cost.monthly?.likely.toFixed()).toBe('8');
    expect(cost.lines.map((line) => line.evidence)).toEqual(['A', 'D']);
  });

  it('counts blocks that may be there as one unknown line', () => {
    const disks = { ...valueOf([{ volume_size: 10 }]), rest: { reason: 'unknown-repetition' as const } };
    const cost = estimate(
      resourceOf('aws_instance.x', { instance_type: 't3.micro', ebs_block_device: disks }),
    );
    expect(cost.lines.filter((line) => line.id?.startsWith('disk')).map((line) => line.evidence)).toEqual([
      'A',
      'D',
    ]);
  });

  it('stops at a hundred blocks and says so', () => {
    const disks = Array.from({ length: 150 }, () => ({ volume_size: 1 }));
    const cost = estimate(
      resourceOf('aws_instance.x', { instance_type: 't3.micro', ebs_block_device: disks }),
    );
    expect(cost.lines.filter((line) => line.id?.startsWith('disk['))).toHaveLength(100);
    expect(cost.lines.at(-1)).toMatchObject({ evidence: 'D', reason: '50 more were not priced' });
  });
});

describe('one price or none', () => {
  const oracle = (rest: Record<string, Plain>) =>
    estimate(
      resourceOf('aws_db_instance.x', {
        instance_class: 'db.m5.large',
        engine: 'oracle-se2',
        allocated_storage: 100,
        ...rest,
      }),
    ).lines[0];

  it('says what was asked and all that match, and prices none of them', () => {
    const entry: CatalogEntry = {
      type: 'aws_thing',
      provider: 'aws',
      service: 'rds',
      docs: '',
      read: { license: { from: 'license_model', any: true } },
      components: [
        {
          id: 'hours',
          name: 'Hours',
          unit: 'hour',
          quantity: 'hours',
          price: 'node|db.m5.large|oracle-standard-two|single-az|{license}',
        },
      ],
    };
    const thing = resourceOf('aws_thing.x', {});
    const one = { ...catalog, entry: () => entry };
    const costs = estimateResources([thing], { book, catalog: one, usage: NO_USAGE });
    expect(costs.get(costKey(thing.project, thing.address))?.lines[0]).toMatchObject({
      evidence: 'D',
      price: null,
      monthly: null,
      reason:
        '2 prices match aws rds in us-east-1: node|db.m5.large|oracle-standard-two|single-az|* ' +
        '(node|db.m5.large|oracle-standard-two|single-az|byol, ' +
        'node|db.m5.large|oracle-standard-two|single-az|included)',
    });
    expect(oracle({})).toMatchObject({ evidence: 'D', monthly: null, reason: 'license_model is not set' });
  });

  it('takes the one that is left', () => {
    const line = oracle({ license_model: 'bring-your-own-license' });
    expect(line).toMatchObject({ evidence: 'A' });
    expect(line?.price?.key).toBe('node|db.m5.large|oracle-standard-two|single-az|byol');
  });

  it('assumes Linux where the image is not known, prices it, and says so', () => {
    const cost = estimate(resourceOf('aws_instance.x', { ami: unknownValue(), instance_type: 'm5.large' }));
    expect(cost.status).toBe('priced');
    expect(cost.lines[0]).toMatchObject({ evidence: 'C', usageKey: 'operating_system' });
    expect(cost.lines[0]?.monthly?.likely.toFixed(2)).toBe('70.08');
    expect(cost.lines[0]?.reason).toContain('Linux assumed');
  });
});

describe('which types cost', () => {
  it.each([
    ['aws_subnet.x', 'free'],
    ['aws_iam_role.x', 'free'],
    ['aws_mystery.x', 'unknown-type'],
    ['constructor.x', 'unknown-type'],
  ])('%s is %s', (address, status) => {
    expect(estimate(resourceOf(address, {}))).toMatchObject({ status, lines: [], monthly: null });
  });
});

describe('followed resources', () => {
  const template = resourceOf('aws_launch_template.t', { name: 'web', instance_type: 't3.micro' });
  const group = (launch: Plain) =>
    resourceOf('aws_autoscaling_group.g', { min_size: 1, max_size: 1, launch_template: [launch] });
  const reference = unknownValue({
    reason: 'computed-attribute',
    reference: { address: 'aws_launch_template.t', attribute: 'id' },
  });

  it.each<[string, Plain]>([
    ['by reference', { id: reference }],
    ['by a known name', { name: 'web' }],
  ])('are found %s', (_, launch) => {
    const line = estimate(group(launch), [template]).lines[0];
    expect(line?.price?.key).toBe('instance|t3.micro|linux');
  });

  it('are not found in another project, under a name that stands twice, or as another type', () => {
    const reasons = [
      estimate(group({ id: reference }), [{ ...template, project: 'other' }]),
      estimate(group({ name: 'web' }), [template, { ...template, address: 'aws_launch_template.u' }]),
      estimate(group({ id: reference }), [{ ...template, type: 'aws_instance' }]),
    ].map((cost) => cost.lines[0]?.evidence);
    expect(reasons).toEqual(['D', 'D', 'D']);
  });

  it('may name themselves without an endless loop', () => {
    const replica = unknownValue({ reference: { address: 'aws_db_instance.a', attribute: 'id' } });
    const cost = estimate(
      resourceOf('aws_db_instance.a', { instance_class: 'db.t3.micro', replicate_source_db: replica }),
    );
    expect(cost.status).toBe('unpriced');
  });
});
