import nock from 'nock';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { connect, type Connection } from './client.ts';
import { explainRefusal, refusalOf } from './refusal.ts';

const api = 'https://ghes.example/api/v3';
const path = '/api/v3/repos/acme/shop/pulls/7';

beforeEach(() => {
  nock.disableNetConnect();
});

afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

async function open(notices: string[] = []): Promise<Connection> {
  return connect({
    token: 'secret',
    repository: 'acme/shop',
    apiUrl: api,
    notice: (line) => notices.push(line),
    second: 1,
  });
}

async function read({ client, owner, repo }: Connection): Promise<string> {
  try {
    const { status } = await client.rest.pulls.get({ owner, repo, pull_number: 7 });
    return String(status);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return explainRefusal(refusal, 'answer', 'pull-requests: read');
  }
}

test('the token goes to the given API', async () => {
  const scope = nock('https://ghes.example', { reqheaders: { authorization: 'token secret' } })
    .get(path)
    .reply(200, {});
  expect(await read(await open())).toBe('200');
  scope.done();
});

test('server errors are tried again, each try with its own time limit', async () => {
  const limits = vi.spyOn(AbortSignal, 'timeout');
  const scope = nock('https://ghes.example').get(path).times(2).reply(502).get(path).reply(200, {});
  expect(await read(await open())).toBe('200');
  expect(limits).toHaveBeenCalledTimes(3);
  limits.mockRestore();
  scope.done();
});

test('a failing network is told, not thrown', async () => {
  nock('https://ghes.example').get(path).times(4).replyWithError('socket hang up');
  expect(await read(await open())).toMatch(/no answer: .*\. GitHub or the network failed/);
});

test('a rate limit is waited for', async () => {
  const notices: string[] = [];
  const scope = nock('https://ghes.example')
    .get(path)
    .reply(429, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '7' })
    .get(path)
    .reply(200, {});
  expect(await read(await open(notices))).toBe('200');
  expect(notices).toEqual(["GitHub's rate limit is reached: trying again in 7 seconds."]);
  scope.done();
});

test('a long rate limit is not waited for', async () => {
  const notices: string[] = [];
  const limited = { message: 'You have exceeded a secondary rate limit.' };
  nock('https://ghes.example').get(path).times(4).reply(403, limited, { 'retry-after': '3600' });
  expect(await read(await open(notices))).toMatch(/^GitHub did not answer \(403: .*run again later\.$/);
  expect(notices).toEqual(["GitHub's rate limit is reached: free again in 3600 seconds."]);
});

test.each([400, 401, 403, 404, 422])('%d is not tried again', async (status) => {
  const scope = nock('https://ghes.example').get(path).once().reply(status, { message: 'No' });
  expect(await read(await open())).toContain(`(${status}: No)`);
  scope.done();
});

test('an error that is no refusal is a fault of ours', () => {
  expect(refusalOf(new TypeError('x is undefined'))).toBeUndefined();
  expect(refusalOf('text')).toBeUndefined();
});
