import { expect, test } from 'vitest';
import { type Handler, loopbackServer } from '../../../../test/support/loopback/server.ts';
import { HttpsClient } from '../http/client.ts';
import { KEY, read, sample, sku } from './test-support.ts';

const say =
  (status: number, body: unknown, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

/** Reads a list from a server that gives these answers in turn, the last one for ever. */
async function ask(...answers: readonly Handler[]) {
  let asked = 0;
  await using server = await loopbackServer((request, response) => {
    answers[Math.min(asked++, answers.length - 1)]?.(request, response);
  });
  const pauses: number[] = [];
  const pause = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const client = new HttpsClient(`https://${server.host}`, { pause });
  const outcome = await read(client, '152E-C115-5142 Cloud Run', ['europe-west4']).then(
    ({ lines }) => lines,
    (error: unknown) => String(error),
  );
  return { outcome, pauses, queries: server.seen.map(({ path }) => path) };
}

const page = (token: string, ...names: readonly string[]) =>
  say(200, { skus: names.map((name) => sku(name)), nextPageToken: token });

test('pages are read in order, with the key in each question', async () => {
  const { outcome, queries } = await ask(page('next=1', 'A'), page('', 'B'));
  expect(outcome).toEqual(['run A europe-west4 0 0.05 hour', 'run B europe-west4 0 0.05 hour']);
  expect(queries).toEqual([
    `/v1/services/152E-C115-5142/skus?currencyCode=USD&pageSize=5000&key=${KEY}&pageToken=`,
    `/v1/services/152E-C115-5142/skus?currencyCode=USD&pageSize=5000&key=${KEY}&pageToken=next%3D1`,
  ]);
});

test('a service that is busy is asked again, after the time that it names', async () => {
  const { outcome, pauses } = await ask(say(429, '', { 'retry-after': '7' }), say(500, ''), page('', 'A'));
  expect(outcome).toEqual(['run A europe-west4 0 0.05 hour']);
  expect(pauses[0]).toBe(7000);
});

const broken: Handler = (request, response) => {
  response.writeHead(200, { 'content-length': '5000' }).write('{"skus": [');
  request.socket.end();
};

const refused = (status: number, reason: string) =>
  say(status, { error: { code: status, message: `key ${KEY}`, details: [{ reason }] } });

let number = 0;
const endless: Handler = (request, response) => {
  page(String(number++))(request, response);
};

test.each<[string, Handler, string]>([
  ['a page of HTML', say(200, '<html>maintenance</html>'), 'not JSON'],
  ['an answer that breaks off', broken, 'localhost'],
  ['an error that stays', say(503, ''), 'HTTP 503'],
  ['a list', say(200, []), 'An answer holds no list of SKUs.'],
  ['SKUs that are no list', say(200, { skus: {} }), 'An answer holds no list of SKUs.'],
  ['a token that is no text', say(200, { skus: [], nextPageToken: 1 }), 'is no text'],
  ['pages in a circle', page('again', 'A'), 'lead in a circle'],
  ['pages without an end', endless, 'more than 200 pages'],
  ['no description', say(200, { skus: [{}] }), '"description" is missing'],
  ['no way to buy', say(200, { skus: [{ description: 'A', skuId: '1' }] }), '"usageType" is missing'],
  ['a price as a figure', say(200, { skus: [withUnits(2)] }), '"units" is missing'],
  ['a negative price', say(200, { skus: [withUnits('-2')] }), '"units" is missing'],
  [
    'a key that is not known',
    say(400, sample('api-key-invalid.json')),
    'Google does not know the API key. Create one free of charge',
  ],
  [
    'a key for something else',
    refused(403, 'API_KEY_SERVICE_BLOCKED'),
    'read prices (API_KEY_SERVICE_BLOCKED)',
  ],
  ['a key for nothing', refused(403, 'no reason'), 'read prices (HTTP 403)'],
  ['another refusal', refused(400, 'BAD'), 'HTTP 400'],
])('%s ends the list with a reason that does not hold the key', async (_, answer, reason) => {
  const { outcome } = await ask(answer);
  expect(outcome).toContain('ListProblem');
  expect(outcome).toContain(reason);
  expect(outcome).not.toContain(KEY);
});

function withUnits(units: unknown) {
  const tieredRates = [{ unitPrice: { currencyCode: 'USD', units } }];
  const pricingInfo = [{ effectiveTime: '2026-01-01T', pricingExpression: { usageUnit: 'h', tieredRates } }];
  return { ...sku('A'), pricingInfo };
}
