import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import {
  type Handler,
  type LoopbackServer,
  loopbackServer,
} from '../../../../../../test/support/loopback/server.ts';
import { FETCH_LIMITS, type FetchLimits } from '../limits.ts';
import { mayAsk } from './permission.ts';
import { type Answer, Network } from './network.ts';

interface Asked {
  readonly path?: string;
  readonly limits?: Partial<FetchLimits>;
  readonly limit?: number;
  readonly hosts?: (server: LoopbackServer) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Asks a server that answers as `handler` does, with a token for it and another for its other name. */
async function ask(handler: (server: LoopbackServer) => Handler, asked: Asked = {}) {
  const ready: { server?: LoopbackServer } = {};
  await using server = await loopbackServer((request, response) => {
    if (ready.server !== undefined) handler(ready.server)(request, response);
  });
  ready.server = server;
  const permission = {
    hosts: asked.hosts?.(server) ?? [server.host, server.otherHost],
    credentials: [
      { host: server.host, token: 'first' },
      { host: server.otherHost, token: 'second' },
    ],
    environment: {},
  };
  const network = new Network(permission, { ...FETCH_LIMITS, ...asked.limits });
  const url = `https://${server.host}${asked.path ?? '/'}`;
  const outcome = await network.ask({ url, scheme: 'registry', limit: asked.limit ?? 1000 }).then(
    (answer: Answer) => `${answer.status} ${Buffer.from(answer.body).toString()}`,
    (error: unknown) => String(error),
  );
  const plainNames = outcome.replaceAll(server.host, 'HOST').replaceAll(server.otherHost, 'OTHER');
  return { outcome: plainNames, seen: server.seen.map(({ path, authorization }) => [path, authorization]) };
}

const redirect =
  (to: (server: LoopbackServer) => string) =>
  (server: LoopbackServer): Handler =>
  ({ url }, response) => {
    if (url === '/') response.writeHead(302, { location: to(server) }).end();
    else response.end('there');
  };

describe('a token', () => {
  test('goes to its host, and along within that host', async () => {
    const { outcome, seen } = await ask(redirect(() => '/next'));
    expect(outcome).toBe('200 there');
    expect(seen).toEqual([
      ['/', 'Bearer first'],
      ['/next', 'Bearer first'],
    ]);
  });

  test('goes to no other host, and neither does the one of that host', async () => {
    const { outcome, seen } = await ask(redirect(({ otherHost }) => `https://${otherHost}/next`));
    expect(outcome).toBe('200 there');
    expect(seen).toEqual([
      ['/', 'Bearer first'],
      ['/next', undefined],
    ]);
  });
});

describe('a redirect', () => {
  test.each<[string, (server: LoopbackServer) => string, string]>([
    [
      'to plain HTTP',
      ({ host }) => `http://${host}/next`,
      'HOST leads to an address that is not plain HTTPS.',
    ],
    [
      'with a password',
      ({ host }) => `https://a:b@${host}/next`,
      'HOST leads to an address that is not plain HTTPS.',
    ],
    ['to another protocol', () => 'file:///etc/passwd', 'leads to an address that is not plain HTTPS.'],
    [
      'to a host that is not named',
      ({ otherHost }) => `https://${otherHost}/next`,
      'The host OTHER is not among those',
    ],
    [
      'to a metadata service',
      () => 'https://169.254.169.254/latest',
      'The host 169.254.169.254 is not among those',
    ],
    ['to nothing', () => 'https://[', 'redirects to an address that cannot be understood'],
    ['in a circle', () => '/', 'redirects more than 5 times'],
  ])('%s is not followed', async (_, to, expected) => {
    const { outcome, seen } = await ask(redirect(to), { hosts: ({ host }) => [host, '*'] });
    expect(outcome).toContain(expected);
    expect(seen.filter(([path]) => path !== '/')).toEqual([]);
  });
});

describe('an answer', () => {
  test.each<[string, Handler, Asked, string]>([
    ['that is too long', (_, response) => response.end('x'.repeat(2000)), {}, 'has more than 1000 bytes'],
    [
      'that unpacks to more than allowed',
      (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(2000))),
      {},
      'has more than 1000 bytes',
    ],
    ['that never comes', () => undefined, { limits: { request: 300 } }, 'did not answer in time'],
    [
      'that never ends',
      (_, response) => response.write('x'),
      { limits: { request: 300 } },
      'did not answer in time',
    ],
    [
      'that breaks off',
      (request, response) => {
        response.writeHead(200, { 'content-length': '50' }).write('x');
        request.socket.end();
      },
      {},
      'could not be reached or broke off',
    ],
    [
      'after too many requests',
      (_, response) => response.end('x'),
      { limits: { requests: 0 } },
      'is used up',
    ],
    ['after too much time', (_, response) => response.end('x'), { limits: { time: 0 } }, 'is used up'],
    [
      'that would be over the total',
      (_, response) => response.end('xyz'),
      { limits: { total: 2 } },
      'more than 2 bytes',
    ],
  ])('%s is told', async (_, handler, asked, expected) => {
    const { outcome } = await ask(() => handler, asked);
    expect(outcome).toContain('FetchProblem');
    expect(outcome).toContain(expected);
    expect(outcome).not.toContain('first');
  });
});

test('the total counts all answers of a run', async () => {
  await using server = await loopbackServer((_, response) => response.end('xyz'));
  const permission = { hosts: [server.host], credentials: [], environment: {} };
  const network = new Network(permission, { ...FETCH_LIMITS, total: 5 });
  const question = { url: `https://${server.host}/`, scheme: 'archive', limit: 10 } as const;
  expect((await network.ask(question)).status).toBe(200);
  await expect(network.ask(question)).rejects.toThrow('more than 2 bytes');
});

test('a host where nobody listens is told', async () => {
  const server = await loopbackServer(() => undefined);
  await server[Symbol.asyncDispose]();
  const network = new Network({ hosts: [server.host], credentials: [], environment: {} });
  const question = { url: `https://${server.host}/`, scheme: 'archive', limit: 10 } as const;
  await expect(network.ask(question)).rejects.toThrow('could not be reached or broke off (ECONNREFUSED)');
});

test.each([
  ['github.com', ['github.com'], true],
  ['github.com:8443', ['github.com'], false],
  ['github.com:8443', ['github.com:8443'], true],
  ['evil-github.com', ['github.com'], false],
  ['git.example.com', ['*.example.com'], true],
  ['example.com', ['*.example.com'], false],
  ['git.example.com.evil.net', ['*.example.com'], false],
  ['10.0.0.1', ['*'], false],
  ['10.0.0.1', ['10.0.0.1'], true],
  ['[::1]', ['*'], false],
  ['[::ffff:10.0.0.1]', ['*'], false],
  ['[::1]', ['[::1]'], true],
  ['2130706433', ['*'], false],
  ['localhost.', ['*'], false],
  ['10.0.0.1.', ['*'], false],
  ['example.com.', ['*'], true],
  ['localhost', ['*'], false],
  ['localhost', ['localhost'], true],
])('%s with the list %j: %s', (host, hosts, expected) => {
  expect(mayAsk({ hosts }, new URL(`https://${host}/`))).toBe(expected);
});
