import { describe, expect, test } from 'vitest';

import { connectPlainly } from '../../../test/fake-github/connect.ts';
import { type FakeGitHub, startFakeGitHub } from '../../../test/fake-github/server.ts';
import { type FakeRepository, fakeRepository, plant } from '../../../test/fake-github/state.ts';
import type { CommentRequest, PublishOutcome } from '../port.ts';
import { upsertComment } from './comment.ts';
import { markedBody } from './marker.ts';

const head = 'b'.repeat(40);
const bot = 'github-actions[bot]';

function request(over: Partial<CommentRequest> = {}): CommentRequest {
  return { pullNumber: 7, headSha: head, key: 'default', body: 'It costs more.', create: true, ...over };
}

async function upsert(
  repository: FakeRepository,
  ...requests: CommentRequest[]
): Promise<{ outcomes: PublishOutcome[]; writes: string[]; violations: readonly string[] }> {
  await using github = await startFakeGitHub(repository);
  const connection = connectPlainly(github, repository);
  const outcomes: PublishOutcome[] = [];
  for (const one of requests) outcomes.push(await upsertComment(connection, one));
  return { outcomes, writes: writesOf(github), violations: github.violations };
}

function writesOf(github: FakeGitHub): string[] {
  return github.requests
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method, path }) => `${method} ${path.replace('/repos/acme/shop', '')}`);
}

describe('one comment', () => {
  test('is created, left alone when equal, and updated in place when not', async () => {
    const repository = fakeRepository();
    const { outcomes, writes, violations } = await upsert(
      repository,
      request(),
      request(),
      request({ body: 'It costs less.' }),
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['created', 'unchanged', 'updated']);
    expect(writes).toEqual(['POST /issues/7/comments', 'PATCH /issues/comments/100000']);
    expect(repository.comments.map(({ body }) => body)).toEqual([
      markedBody(request({ body: 'It costs less.' })),
    ]);
    expect(violations).toEqual([]);
  });

  test('is found behind 1,200 others', async () => {
    const repository = fakeRepository();
    for (let i = 0; i < 1200; i++) plant(repository, `user${i}`, 'Nice.');
    const own = plant(repository, bot, markedBody(request({ body: 'old' })));
    const { outcomes, writes } = await upsert(repository, request());
    expect(outcomes).toMatchObject([{ state: 'updated' }]);
    expect(writes).toEqual([`PATCH /issues/comments/${own.id}`]);
  });

  test.each([
    ['of somebody else, with our marker', 'mallory', markedBody(request())],
    ['of a person who is named like us', 'github-actions', markedBody(request())],
    ['of ours that only quotes the marker', bot, `> quoted\n${markedBody(request())}`],
    ['of ours for another key', bot, markedBody(request({ key: 'staging' }))],
    ['of ours for a longer key', bot, markedBody(request({ key: 'default v=1 --> x' }))],
  ])('is not one %s', async (_name, login, body) => {
    const repository = fakeRepository();
    const planted = plant(repository, login, body);
    const { outcomes, writes } = await upsert(repository, request());
    expect(outcomes).toMatchObject([{ state: 'created' }]);
    expect(writes).toEqual(['POST /issues/7/comments']);
    expect(planted.body).toBe(body);
  });

  test('belongs to the account of the token, whichever that is', async () => {
    const repository = fakeRepository({ login: 'acme-gate[bot]' });
    plant(repository, bot, markedBody(request({ body: 'of another app' })));
    const own = plant(repository, 'acme-gate[bot]', markedBody(request({ body: 'old' })));
    const { writes } = await upsert(repository, request());
    expect(writes).toEqual([`PATCH /issues/comments/${own.id}`]);
  });

  test('is taken for that of the workflow when the token may not ask who it is', async () => {
    const repository = fakeRepository({ faults: [{ request: 'POST /graphql', status: 403, message: 'No' }] });
    const own = plant(repository, bot, markedBody(request({ body: 'old' })));
    const { writes } = await upsert(repository, request());
    expect(writes).toEqual([`PATCH /issues/comments/${own.id}`]);
  });
});

describe('nothing is written', () => {
  test('when the pull request has moved on', async () => {
    const repository = fakeRepository({ headSha: 'd'.repeat(40) });
    const { outcomes, writes } = await upsert(repository, request());
    expect(outcomes).toEqual([
      {
        state: 'skipped',
        reason: 'The pull request has moved on to dddddddddddd: a newer run will comment.',
      },
    ]);
    expect(writes).toEqual([]);
  });

  test('when there is no comment and none is wanted', async () => {
    const repository = fakeRepository();
    const { outcomes, writes } = await upsert(repository, request({ create: false }));
    expect(outcomes).toMatchObject([{ state: 'skipped' }]);
    expect(writes).toEqual([]);
  });
});

test('an existing comment is updated even when none would be created', async () => {
  const repository = fakeRepository();
  plant(repository, bot, markedBody(request({ body: 'old' })));
  const { outcomes } = await upsert(repository, request({ create: false, body: 'No change any more.' }));
  expect(outcomes).toMatchObject([{ state: 'updated' }]);
  expect(repository.comments[0]?.body).toContain('No change any more.');
});

describe('duplicates', () => {
  test('of a run that was faster go, and the oldest has our text', async () => {
    const repository = fakeRepository({
      beforeCreate: (state) => plant(state, bot, markedBody(request({ body: 'of the other run' }))),
    });
    plant(repository, 'mallory', markedBody(request()));
    const { outcomes } = await upsert(repository, request());
    expect(outcomes).toMatchObject([{ state: 'created' }]);
    expect(repository.comments).toEqual([
      { id: 100_000, login: 'mallory', body: markedBody(request()) },
      { id: 100_001, login: bot, body: markedBody(request()) },
    ]);
  });

  test('left by earlier runs go with the next update', async () => {
    const repository = fakeRepository();
    const oldest = plant(repository, bot, markedBody(request({ body: 'old' })));
    plant(repository, bot, markedBody(request({ body: 'newer' })));
    // Whatever the order that they come in.
    repository.comments.reverse();
    await upsert(repository, request());
    expect(repository.comments).toEqual([{ id: oldest.id, login: bot, body: markedBody(request()) }]);
  });

  test('that somebody removed first are no failure', async () => {
    const repository = fakeRepository({
      faults: [{ request: 'DELETE /repos/acme/shop/issues/comments', status: 404, message: 'Not Found' }],
    });
    plant(repository, bot, markedBody(request({ body: 'old' })));
    plant(repository, bot, markedBody(request({ body: 'older' })));
    const { outcomes } = await upsert(repository, request());
    expect(outcomes).toMatchObject([{ state: 'updated' }]);
  });
});

test.each([
  ['a read-only token', { readOnly: true }, '"pull-requests: write"'],
  ['a locked conversation', { locked: true }, 'conversation is locked'],
  ['another repository', { fullName: 'acme/gone', pullNumber: 8 }, '404: Not Found'],
  [
    'a token that expired',
    { faults: [{ request: 'GET', status: 401, message: 'Bad credentials' }] },
    'token is not valid',
  ],
  [
    'a server error',
    { faults: [{ request: 'POST', status: 502, message: 'Bad Gateway' }] },
    'run again later',
  ],
])('%s denies, and says why', async (_name, over, reason) => {
  const { outcomes } = await upsert(fakeRepository(over), request());
  expect(outcomes).toMatchObject([{ state: 'denied' }]);
  expect(outcomes[0]).toHaveProperty('reason', expect.stringContaining(reason));
});
