import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { type Handler, loopbackServer } from '../../test/support/loopback/server.ts';
import { renderSync, renderSyncJson } from '../render/prices/sync.ts';
import { createRepository } from '../tree/create.ts';
import { openBookFolder } from '../pricing/folder.ts';
import { pricesSync, type PricesSyncOptions } from './prices-sync.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-prices-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const list = (offer: string): Buffer =>
  gunzipSync(readFileSync(new URL(`../pricing/sync/aws/testdata/${offer}.csv.gz`, import.meta.url)));

/** The Price List Bulk API with one offer in eu-west-1; its list as the handler gives it. */
const priceLists =
  (offer: string, give: Handler): Handler =>
  (request, response) => {
    const path = `/offers/v1.0/aws/${offer}/20230223000000/eu-west-1/index`;
    if (request.url === `${path}.csv`) give(request, response);
    else if (request.url === '/offers/v1.0/aws/index.json') {
      response.end(JSON.stringify({ offers: { [offer]: { currentRegionIndexUrl: '/regions.json' } } }));
    } else response.end(JSON.stringify({ regions: { 'eu-west-1': { currentVersionUrl: `${path}.json` } } }));
  };

async function sync(handler: Handler, options: Partial<PricesSyncOptions> = {}) {
  await using server = await loopbackServer(handler);
  const base = `https://${server.host}`;
  const result = await pricesSync({
    providers: [],
    regions: ['eu-west-1'],
    services: ['elb'],
    repository: folder,
    out: join(folder, 'book'),
    isDryRun: false,
    acceptVanished: false,
    googleKeyVariable: 'KEY',
    environment: {},
    today: '2026-11-01',
    progress: { list: () => undefined, rows: () => undefined },
    hosts: { aws: base, azure: base, google: base },
    ...options,
  });
  return { result, asked: server.seen.map(({ path }) => path) };
}

const elb: Handler = (_, response) => response.end(list('AWSELB'));

test('a book is brought up to date, and known lists are not fetched again', async () => {
  const { result } = await sync(priceLists('AWSELB', elb));
  expect(result.regions).toMatchObject([
    { service: 'elb', region: 'eu-west-1', kept: null, unchanged: 8, changed: 0, added: 0, vanished: 0 },
  ]);
  const find = (region: string) =>
    openBookFolder(join(folder, 'book')).find({ provider: 'aws', service: 'elb', region, key: 'alb.hour' });
  expect(find('eu-west-1')).toMatchObject({
    sku: 'T29JAP5UEZ7HXAM7',
    asOf: '2026-11-01',
    source: 'aws-price-list AWSELB 20230223000000',
  });
  expect(find('us-east-1')?.source).not.toContain('aws-price-list');
  const again = await sync(priceLists('AWSELB', elb), { today: '2026-12-01' });
  expect(again.asked.filter((path) => path.endsWith('.csv'))).toEqual([]);
  expect(again.result.lists[0]?.state).toBe('known');
  expect(find('eu-west-1')?.asOf).toBe('2026-12-01');
});

test('a list that breaks off twice is read at the third time', async () => {
  let attempts = 0;
  const { result } = await sync(
    priceLists('AWSELB', (request, response) => {
      if (++attempts === 3) elb(request, response);
      else {
        response.writeHead(200, { 'content-length': '3105' }).write(list('AWSELB').subarray(0, 900));
        request.socket.end();
      }
    }),
  );
  expect([result.lists[0]?.state, attempts]).toEqual(['read', 3]);
});

test.each<[string, Handler, string]>([
  ['a changed column', (_, response) => response.end('"SKU","TermType"\n'), 'no column for effectivedate'],
  ['a page of HTML', (_, response) => response.setHeader('content-type', 'text/html').end('<p>'), 'HTML'],
  ['a refusal', (_, response) => response.writeHead(403).end(), 'HTTP 403'],
  [
    'another host',
    (_, response) => response.writeHead(302, { location: 'https://example.com/' }).end(),
    'leads to another host',
  ],
])('%s leaves the prices as they were, and is told', async (_, handler, message) => {
  const { result } = await sync(priceLists('AWSELB', handler));
  expect(result.lists[0]).toMatchObject({ state: 'failed' });
  expect(result.lists[0]?.problem).toContain(message);
  expect(result.after).toBe(result.before);
  expect(renderSync(result, { color: false, width: 100 })).toContain('Failed: 1');
});

