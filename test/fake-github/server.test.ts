import { expect, test } from 'vitest';

import { checkAnswer, commentAnswer } from './answers.ts';
import { schemaProblems } from './contract.ts';
import { startFakeGitHub } from './server.ts';
import { fakeRepository, plant } from './state.ts';

const output = { title: 't', summary: 's' };
const check = {
  name: 'n',
  head_sha: 'a'.repeat(40),
  status: 'completed',
  conclusion: 'success',
  output,
};
const note = { path: 'a.tf', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };

test.each([
  ['no body', '/repos/acme/shop/issues/7/comments', undefined],
  ['a blank comment', '/repos/acme/shop/issues/7/comments', { body: ' ' }],
  ['a comment that is too long', '/repos/acme/shop/issues/7/comments', { body: 'x'.repeat(65_537) }],
  ['a key that GitHub ignores', '/repos/acme/shop/issues/7/comments', { body: 'x', bdoy: 'x' }],
  ['a number that is none', '/repos/acme/shop/issues/x/comments', { body: 'x' }],
  ['a path outside the slice', '/repos/acme/shop/labels', { name: 'x' }],
  ['a wrong conclusion', '/repos/acme/shop/check-runs', { ...check, conclusion: 'pass' }],
  ['completed without conclusion', '/repos/acme/shop/check-runs', { ...check, conclusion: undefined }],
  ['a short commit id', '/repos/acme/shop/check-runs', { ...check, head_sha: 'abc' }],
  ['a long summary', '/repos/acme/shop/check-runs', withOutput({ summary: 'x'.repeat(65_536) })],
  ['51 annotations', '/repos/acme/shop/check-runs', withOutput({ annotations: Array(51).fill(note) })],
  [
    'columns over several lines',
    '/repos/acme/shop/check-runs',
    withOutput({ annotations: [{ ...note, end_line: 2, start_column: 1 }] }),
  ],
  [
    'a misspelt key in an annotation',
    '/repos/acme/shop/check-runs',
    withOutput({ annotations: [{ ...note, titel: 'x' }] }),
  ],
])('refuses %s', async (_name, path, body) => {
  const repository = fakeRepository();
  await using github = await startFakeGitHub(repository);
  expect((await send(github.url, 'POST', path, body)).status).toBe(422);
  expect(github.violations).not.toEqual([]);
  expect([repository.comments, repository.checkRuns]).toEqual([[], []]);
});

test.each([
  ['an unknown repository', '/repos/acme/other/issues/7/comments', {}, 404],
  ['an unknown pull request', '/repos/acme/shop/issues/8/comments', {}, 404],
  ['a read-only token', '/repos/acme/shop/issues/7/comments', { readOnly: true }, 403],
  ['a locked conversation', '/repos/acme/shop/issues/7/comments', { locked: true }, 403],
  ['another token', '/repos/acme/shop/issues/7/comments', { token: 'other' }, 401],
])('says no for %s', async (_name, path, over, status) => {
  const repository = fakeRepository(over);
  await using github = await startFakeGitHub(repository);
  expect((await send(github.url, 'POST', path, { body: 'x' })).status).toBe(status);
  expect(repository.comments).toEqual([]);
  expect(github.violations).toEqual([]);
});

test('a valid check run is taken, and a fault is answered once', async () => {
  const repository = fakeRepository({ faults: [{ request: 'POST /repos', status: 502, message: 'Bad' }] });
  await using github = await startFakeGitHub(repository);
  const path = '/repos/acme/shop/check-runs';
  expect((await send(github.url, 'POST', path, check)).status).toBe(502);
  expect((await send(github.url, 'POST', path, check)).status).toBe(201);
  expect(repository.checkRuns).toMatchObject([{ name: 'n', conclusion: 'success', title: 't' }]);
  expect(github.requests.map(({ status }) => status)).toEqual([502, 201]);
});

test('what the fake answers is what GitHub describes', () => {
  const repository = fakeRepository();
  const comment = commentAnswer('http://127.0.0.1:1', repository, plant(repository, 'octocat', 'x'));
  expect(schemaProblems('/components/schemas/issue-comment', comment)).toEqual([]);
  const run = {
    id: 1,
    name: 'n',
    headSha: 'a',
    conclusion: 'neutral',
    title: 't',
    summary: 's',
    annotations: [],
  };
  const answer = checkAnswer('http://127.0.0.1:1', repository, run);
  expect(schemaProblems('/components/schemas/check-run', answer)).toEqual([]);
  expect(schemaProblems('/components/schemas/check-run', { ...answer, conclusion: 'pass' })).not.toEqual([]);
});

function withOutput(over: object): object {
  return { ...check, output: { ...output, ...over } };
}

function send(base: string, method: string, path: string, body: unknown): Promise<Response> {
  return fetch(base + path, {
    method,
    headers: { authorization: 'token ghs_test', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
