import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { type Handler, loopbackServer } from '../../../../test/support/loopback/server.ts';
import { HttpsClient } from '../http/client.ts';
import type { ListedRate, PriceList } from '../port.ts';
import type { ServiceRules } from '../rules/list-rule.ts';
import { listRules } from '../rules/price-lists.ts';
import { fieldName, usageWithoutRegion } from './field-name.ts';
import { awsLists } from './source.ts';

const sample = (name: string): string => readFileSync(new URL(`testdata/${name}`, import.meta.url), 'utf8');
const comprehend = sample('comprehend.csv');

const rules: ServiceRules = {
  provider: 'aws',
  service: 'comprehend',
  offers: ['comprehend'],
  rows: [
    {
      where: { productFamily: 'Entity Detection', usage: 'DetectPiiEntities' },
      key: 'pii.{operation}',
      unit: 'unit',
    },
  ],
};

/** Serves the indexes of one offer with one region, and its list. */
const serve =
  (list: Handler, version = '20260116160258'): Handler =>
  (request, response) => {
    const json = (value: unknown): void => {
      response.end(JSON.stringify(value));
    };
    const base = '/offers/v1.0/aws';
    if (request.url === `${base}/index.json`) {
      json({
        offers: { comprehend: { currentRegionIndexUrl: `${base}/comprehend/current/region_index.json` } },
      });
    } else if (request.url === `${base}/comprehend/current/region_index.json`) {
      json({
        regions: {
          'ap-south-1': { currentVersionUrl: `${base}/comprehend/${version}/ap-south-1/index.json` },
        },
      });
    } else if (request.url === `${base}/comprehend/${version}/ap-south-1/index.csv`) list(request, response);
    else response.writeHead(404).end();
  };

interface Read {
  readonly lists: readonly PriceList[];
  readonly skipped: readonly string[];
  readonly rows: number;
  readonly rates: readonly ListedRate[];
  readonly leftOut: readonly string[];
  /** For each row that is left out, whether its key loses the tier from 0 or any; null when it loses none. */
  readonly lost: readonly (boolean | null)[];
}

/** What the source finds of a region; the list is that of the handler. */
async function read(handler: Handler, services: readonly ServiceRules[] = [rules]): Promise<Read> {
  await using server = await loopbackServer(handler);
  const client = new HttpsClient(`https://${server.host}`, { pause: () => Promise.resolve() });
  const ruleSets = listRules(services);
  const source = awsLists(client, ruleSets);
  const wanted = { regions: ['ap-south-1'], services: ruleSets.services, today: '2026-02-01' };
  const { lists, skipped } = await source.lists(wanted);
  const rates: ListedRate[] = [];
  const leftOut: string[] = [];
  const lost: (boolean | null)[] = [];
  let rows = 0;
  for (const list of lists) {
    await source.read(list, wanted, {
      row: () => rows++,
      rate: (rate) => rates.push(rate),
      leftOut: (reason, example, tier) => {
        leftOut.push(`${reason}: ${example}`);
        lost.push(tier?.isBase ?? null);
      },
    });
  }
  return { lists, skipped, rows, rates, leftOut, lost };
}

const say =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(200, headers).end(body);

