import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { testBook } from '../../../test/support/price-book.ts';
import type { CatalogEntry } from '../../estimate/catalog/entry.ts';
import { openCatalog } from '../../estimate/catalog/catalog.ts';
import { verifyCatalog } from '../../estimate/catalog/verify.ts';
import { openBook } from '../../pricing/book.ts';
import { renderFound, renderFoundJson } from '../../render/prices/lookup.ts';
import { renderStatus, renderStatusJson } from '../../render/prices/status.ts';
import { renderVerification, renderVerificationJson } from '../../render/prices/verify.ts';
import { lookUpPrices } from './lookup.ts';
import { pricesStatus } from './status.ts';
import { verifyPrices } from './verify.ts';

const regions = ['eu-west-1', 'us-east-1'];
const book = testBook([
  { service: 'ec2', regions, prices: { 'instance|m5.large|linux': ['hour', '0.1', '0.09'] } },
  {
    service: 'rds',
    regions,
    asOf: '2024-12-31',
    prices: {
      'node|db.m5.large|mysql|none': ['hour', '0.2', '0.19'],
      'node|db.m5.large|oracle|byol': ['hour', '0.3', '0.3'],
      'node|db.m5.large|oracle|included': ['hour', '0.5', ''],
      'storage.gp2': ['GB-month', '0.1 100:0.05', ''],
    },
  },
  { provider: 'google', service: 'rds', regions: ['x'], prices: { 'a.b': ['hour', '1'] } },
]);
const look = { color: false, width: 120 };
const meta = { toolVersion: '0' };
const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../../schema/${name}.schema.json`, import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false })
  .addSchema(schema('result'))
  .compile(schema('prices'));

function expectValid(text: string): void {
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
}

describe('status', () => {
  const status = pricesStatus(book, '2026-01-02');

  it('counts what is there and says what is old', () => {
    expect(status.providers).toMatchObject([
      { provider: 'aws', services: 2, regions: 2, prices: 8, asOf: '2024-12-31', ageDays: 367, oldAfterDays: 365 },
      { provider: 'google', services: 1, regions: 1, prices: 1, ageDays: 1, oldAfterDays: 90 },
    ]);
    expect(status.warnings).toEqual([expect.stringContaining('aws are 367 days old')]);
    expect(pricesStatus(book, '2025-12-31').warnings).toEqual([]);
  });

  it('is printed, and JSON as its schema says', () => {
    expect(renderStatus(status, look, true)).toMatch(/aws\/rds +on_demand +2 +4 +6 /);
    expectValid(renderStatusJson(status, meta));
    expectValid(renderStatusJson(pricesStatus(openBook(), '2026-11-01'), meta));
  });
});

describe('lookup', () => {
  const found = (words: readonly string[], service = 'aws/rds', region?: string) =>
    lookUpPrices(book, { service, words, ...(region === undefined ? {} : { region }) });
  const keys = (...args: Parameters<typeof found>) =>
    found(...args).prices.map(({ key, region }) => `${key} ${region}`);

  it.each([
    [['oracle'], ['node|db.m5.large|oracle|byol eu-west-1', 'node|db.m5.large|oracle|byol us-east-1', 'node|db.m5.large|oracle|included eu-west-1']],
    [['ORACLE', 'incl*'], ['node|db.m5.large|oracle|included eu-west-1']],
    [['storage'], ['storage.gp2 eu-west-1']],
    [['db.m5.large', 'mysql'], ['node|db.m5.large|mysql|none eu-west-1', 'node|db.m5.large|mysql|none us-east-1']],
    [['oracl'], []],
  ])('%j finds %j', (words, expected) => {
    expect(keys(words)).toEqual(expected);
  });

  it('says why nothing fits', () => {
    expect(found(['oracl']).hint).toContain('Did you mean oracle?');
    expect(found(['mysql', 'byol']).hint).toContain('no key has them all');
    expect(found(['included'], 'aws/rds', 'us-east-1').hint).toContain('has no price in us-east-1');
  });

  it.each([
    ['rds', undefined, 'Several providers'],
    ['aws/rdz', undefined, 'no service "aws/rdz"'],
    ['ec2', 'us-east-9', 'no prices of ec2 in "us-east-9"'],
  ])('refuses %s in %s', (service, region, message) => {
    expect(() => found([], service, region)).toThrow(message);
  });

  it('is printed without what a terminal would obey', () => {
    const text = renderFound(
      {
        ...found(['\u001b[31moracl']),
        id: '\u001b[2J',
        provider: 'a\u202e',
        hint: '\u009b2J',
      },
      look,
    );
    expect(text).toContain('oracl');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('is printed with tiers, and JSON as its schema says', () => {
    expect(renderFound(found(['storage']), look)).toContain('0.1, from 100 0.05 USD');
    expect(renderFound(found(['oracl']), look)).toContain('0 prices of aws/rds');
    expectValid(renderFoundJson(found([]), meta));
  });
});

describe('verify', () => {
  const entry: CatalogEntry = {
    type: 'aws_x',
    provider: 'aws',
    service: 'rds',
    docs: '',
    read: {
      class: { from: 'class' },
      engine: { from: 'engine', map: { mysql: 'mysql', oracle: 'oracle', db2: 'db2' } },
      license: { from: 'license', map: { a: 'byol', b: 'included', c: 'none' }, any: true },
      disk: { from: 'disk', map: { gp2: 'gp2', gp3: 'gp3' }, default: 'gp2' },
    },
    components: [
      { id: 'node', name: 'Node', unit: 'hour', quantity: 1, price: 'node|{class}|{engine}|{license}' },
      { id: 'disk', name: 'Disk', unit: 'hour', quantity: 1, when: { disk: 'gp2' }, price: 'storage.{disk}' },
      { id: 'own', name: 'Own', unit: 'hour', quantity: 1, region: 'eu-west-1', price: 'node|db.m5.large|mysql|none' },
      { id: 'placed', name: 'Placed', unit: 'hour', quantity: 1, region: '{place}', price: 'elsewhere' },
    ],
  };
  const verified = verifyCatalog([entry], book);
  const of = (key: string) => verified.find((one) => one.key === key);

  it('asks for every value that the catalog names, in every region', () => {
    expect(verified.map(({ key }) => key)).toEqual([
      'node|*|mysql|*',
      'node|*|oracle|*',
      'node|*|db2|*',
      'storage.gp2',
      'node|db.m5.large|mysql|none',
      'elsewhere',
    ]);
  });

  it('tells one, none and several apart', () => {
    expect(of('node|*|mysql|*')).toMatchObject({ one: regions, none: [], several: [] });
    expect(of('node|*|db2|*')).toMatchObject({ one: [], none: regions, several: [] });
    expect(of('node|*|oracle|*')).toMatchObject({ one: ['us-east-1'], several: [{ region: 'eu-west-1' }] });
    expect(of('storage.gp2')).toMatchObject({ one: ['eu-west-1'], none: ['us-east-1'] });
    expect(of('node|db.m5.large|mysql|none')).toMatchObject({ one: ['eu-west-1'], none: [] });
    expect(of('elsewhere')).toMatchObject({ one: [], none: regions });
  });

  it('tells a price in another unit than the line', () => {
    expect(of('storage.gp2')?.otherUnits).toEqual(['GB-month']);
    expect(of('node|*|mysql|*')?.otherUnits).toEqual([]);
  });

  it('tells one in another unit among many that a query fits', () => {
    const prices = { 'node|a|mysql|none': ['hour', '1', '1'], 'node|b|mysql|none': ['month', '1', ''] } as const;
    const one = { id: 'node', name: 'Node', unit: 'hour', quantity: 1, price: 'node|{class}|mysql|none' };
    const there = (region: string) =>
      verifyCatalog(
        [{ ...entry, components: [{ ...one, region }] }],
        testBook([
          { service: 'ec2', regions, prices: { x: ['hour', '1', '1'] } },
          { service: 'rds', regions, prices },
        ]),
      );
    expect(there('eu-west-1')).toMatchObject([{ one: ['eu-west-1'], otherUnits: ['month'] }]);
    expect(there('us-east-1')).toMatchObject([{ one: ['us-east-1'], otherUnits: [] }]);
  });

  it('counts one key that is asked for in several places as several queries', () => {
    const node = { unit: 'hour', quantity: 1, price: 'node|db.m5.large|oracle|included' };
    const placed: CatalogEntry = {
      ...entry,
      components: [
        { ...node, id: 'here', name: 'Here', region: 'eu-west-1' },
        { ...node, id: 'there', name: 'There', region: 'us-east-1' },
      ],
    };
    const catalog = openCatalog();
    const types = { ...catalog.types, priced: ['aws_x'] };
    const found = verifyPrices(book, { ...catalog, types, entry: () => placed });
    expect(found.providers).toEqual([
      { provider: 'aws', types: 1, queries: 2, nowhere: 1, one: 1, none: 0, several: 0 },
    ]);
    expect(found.exceptions).toMatchObject([
      { problem: 'in no region', askedBy: ['aws_x there'], where: ['us-east-1'] },
    ]);
    expect(renderVerification(found, look)).toMatch(/aws_x there +us-east-1/);
  });

  it('the shipped catalog and book agree: one price or none, in the unit of the line', () => {
    const found = verifyPrices(openBook(), openCatalog());
    expect(found.exceptions.filter(({ problem }) => problem === 'another unit')).toEqual([]);
    expect(found.exceptions.filter(({ problem }) => problem === 'several')).toEqual([]);
    expectValid(renderVerificationJson(found, meta));
    expect(renderVerification(found, look)).toContain('exactly one');
  });
});
