import { describe, expect, test } from 'vitest';
import {
  type Handler,
  type LoopbackServer,
  loopbackServer,
} from '../../../../test/support/loopback/server.ts';
import { HttpsClient } from '../http/client.ts';
import { item, page, read } from './test-support.ts';

type Answer = (server: LoopbackServer) => Handler;

const say =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  () =>
  (_, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

/** Reads a list from a server that gives these answers in turn, the last one for ever. */
async function ask(...answers: readonly Answer[]) {
  const ready: { server?: LoopbackServer } = {};
  let asked = 0;
  await using server = await loopbackServer((request, response) => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    if (ready.server !== undefined) answer?.(ready.server)(request, response);
  });
  ready.server = server;
  const pauses: number[] = [];
  const pause = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const client = new HttpsClient(`https://${server.host}`, { pause });
  const outcome = await read(client).then(
    ({ lines }) => lines,
    (error: unknown) => String(error).replaceAll(server.otherHost, 'OTHER').replaceAll(server.host, 'HOST'),
  );
  return { outcome, pauses, paths: server.seen.map(({ path }) => path) };
}

const first = item({ unitOfMeasure: '1' });
const second = item({ unitOfMeasure: '1', meterName: 'Writes' });
const both = [
  'things Thing|Standard|Queries westeurope 0 0.5 unit',
  'things Thing|Standard|Writes westeurope 0 0.5 unit',
];
const nextPage =
  (path: string): Answer =>
  (server) =>
    say(200, page([first], `https://${server.host}${path}`))(server);

describe('pages', () => {
  test('are read in order, the first by service and place, with the case of the names', async () => {
    const { outcome, paths } = await ask(nextPage('/api/retail/prices?$skip=1000'), say(200, page([second])));
    expect(outcome).toEqual(both);
    const query = new URL(paths[0] ?? '', 'https://x').searchParams;
    expect(query.get('$filter')).toBe(`serviceName eq 'Things' and (armRegionName eq 'westeurope')`);
    expect(query.get('api-version')).toBe('2023-01-01-preview');
    expect(paths[1]).toBe('/api/retail/prices?$skip=1000');
  });

  test('that lead in a circle end the list', async () => {
    const { outcome, paths } = await ask(nextPage('/a'), nextPage('/b'), nextPage('/a'));
    expect(outcome).toBe('ListProblem: The pages of the list lead in a circle.');
    expect(paths).toHaveLength(3);
  });

  test('without an end do', async () => {
    let number = 0;
    const { outcome } = await ask((server) => nextPage(`/${number++}`)(server));
    expect(outcome).toBe('ListProblem: The list has more than 500 pages.');
  });

  test('of another host are not asked for', async () => {
    const { outcome, paths } = await ask((server) =>
      say(200, page([first], `https://${server.otherHost}/`))(server),
    );
    expect(outcome).toContain('leads to another host');
    expect(paths).toHaveLength(1);
  });
});

test('a service that is busy is asked again, after the time that it names', async () => {
  const { outcome, pauses } = await ask(
    say(429, '', { 'retry-after': '7' }),
    say(503, ''),
    say(200, page([first, second])),
  );
  expect(outcome).toEqual(both);
  expect(pauses[0]).toBe(7000);
});

const broken: Answer = () => (request, response) => {
  response.writeHead(200, { 'content-length': '5000' }).write('{"Items": [');
  request.socket.end();
};

test.each<[string, Answer, string]>([
  ['a page of HTML', say(200, '<html>maintenance</html>'), 'not JSON'],
  ['an answer that breaks off', broken, 'HOST'],
  ['an error that stays', say(500, ''), 'HTTP 500'],
  ['an answer without items', say(200, { items: [first] }), 'An answer holds no list of items.'],
  ['a list', say(200, []), 'An answer holds no list of items.'],
  [
    'fewer items than it says',
    say(200, { ...page([first]), Count: 2 }),
    'holds 1 items and says that it has 2',
  ],
  ['a link that is no text', say(200, { ...page([]), NextPageLink: 5 }), 'is no text'],
  ['no price', say(200, page([{ ...first, retailPrice: null }])), '"retailPrice" is missing'],
  ['a price in words', say(200, page([item({ retailPrice: '0.5' })])), '"retailPrice" is missing'],
  ['a negative price', say(200, page([item({ retailPrice: -1 })])), '"retailPrice" is missing'],
  ['no unit', say(200, page([item({ unitOfMeasure: null })])), '"unitOfMeasure" is missing'],
  ['no start', say(200, page([item({ effectiveStartDate: 'soon' })])), '"effectiveStartDate" is missing'],
  ['an item that is none', say(200, page([null])), '"serviceName" is missing'],
])('%s ends the list with a reason', async (_, answer, reason) => {
  const { outcome } = await ask(answer);
  expect(outcome).toContain('ListProblem');
  expect(outcome).toContain(reason);
});
