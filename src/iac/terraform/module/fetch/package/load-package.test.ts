import { expect, test } from 'vitest';

import { loopbackServer } from '../../../../../../test/support/loopback/server.ts';
import { parseAddress } from '../address/parse-address.ts';
import { tarOf } from '../archive/testdata/archives.ts';
import { PackageCache } from '../cache/package-cache.ts';
import { Network } from '../http/network.ts';
import { PackageLoader } from './load-package.ts';

test('archives at one path whose queries differ are two packages, and no query is told', async () => {
  await using server = await loopbackServer(({ url = '' }, response) => {
    response.end(tarOf([{ name: 'main.tf', text: url }]));
  });
  const permission = { hosts: [server.host], credentials: [], environment: {} };
  const said: string[] = [];
  const loader = new PackageLoader(new Network(permission), new PackageCache(undefined), (line) =>
    said.push(line),
  );
  const load = (query: string) => {
    const address = parseAddress(`https://${server.host}/vpc.tar${query}`);
    if (address.kind !== 'archive') throw new Error('This is an archive.');
    return loader.fromArchive(address);
  };
  const loaded = [await load(''), await load('?v=s3cret'), await load('?v=0ther')];
  expect(new Set(loaded.map(({ mount }) => mount)).size).toBe(3);
  expect(loaded.map(({ files }) => Buffer.from(files.files.get('main.tf') ?? []).toString())).toEqual([
    '/vpc.tar',
    '/vpc.tar?v=s3cret',
    '/vpc.tar?v=0ther',
  ]);
  expect(JSON.stringify([said, loaded.map(({ mount, origin }) => [mount, origin])])).not.toMatch(
    /s3cret|0ther/,
  );
});
