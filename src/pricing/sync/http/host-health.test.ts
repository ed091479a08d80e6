import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type Handler, loopbackServer } from '../../../../test/support/loopback/server.ts';
import { ListProblem } from '../port.ts';
import { HttpsClient } from './client.ts';
import type { RequestLimits } from './limits.ts';

/** A client that counts its pauses and does not wait. */
function clientOf(host: string, limits: Partial<RequestLimits> = {}) {
  const paused: number[] = [];
  const pause = (milliseconds: number): Promise<void> => {
    paused.push(milliseconds);
    return Promise.resolve();
  };
  return { client: new HttpsClient(`https://${host}`, { limits, pause }), paused };
}

const problemOf = (answer: Promise<unknown>): Promise<ListProblem> =>
  answer.then(
    () => expect.unreachable('it was answered'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ListProblem);
      return error as ListProblem;
    },
  );

/** Answers whose bytes drip without an end, the head of which is whole or not. */
const drip =
  (start: (write: (text: string) => void) => void): Handler =>
  (request) => {
    const { socket } = request;
    start((text) => socket.write(text));
    const timer = setInterval(() => socket.write('x'), 20);
    socket.on('close', () => {
      clearInterval(timer);
    });
    socket.on('error', () => undefined);
  };

describe('a host that cannot be reached', () => {
  test('is asked once more, then left alone, and the way out is told', async () => {
    const server = await loopbackServer(() => undefined);
    await server[Symbol.asyncDispose]();
    const { client, paused } = clientOf(server.host);
    const first = await problemOf(client.json('/'));
    expect(first.message).toContain(
      `${server.host} could not be reached (ECONNREFUSED). Behind a proxy, set HTTPS_PROXY`,
    );
    expect([first.isPassing, paused]).toEqual([false, [1000]]);
    expect(await problemOf(client.open('/other'))).toBe(first);
    expect(paused).toHaveLength(1);
  });

  test('has a name that does not resolve', async () => {
    const { message } = await problemOf(clientOf('prices.invalid').client.json('/'));
    expect(message).toMatch(/^prices\.invalid could not be reached \((?:ENOTFOUND|EAI_AGAIN)\)\./);
  });

  test('takes the connection and says nothing', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { client, paused } = clientOf(`localhost:${port}`, { connect: 100 });
    const { message } = await problemOf(client.json('/'));
    expect(message).toContain(`localhost:${port} could not be reached in time. Behind a proxy`);
    expect(paused).toEqual([1000]);
    server.close();
  });
});

describe('an answer that drips', () => {
  const limits = { grace: 200, leastRate: 1_000_000 };

  test.each<[string, Handler]>([
    [
      'in its body',
      drip((write) => {
        write('HTTP/1.1 200 OK\r\ncontent-length: 9999999\r\n\r\n{');
      }),
    ],
    [
      'in its head',
      drip((write) => {
        write('HTTP/1.1 200 OK\r\nx-a: ');
      }),
    ],
  ])('%s is ended, and its host left alone after the second', async (_, handler) => {
    await using server = await loopbackServer(handler);
    const { client } = clientOf(server.host, limits);
    expect((await problemOf(client.json('/'))).message).toBe(`${server.host} answers too slowly.`);
    await problemOf(client.json('/other'));
    expect(server.seen.map(({ path }) => path)).toEqual(['/', '/']);
  });

  test('is ended within the longest time, however much it brings', async () => {
    await using server = await loopbackServer((_, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'.repeat(1000)), 10);
      response.on('close', () => {
        clearInterval(more);
      });
    });
    const { client } = clientOf(server.host, { grace: 100, leastRate: 1, longest: 300, attempts: 1 });
    expect((await problemOf(client.json('/'))).message).toContain('answers too slowly');
  });
});

test('a host that answers in between is not left alone', async () => {
  let asked = 0;
  await using server = await loopbackServer((_, response) => {
    if (asked++ % 2 === 1) response.end('{}');
  });
  const { client } = clientOf(server.host, { silence: 200 });
  for (let times = 0; times < 3; times++) expect(await client.json('/')).toEqual({});
});

test('a head that has no end is no HTTP, and not asked for again', async () => {
  await using server = await loopbackServer(({ socket }) => {
    socket.on('error', () => undefined);
    socket.write(`HTTP/1.1 200 OK\r\n${`x-a: ${'b'.repeat(1000)}\r\n`.repeat(100)}`);
  });
  const { message } = await problemOf(clientOf(server.host).client.json('/'));
  expect([message, server.seen.length]).toEqual([
    `${server.host} broke off its answer (HPE_HEADER_OVERFLOW).`,
    1,
  ]);
});

test('what fails to the last attempt is not begun again from above', async () => {
  await using server = await loopbackServer((_, response) => response.writeHead(503).end());
  const { isPassing, status } = await problemOf(clientOf(server.host).client.json('/'));
  expect([isPassing, status, server.seen.length]).toEqual([false, 503, 5]);
});