test('the JSON is as its schema says', async () => {
  const { result } = await sync(
    priceLists('AmazonRDS', (_, response) => response.end(list('AmazonRDS'))),
    {
      services: ['rds'],
      acceptVanished: true,
    },
  );
  expect(result.lists[0]?.conflicts).toHaveLength(1);
  const schema = readFileSync(new URL('../../schema/prices-sync.schema.json', import.meta.url), 'utf8');
  const ajv = addFormats.default(new Ajv2020({ allErrors: true }));
  const validate = ajv.compile(JSON.parse(schema) as object);
  expect(validate(JSON.parse(renderSyncJson(result, { toolVersion: '1' }))) || validate.errors).toBe(true);
});

test('regions are those of the repository when none is named', async () => {
  mkdirSync(join(folder, 'base'));
  const example = new URL('../../examples/shop/', import.meta.url).pathname;
  const { folder: repository } = createRepository(
    join(folder, 'base'),
    join(example, 'base'),
    join(example, 'change'),
  );
  const { result } = await sync(priceLists('AWSELB', elb), { regions: [], repository, providers: ['aws'] });
  expect(result.lists.map(({ region }) => region)).toEqual(['eu-west-1']);
  expect(result.skipped).toEqual([]);
});

test.each<[Partial<PricesSyncOptions>, string]>([
  [{ regions: ['Mars'] }, '"Mars" is not written as a region'],
  [{ providers: ['gcp'] }, 'There is no provider "gcp"'],
  [{ providers: ['azure'] }, 'No region of azure is known'],
  [{ services: ['el'] }, 'No rule fills a service "el"'],
  [{ sinceBook: '/nowhere' }, 'There is no price book'],
])('%j is refused', async (options, message) => {
  await expect(sync(priceLists('AWSELB', elb), options)).rejects.toThrow(message);
});

test.each([
  ['of something else', '{"manifest_version": 3, "name": "extension"}'],
  ['of another version', '{"version": 2}'],
  ['that is no JSON', 'x'],
])('a manifest %s in the folder is refused and left alone, and the hint leads out', async (_, text) => {
  const out = join(folder, 'book');
  mkdirSync(out);
  writeFileSync(join(out, 'manifest.json'), text);
  await expect(sync(priceLists('AWSELB', elb))).rejects.toMatchObject({
    message: expect.stringContaining('The price book is damaged: manifest.json: ') as string,
    hint: `Remove the folder ${out} if it holds nothing else, or name another with --out.`,
  });
  expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(text);
  const elsewhere = { out: join(folder, 'other'), sinceBook: out };
  await expect(sync(priceLists('AWSELB', elb), elsewhere)).rejects.toMatchObject({
    hint: 'Name another book with --since-book, or leave it out.',
  });
});

test('lists that a commit brought are refused, and those that are kept go into none', async () => {
  const out = join(folder, 'book');
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args]).toString();
  git('init', '-q');
  await sync(priceLists('AWSELB', elb));
  git('add', '-A');
  expect(git('ls-files', '--', 'book/.sync')).toBe('');
  expect(git('ls-files', '--', 'book')).toContain('book/manifest.json');
  git('add', '-f', join(out, '.sync', 'lists'));
  await expect(sync(priceLists('AWSELB', elb))).rejects.toThrow(
    '.sync in the folder of the price book is tracked by git',
  );
});

test('without a folder, the book lies in the cache, which is none of the repository', async () => {
  const out = { out: undefined } as unknown as Partial<PricesSyncOptions>;
  const environment = { TOLLGATE_CACHE_DIR: join(folder, 'cache') };
  await sync(priceLists('AWSELB', elb), { ...out, environment });
  expect(openBookFolder(join(folder, 'cache', 'prices')).id).toHaveLength(64);
  await expect(sync(priceLists('AWSELB', elb), out)).rejects.toThrow('names no folder for a cache');
});