describe('a regional offer file', () => {
  test('gives the tiers of what rules take', async () => {
    const found = await read(serve(say(comprehend)));
    expect(found.lists).toEqual([
      { provider: 'aws', offer: 'comprehend', region: 'ap-south-1', version: '20260116160258' },
    ]);
    expect(found.rows).toBe(comprehend.trimEnd().split('\n').length - 6);
    expect(found.rates.map(({ key, from, price }) => [key, from, price])).toEqual([
      ['pii.DetectPiiEntities', '0', '0.0001'],
      ['pii.DetectPiiEntities', '10000000', '0.00005'],
      ['pii.DetectPiiEntities', '50000000', '0.000025'],
      ['pii.DetectPiiEntities', '100000000', '0.000005'],
    ]);
    expect(found.rates[0]).toEqual({
      service: 'comprehend',
      region: 'ap-south-1',
      key: 'pii.DetectPiiEntities',
      unit: 'unit',
      from: '0',
      price: '0.0001',
      currency: 'USD',
      sku: '3AXMQWKDDFYP7NT5',
    });
    expect(found.leftOut).toEqual([]);
  });

  test('may be packed', async () => {
    const found = await read(serve(say(gzipSync(comprehend), { 'content-encoding': 'gzip' })));
    expect(found.rates).toHaveLength(4);
  });

  test.each([
    ['in another unit', '"Unit","0.0001', '"Hrs","0.0001', 'the unit is "Hrs", not unit', false],
    ['that begins later', '"2025-04-01","0"', '"2026-04-01","0"', 'the price is not in force yet', true],
    ['that is no number', '0.0001000000', '1e-4', 'the price is no plain decimal', false],
    ['of another region', '"ap-south-1"', '"ap-south-2"', 'the price is one of ap-south-2', null],
  ])('leaves out a price %s, and says so', async (_, from, to, reason, lost) => {
    const row = comprehend.split('\n').find((line) => line.includes('"0","10000000","Unit","0.0001')) ?? '';
    const found = await read(serve(say(comprehend.replace(row, row.replace(from, to)))));
    expect(found.rates.map(({ price }) => price)).toEqual(['0.00005', '0.000025', '0.000005']);
    expect(found.leftOut).toEqual([`${reason}: 3AXMQWKDDFYP7NT5 pii.DetectPiiEntities`]);
    expect(found.lost).toEqual([lost]);
  });

  test('gives nothing of places that are no part of the region', async () => {
    const found = await read(serve(say(comprehend.replaceAll('"AWS Region"', '"AWS Local Zone"'))));
    expect([found.rates, found.rows > 0]).toEqual([[], true]);
  });

  test.each([
    ['renamed a column', 'Product Family', 'Family', 'no column for productFamily'],
    ['renamed a column that only a rule reads', '"operation"', '"api"', 'no column for operation'],
    ['doubled a column', '"Group Description"', '"Group"', 'two columns "Group"'],
    ['lost its header', '"SKU","OfferTermCode"', '"S","OfferTermCode"', 'no header'],
    [
      'lost a field of a record',
      '"DetectPiiEntities","ap-south-1"',
      '"ap-south-1"',
      'does not fit its header',
    ],
  ])('that has %s is not taken', async (_, from, to, message) => {
    await expect(read(serve(say(comprehend.replace(from, to))))).rejects.toThrow(message);
  });

  test('that is cut off at a line is not taken', async () => {
    const cut = comprehend.slice(0, comprehend.lastIndexOf('\n', 9000) + 1);
    const body = gzipSync(comprehend);
    const short = say(cut, { 'content-length': String(comprehend.length) });
    const unfinished = say(body.subarray(0, -9), { 'content-encoding': 'gzip' });
    const broken: Handler = (request, response) => {
      short(request, response);
      setTimeout(() => request.socket.end(), 50);
    };
    await expect(read(serve(broken))).rejects.toThrow('broke off');
    await expect(read(serve(unfinished))).rejects.toThrow('broke off');
  });

  test('may lack a field of a service that another offer completes', async () => {
    const other = {
      ...rules,
      offers: ['comprehend', 'more'],
      rows: [{ ...rules.rows[0], key: '{group}{x}' }],
    };
    const found = await read(serve(say(comprehend)), [rules, { ...other, service: 'other' } as ServiceRules]);
    expect(found.rates).toHaveLength(4);
    expect(found.skipped).toEqual(['AWS has no offer more.']);
  });
});

describe('an index', () => {
  test('without the region gives no list, and says so', async () => {
    const empty = serve(say(''));
    const found = await read((request, response) => {
      if (request.url?.includes('region_index') === true) response.end('{"regions": {}}');
      else empty(request, response);
    });
    expect([found.lists, found.skipped]).toEqual([[], ['AWS has no list of comprehend in ap-south-1.']]);
  });

  test.each([
    ['the index of offers', '/offers/v1.0/aws/index.json', '[]', 'The index of AWS offers has another form.'],
    ['the region index', '/region_index.json', '{}', 'The region index of comprehend has another form.'],
    [
      'an address',
      '/region_index.json',
      '{"regions": {"ap-south-1": {"currentVersionUrl": "https://elsewhere.example/index.json"}}}',
      'The region index of comprehend has an address of another form for ap-south-1.',
    ],
  ])('is refused when %s has another form', async (_, path, body, message) => {
    const other = serve(say(comprehend));
    const handler: Handler = (request, response) => {
      if (request.url?.endsWith(path) === true) response.end(body);
      else other(request, response);
    };
    await expect(read(handler)).rejects.toThrow(message);
  });
});

test.each([
  ['Product Family', 'productFamily'],
  ['usageType', 'usagetype'],
  ['vCPU', 'vcpu'],
  ['Pre Installed S/W', 'preInstalledSw'],
  ['CapacityStatus', 'capacitystatus'],
  ['Volume API Name', 'volumeApiName'],
  ['Max IOPS/volume', 'maxIopsvolume'],
  ['Instance Capacity - 10xlarge', 'instanceCapacity10xlarge'],
  ['LeaseContractLength', 'leaseContractLength'],
])('column %s is the field %s', (column, field) => {
  expect(fieldName(column)).toBe(field);
});

test.each([
  ['EU-BoxUsage:m5.large', 'BoxUsage:m5.large'],
  ['USE2-EBS:VolumeUsage.gp3', 'EBS:VolumeUsage.gp3'],
  ['EBS:VolumeUsage.gp3', 'EBS:VolumeUsage.gp3'],
  ['USE1-EU-AWS-Out-Bytes', 'EU-AWS-Out-Bytes'],
  ['IA-Requests', 'IA-Requests'],
])('usage type %s is %s', (usagetype, usage) => {
  expect(usageWithoutRegion(usagetype)).toBe(usage);
});
