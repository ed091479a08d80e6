import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { moduleRegistry } from '../../../../../../test/support/loopback/registry.ts';
import {
  type Handler,
  type LoopbackServer,
  loopbackServer,
} from '../../../../../../test/support/loopback/server.ts';
import { tarOf } from '../archive/testdata/archives.ts';
import { PackageCache } from '../cache/package-cache.ts';
import { Network } from '../http/network.ts';
import { PackageLoader } from '../package/load-package.ts';
import { resolveModule } from '../package/resolver.ts';

const ARCHIVE = gzipSync(
  tarOf([
    { name: 'vpc-1.0.0/main.tf', text: 'a = 1\n' },
    { name: 'vpc-1.0.0/sub/main.tf', text: 'b = 2\n' },
  ]),
);

interface Asked {
  readonly handler: (server: LoopbackServer) => Handler;
  readonly source?: string;
  readonly version?: string;
  readonly environment?: (server: LoopbackServer) => Record<string, string>;
}

/** Resolves a module of a registry on this machine; it gives out the archive at any address that ends in gz. */
async function resolve({ handler, source = 'acme/vpc/aws', version = '', environment }: Asked) {
  const ready: { server?: LoopbackServer } = {};
  await using server = await loopbackServer((request, response) => {
    if (request.url?.endsWith('gz') === true) response.end(ARCHIVE);
    else if (ready.server !== undefined) handler(ready.server)(request, response);
  });
  ready.server = server;
  const { host, otherHost } = server;
  const permission = { hosts: [host, otherHost], credentials: [], environment: environment?.(server) ?? {} };
  const cache = new PackageCache(undefined);
  const loader = new PackageLoader(new Network(permission), cache, () => undefined);
  const whyNot = { kind: 'missing', reason: 'not allowed' } as const;
  const sources = {
    manifests: { find: () => undefined, otherVersion: () => undefined },
    cache,
    loader,
    whyNot,
  };
  const found = await resolveModule({ source: `${host}/${source}`, version }, sources);
  const text = JSON.stringify(found.resolution).replaceAll(host, 'HOST').replaceAll(otherHost, 'OTHER');
  return { resolution: JSON.parse(text) as Record<string, string>, seen: server.seen };
}

const at = (location: string, style?: 'header' | 'body') => () =>
  moduleRegistry({ 'acme/vpc/aws': { '1.0.0': location, '1.1.0-rc1': location } }, style);

describe('a registry names a package', () => {
  const inArchive = {
    packageFolder: '.terraform/modules/HOST/acme/vpc/aws/1.0.0',
    origin: 'HOST/acme/vpc/aws 1.0.0',
  };

  test.each<[string, Asked, string]>([
    ['by a path of its host', { handler: at('/files/vpc.tar.gz//*') }, 'vpc-1.0.0'],
    ['by a path beside its answer', { handler: at('./vpc.tar.gz//vpc-1.0.0') }, 'vpc-1.0.0'],
    ['by a path above its answer', { handler: at('../../vpc.tar.gz//*') }, 'vpc-1.0.0'],
    [
      'by an address of another host',
      { handler: ({ otherHost }) => at(`https://${otherHost}/x/gz//*?archive=tar.gz`)() },
      'vpc-1.0.0',
    ],
    ['in the body of its answer', { handler: at('/vpc.tgz//*', 'body') }, 'vpc-1.0.0'],
    ['without a folder', { handler: at('/vpc.tgz') }, ''],
    [
      'of which a folder is wanted',
      { handler: at('/vpc.tgz//*'), source: 'acme/vpc/aws//sub' },
      'vpc-1.0.0/sub',
    ],
    ['of which a version is wanted', { handler: at('/vpc.tgz//*'), version: '~> 1.0' }, 'vpc-1.0.0'],
  ])('%s', async (_, asked, folder) => {
    const { resolution } = await resolve(asked);
    const { packageFolder } = inArchive;
    const inner = folder === '' ? packageFolder : `${packageFolder}/${folder}`;
    expect(resolution).toEqual({ kind: 'found', folder: inner, ...inArchive });
  });
});

describe('a module is missing', () => {
  const html: Handler = (_, response) => response.end('<html>');
  test.each<[string, Asked, string]>([
    [
      'that no version fits',
      { handler: at('/vpc.tgz'), version: '~> 2.0' },
      'HOST/acme/vpc/aws has no version that the call allows.',
    ],
    ['whose version is nonsense', { handler: at('/vpc.tgz'), version: 'latest' }, 'is no constraint'],
    ['that the registry does not have', { handler: at('/vpc.tgz'), source: 'acme/vpn/aws' }, 'HTTP 404'],
    [
      'whose folder is not there',
      { handler: at('/vpc.tgz//*'), source: 'acme/vpc/aws//gone' },
      'The package has no folder "*/gone".',
    ],
    ['of a host that is no registry', { handler: () => html }, 'something that is no JSON'],
    [
      'that is in a bucket',
      { handler: at('s3::https://s3.amazonaws.com/b/vpc.zip') },
      'in a place that is not fetched from',
    ],
    [
      'that is on the disk of the gate',
      { handler: at('file:///etc') },
      'in a place that is not fetched from',
    ],
    [
      'that is on a host that is not named',
      { handler: at('https://example.com/vpc.tgz') },
      'The host example.com is not among those',
    ],
    ['whose archive is none', { handler: at('/index.tar') }, 'HTTP 404'],
    ['that needs a token', { handler: () => (_, response) => response.writeHead(401).end() }, 'HTTP 401'],
  ])('%s', async (_, asked, reason) => {
    const { resolution } = await resolve(asked);
    expect(resolution).toMatchObject({ kind: 'missing', reason: expect.stringContaining(reason) as string });
  });
});

test.each<[string, (server: LoopbackServer) => string]>([
  ['of another host', ({ otherHost }) => `https://${otherHost}/vpc.tgz`],
  ['of its own host', () => '/vpc.tgz'],
])('the token of the environment goes to the registry, and not to a package %s', async (_, location) => {
  const { resolution, seen } = await resolve({
    handler: (server) => at(location(server))(),
    environment: ({ host }) => ({ [`TF_TOKEN_${host}`]: 's3cret' }),
  });
  expect(resolution).toMatchObject({ kind: 'found' });
  expect(seen.map(({ path, authorization }) => `${path} ${authorization ?? '-'}`)).toEqual([
    '/.well-known/terraform.json Bearer s3cret',
    '/v1/modules/acme/vpc/aws/versions Bearer s3cret',
    '/v1/modules/acme/vpc/aws/1.0.0/download Bearer s3cret',
    '/vpc.tgz -',
  ]);
});
