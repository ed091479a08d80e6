import { describe, expect, it } from 'vitest';
import { Assumption } from '../model/source.ts';
import type { Resource } from '../model/resource.ts';
import { exactly } from '../model/range.ts';
import { decimal } from '../lib/decimal.ts';
import { openBook } from '../pricing/book.ts';
import { AskedCounter } from './asked.ts';
import { openCatalog } from './catalog/catalog.ts';
import { estimateResources } from './estimate-all.ts';
import { SameCosts } from './same-costs.ts';
import { resourceOf, unknownValue, valueOf } from './test-support/resource.ts';
import { NO_USAGE, type Usage } from './usage/usage.ts';

const book = openBook();
const catalog = openCatalog();

/** Prices resources one by one, or those that are alike once. */
function price(resources: readonly Resource[], same: SameCosts | undefined, usage: Usage) {
  const counter = new AskedCounter();
  const context = { book, catalog, usage, asked: counter.note, ...(same === undefined ? {} : { same }) };
  return { costs: estimateResources(resources, context), asked: counter.counts };
}

const web = (name: string, more = {}, rest: Partial<Resource> = {}): Resource =>
  resourceOf(
    `aws_instance.${name}`,
    { instance_type: 'm5.large', root_block_device: [{ volume_type: 'gp3', volume_size: 20 }], ...more },
    rest,
  );
const assumed = { kind: 'string', value: 'm5.xlarge' } as const;
const span = { source: new Assumption('the type is as it is'), start: 0, end: 0 };

const others: readonly (readonly [string, Resource])[] = [
  ['a disk', web('b', { root_block_device: [{ volume_type: 'gp3', volume_size: 21 }] })],
  ['another disk', web('b', { ebs_block_device: [{ volume_type: 'gp3', volume_size: 20 }] })],
  ['a number that is a text', web('b', { root_block_device: [{ volume_type: 'gp3', volume_size: '20' }] })],
  ['the region', web('b', {}, { region: valueOf('eu-west-1') })],
  ['what is unknown', web('b', { instance_type: unknownValue() })],
  ['what is secret', web('b', { instance_type: { ...assumed, sensitive: true, origin: [] } })],
  ['what is assumed', web('b', { instance_type: { ...assumed, origin: [span] } })],
  ['how many there are', web('b', {}, { repetition: 'unknown' })],
  ['a followed resource', web('b', { launch_template: [{ id: 'lt-1' }] })],
  ['the type', resourceOf('aws_ebs_volume.b', { type: 'gp3', size: 20 })],
  ['nothing but names', web('b', { tags: { Name: 'b' } }, { project: 'q' })],
];

describe('resources that are alike', () => {
  it.each(others)('cost what each costs by itself, also where %s differs', (_, other) => {
    const list = [web('a'), other, web('c'), { ...other, address: `${other.address}2` }];

    expect(price(list, new SameCosts(), NO_USAGE)).toEqual(price(list, undefined, NO_USAGE));
  });

  it('have the same lines, under their own address and place', () => {
    const source = { file: 'other.tf', start: { line: 7, column: 1 }, end: { line: 7, column: 9 } };
    const [first, second] = [
      ...price([web('a'), web('b', {}, { source })], new SameCosts(), NO_USAGE).costs.values(),
    ];

    expect(second?.lines).toBe(first?.lines);
    expect(second).toMatchObject({ address: 'aws_instance.b', source });
  });

  it('share them where they differ in what is not read', () => {
    const disk = (key: string) => ({
      root_block_device: [{ volume_type: 'gp3', volume_size: 20, kms_key_id: key }],
    });
    const list = [web('a', disk('x')), web('b', disk('y'))];
    const found = price(list, new SameCosts(), NO_USAGE);
    const [first, second] = [...found.costs.values()];

    expect(second?.lines).toBe(first?.lines);
    expect(found).toEqual(price(list, undefined, NO_USAGE));
  });

  it('are priced by the usage of each', () => {
    const list = ['a', 'b'].map((name) => resourceOf(`aws_lambda_function.${name}`, { memory_size: 128 }));
    const amount = { kind: 'amount', range: exactly(decimal('5000000')) } as const;
    const usage: Usage = {
      of: (address) => new Map(address.endsWith('.b') ? [['monthly_requests', amount]] : []),
    };

    expect(price(list, new SameCosts(), usage)).toEqual(price(list, undefined, usage));
  });
});
