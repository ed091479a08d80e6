import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import {
  type Handler,
  type LoopbackServer,
  loopbackServer,
} from '../../../../test/support/loopback/server.ts';
import { ListProblem } from '../port.ts';
import { HttpsClient } from './client.ts';
import type { RequestLimits } from './limits.ts';

interface Outcome {
  /** What came back, or the message of the problem. */
  readonly outcome: unknown;
  readonly asked: number;
  readonly paused: readonly number[];
}

/** Asks a server that answers the first request with the first handler and so on; the last one answers the others. */
async function ask(
  how: 'json' | 'open',
  handlers: readonly ((server: LoopbackServer) => Handler)[],
  limits: Partial<RequestLimits> = {},
): Promise<Outcome> {
  const ready: { server?: LoopbackServer } = {};
  let asked = 0;
  await using server = await loopbackServer((request, response) => {
    const handler = handlers[Math.min(asked++, handlers.length - 1)];
    if (ready.server !== undefined) handler?.(ready.server)(request, response);
  });
  ready.server = server;
  const paused: number[] = [];
  const pause = (milliseconds: number): Promise<void> => {
    paused.push(milliseconds);
    return Promise.resolve();
  };
  const client = new HttpsClient(`https://${server.host}`, { limits, pause });
  const read = async (): Promise<unknown> => {
    if (how === 'json') return client.json('/list?key=secret');
    const { chunks, length } = await client.open('/list?key=secret');
    let text = '';
    for await (const chunk of chunks) text += Buffer.from(chunk).toString();
    return [text, length];
  };
  const outcome = await read().catch((error: unknown) => {
    expect(error).toBeInstanceOf(ListProblem);
    return (error as Error).message.replaceAll(server.host, 'HOST');
  });
  expect(String(outcome)).not.toContain('secret');
  return { outcome, asked, paused };
}

const say =
  (status: number, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  (): Handler =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

const fine = say(200, '{"a": 1}');
const packed = gzipSync('x'.repeat(5000));

describe('a document', () => {
  test('comes back as JSON, packed or not', async () => {
    expect((await ask('json', [fine])).outcome).toEqual({ a: 1 });
    const gzip = say(200, gzipSync('[1]'), { 'content-encoding': 'gzip' });
    expect((await ask('json', [gzip])).outcome).toEqual([1]);
  });

  test.each([500, 502, 503, 429])('is asked for again after %i, with pauses that double', async (status) => {
    const { outcome, asked, paused } = await ask('json', [say(status, 'no'), say(status, 'no'), fine]);
    expect([outcome, asked, paused]).toEqual([{ a: 1 }, 3, [1000, 2000]]);
  });

  test.each([
    ['7', [7000]],
    ['Wed, 21 Oct 2026 07:28:30 GMT', [30_000]],
    ['soon', [1000]],
  ])('is asked for again when the service says: %s', async (after, expected) => {
    const headers = { 'retry-after': after, date: 'Wed, 21 Oct 2026 07:28:00 GMT' };
    const { outcome, paused } = await ask('json', [say(429, '', headers), fine]);
    expect([outcome, paused]).toEqual([{ a: 1 }, expected]);
  });

  test('is not waited for longer than two minutes', async () => {
    const { outcome, asked } = await ask('json', [say(429, '', { 'retry-after': '3600' }), fine]);
    expect([outcome, asked]).toEqual(['HOST answered with HTTP 429.', 1]);
  });

  test('is given up after five attempts', async () => {
    const { outcome, asked } = await ask('json', [say(503, '')]);
    expect([outcome, asked]).toEqual(['HOST answered with HTTP 503.', 5]);
  });

  test.each([
    ['a page of HTML', say(200, '<html>'), 'HOST answered with something that is not JSON.'],
    ['a refusal', say(403, '{}'), 'HOST answered with HTTP 403.'],
    ['too long a body', say(200, 'x'.repeat(2000)), 'An answer of HOST has more than 1000 bytes.'],
    [
      'a body that unpacks to too much',
      say(200, packed, { 'content-encoding': 'gzip' }),
      'An answer of HOST has more than 1000 bytes.',
    ],
  ])('%s is told, and not asked for again', async (_, handler, message) => {
    const { outcome, asked } = await ask('json', [handler], { document: 1000 });
    expect([outcome, asked]).toEqual([message, 1]);
  });

  test('of an error is handed on', async () => {
    await using server = await loopbackServer(say(400, '{"error": "key"}')());
    const client = new HttpsClient(`https://${server.host}`);
    await expect(client.json('/')).rejects.toMatchObject({ status: 400, answer: { error: 'key' } });
  });

  test('that breaks off is asked for again', async () => {
    const cut = (): Handler => (request, response) => {
      response.writeHead(200, { 'content-length': '50' }).write('{"a"');
      request.socket.end();
    };
    expect((await ask('json', [cut, fine])).outcome).toEqual({ a: 1 });
    expect((await ask('json', [cut])).outcome).toContain('HOST broke off its answer');
  });

  test('that never comes or never ends is given up', async () => {
    const limits = { silence: 200, attempts: 2 };
    const never = (): Handler => () => undefined;
    const endless = (): Handler => (_, response) => response.write('{');
    expect((await ask('json', [never], limits)).outcome).toBe('HOST fell silent.');
    expect((await ask('json', [endless], limits)).outcome).toBe('HOST fell silent.');
  });
});

describe('a redirect', () => {
  test('within the host is followed', async () => {
    const moved = say(302, '', { location: '/next' });
    expect((await ask('json', [moved, fine])).outcome).toEqual({ a: 1 });
  });

  test.each<[string, (server: LoopbackServer) => string, string]>([
    ['to another host', ({ otherHost }) => `https://${otherHost}/`, 'HOST leads to another host'],
    ['to plain HTTP', ({ host }) => `http://${host}/`, 'HOST leads to another host'],
    ['with a password', ({ host }) => `https://a:b@${host}/`, 'HOST leads to another host'],
    ['to nothing', () => 'https://[', 'HOST leads to another host'],
    ['in a circle', () => '/list', 'HOST redirects more than 3 times.'],
  ])('%s is not', async (_, to, message) => {
    const handler =
      (server: LoopbackServer): Handler =>
      (_request, response) =>
        response.writeHead(301, { location: to(server) }).end();
    expect((await ask('json', [handler])).outcome).toContain(message);
  });
});

describe('a list', () => {
  test('comes in pieces, with its length on the wire', async () => {
    const handler = say(200, 'a,b', { 'content-length': '3' });
    expect((await ask('open', [handler])).outcome).toEqual(['a,b', 3]);
  });

  test.each([
    ['is shorter than was said', { 'content-length': '9999' }, packed],
    ['is packed and has no end', {}, packed.subarray(0, -12)],
  ])('that %s is no whole list', async (_, headers, body) => {
    const cut = (): Handler => (request, response) => {
      response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).write(body, () => {
        if ('content-length' in headers) request.socket.end();
        else response.end();
      });
    };
    expect((await ask('open', [cut])).outcome).toContain('broke off its answer');
  });

  test('that is a page of HTML is refused', async () => {
    const page = say(200, '<html>', { 'content-type': 'text/html; charset=utf-8' });
    expect((await ask('open', [page])).outcome).toContain('a page of HTML');
  });
});
