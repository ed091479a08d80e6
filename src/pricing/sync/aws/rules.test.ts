import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { compileLists } from '../../../../tools/catalog/lists.ts';
import type { ListContent, ListedCell } from '../lists/content.ts';
import { Gatherer } from '../lists/gatherer.ts';
import type { ListClient } from '../port.ts';
import { listRules, type ListsFile } from '../rules/price-lists.ts';
import { openBook } from '../../book.ts';
import { awsLists } from './source.ts';

const { lists } = JSON.parse(compileLists()) as ListsFile;
const rules = listRules(lists.filter(({ provider }) => provider === 'aws'));
const wanted = { regions: ['eu-west-1'], services: rules.services, today: '2023-02-23' };
const index = {
  regions: { 'eu-west-1': { currentVersionUrl: '/offers/v1.0/aws/x/20230223000000/eu-west-1/index.json' } },
};

interface Taken extends ListedCell {
  readonly service: string;
  readonly region: string;
}

/** What our rules take of a part of an official list: eu-west-1 in February 2023. */
async function content(offer: string): Promise<Omit<ListContent, 'prices'> & { prices: Taken[] }> {
  const file = new URL(`testdata/${offer}.csv.gz`, import.meta.url);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(gunzipSync(readFileSync(file)));
  }
  const client: ListClient = {
    json: (path) =>
      Promise.resolve(path === '/of' ? index : { offers: { [offer]: { currentRegionIndexUrl: '/of' } } }),
    open: () => Promise.resolve({ chunks: chunks(), length: null }),
  };
  const source = awsLists(client, rules);
  const list = (await source.lists(wanted)).lists.find((one) => one.region === 'eu-west-1');
  const gatherer = new Gatherer();
  if (list !== undefined) await source.read(list, wanted, gatherer);
  const { prices, ...others } = gatherer.content();
  const flat = prices.flatMap(({ service, region, cells }) =>
    cells.map((cell) => ({ service, region, ...cell })),
  );
  return { ...others, prices: flat };
}

const text = ({ service, key, tiers, unit }: Taken): string => `${service} ${key} = ${tiers} ${unit}`;

/** The offers with how many prices of these parts our rules take. None of them has changed since. */
const OFFERS = { AmazonEC2: 51, AmazonRDS: 65, AmazonElastiCache: 5, AWSELB: 8, AmazonCloudWatch: 16 };

describe.each(Object.entries(OFFERS))('the list %s', (offer, count) => {
  test('gives the keys of the book in its units, at its prices', async () => {
    const book = openBook();
    const { prices, leftOut } = await content(offer);
    const different = prices.flatMap((price) => {
      const found = book.find({ provider: 'aws', ...price });
      const tiers = found?.tiers.map(({ from, price: one }) =>
        from.toFixed() === '0' ? one.toFixed() : `${from.toFixed()}:${one.toFixed()}`,
      );
      const isSame = found === undefined || (tiers?.join(' ') === price.tiers && found.unit === price.unit);
      return isSame ? [] : [`${text(price)} / ${tiers?.join(' ') ?? ''} ${found.unit}`];
    });
    expect(different).toEqual([]);
    expect(leftOut).toEqual([]);
    expect(prices.length).toBe(count);
  });
});

test('an instance type has one price a system and tenancy', async () => {
  const { prices, conflicts } = await content('AmazonEC2');
  expect(conflicts).toEqual([]);
  expect(prices.filter(({ key }) => key.includes('|m5.large')).map(text)).toEqual([
    'ec2 dedicated|m5.large|linux = 0.114 hour',
    'ec2 dedicated|m5.large|rhel = 0.174 hour',
    'ec2 dedicated|m5.large|suse = 0.17 hour',
    'ec2 dedicated|m5.large|windows = 0.206 hour',
    'ec2 ebs-optimized|m5.large = 0 hour',
    'ec2 instance|m5.large|linux = 0.107 hour',
    'ec2 instance|m5.large|rhel = 0.167 hour',
    'ec2 instance|m5.large|suse = 0.163 hour',
    'ec2 instance|m5.large|windows = 0.199 hour',
  ]);
});

test('tiers of SKUs of their own, included quantities and larger units come to what the book has', async () => {
  const { prices } = await content('AmazonEC2');
  const found = prices.filter(({ service }) => service === 'ebs').map(text);
  expect(found).toContain('ebs io2.iops = 0.072 32000:0.0504 64000:0.03528 IOPS-month');
  expect(found).toContain('ebs gp3.iops = 0 3000:0.0055 IOPS-month');
  expect(found).toContain('ebs gp3.throughput = 0 125:0.044 MiBps-month');
});

test('a key that the list gives two prices for is a conflict', async () => {
  const { conflicts } = await content('AmazonRDS');
  expect(conflicts).toEqual([
    {
      service: 'rds',
      region: 'eu-west-1',
      key: 'node|db.m5.large|oracle-enterprise|single-az|byol',
      // The second is that of RDS Custom.
      prices: ['0.189 (R24874HCCK8ZNYZ7)', '0.227 (XJQK9NZYEH76U7R2)'],
    },
  ]);
});
