import { describe, expect, test } from 'vitest';

import { plant } from '../fake-github/state.ts';
import { forkEvent, pullRequestEvent } from '../host/events.ts';
import { pullRequest, serverCost, tagged, unrelated, untagged } from './shop.ts';

const marker = '<!-- tollgate:comment key=default v=1 -->';
const bot = 'github-actions[bot]';

describe('a pull request that policy lets pass', () => {
  test('gets one comment, a check run, a summary and outputs', async () => {
    await using scenario = await pullRequest(tagged);
    const { hosted, repository, github } = scenario;
    const run = await scenario.run(pullRequestEvent(hosted));
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(github.violations).toEqual([]);
    expect(run.outputs).toMatchObject({ verdict: 'pass', 'monthly-delta': serverCost, currency: 'USD' });
    expect(run.result).toMatchObject({ verdict: { state: 'pass' }, head: { commit: hosted.merge } });
    expect(repository.comments).toHaveLength(1);
    const [text = ''] = repository.comments.map(({ body }) => body);
    expect(text.startsWith(`${marker}\n`)).toBe(true);
    expect(text).toContain(`+$${serverCost}/mo`);
    expect(text).toContain(hosted.head.slice(0, 7));
    expect(run.summary).toContain(`+$${serverCost}/mo`);
    // The report in the log cannot command the runner.
    expect(run.stdout).toMatch(/^::stop-commands::([\w-]+)\n[^]*70\.88[^]*\n::\1::$/m);
    expect(repository.checkRuns).toMatchObject([
      { name: 'Tollgate verdict', headSha: hosted.head, conclusion: 'success', annotations: [] },
    ]);
  });

  test('has the same comment after a second run, unwritten', async () => {
    await using scenario = await pullRequest(tagged);
    const event = pullRequestEvent(scenario.hosted);
    await scenario.run(event);
    const { stdout } = await scenario.run(event);
    expect(stdout).toContain('Comment unchanged');
    expect(commentWrites(scenario.github)).toEqual(['POST']);
  });

  test('whose comment says something else gets it updated in place', async () => {
    await using scenario = await pullRequest(tagged);
    const old = plant(scenario.repository, bot, `${marker}\nolder text`);
    await scenario.run(pullRequestEvent(scenario.hosted));
    expect(scenario.repository.comments).toEqual([old]);
    expect(old.body).toContain(`+$${serverCost}/mo`);
  });
});

describe('a pull request that policy blocks', () => {
  test('fails the job and marks the line', async () => {
    await using scenario = await pullRequest(untagged);
    const run = await scenario.run(pullRequestEvent(scenario.hosted));
    expect(run).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'fail' } });
    expect(scenario.github.violations).toEqual([]);
    expect(scenario.repository.checkRuns).toMatchObject([
      {
        conclusion: 'failure',
        annotations: [{ path: 'server.tf', start_line: 1, annotation_level: 'failure' }],
      },
    ]);
  });

  test.each([
    ['never', 0],
    ['error', 0],
    ['warn', 1],
  ])('fails the job by fail-on: %s', async (failOn, exitCode) => {
    await using scenario = await pullRequest(untagged);
    const options = { with: { 'fail-on': failOn, token: '' } };
    expect(await scenario.run(pullRequestEvent(scenario.hosted), options)).toMatchObject({
      exitCode,
      outputs: { verdict: 'fail' },
    });
  });
});

describe('a pull request without costs', () => {
  test('gets no comment', async () => {
    await using scenario = await pullRequest(unrelated);
    const run = await scenario.run(pullRequestEvent(scenario.hosted));
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', 'monthly-delta': '0' } });
    expect(scenario.repository.comments).toEqual([]);
  });

  test.each([
    ['always', unrelated, 1],
    ['never', untagged, 0],
    ['violations', tagged, 0],
    ['violations', untagged, 1],
  ])(
    'or with them, gets one by the input comment (%s), whatever tollgate.yml says',
    async (comment, change, count) => {
      await using scenario = await pullRequest(change);
      await scenario.run(pullRequestEvent(scenario.hosted), { with: { comment } });
      expect(scenario.repository.comments).toHaveLength(count);
    },
  );

  test('gets the comment that it has brought up to date', async () => {
    await using scenario = await pullRequest(unrelated);
    plant(scenario.repository, bot, `${marker}\nIt costs more.`);
    await scenario.run(pullRequestEvent(scenario.hosted));
    expect(scenario.repository.comments.map(({ body }) => body)).toEqual([
      expect.not.stringContaining('It costs more.'),
    ]);
  });
});

describe('the comment', () => {
  test('is not written when the pull request has moved on', async () => {
    await using scenario = await pullRequest(tagged, { headSha: 'd'.repeat(40) });
    const run = await scenario.run(pullRequestEvent(scenario.hosted));
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('Comment skipped: The pull request has moved on');
    expect(scenario.repository.comments).toEqual([]);
  });

  test('of somebody else is left alone, though it carries our marker', async () => {
    await using scenario = await pullRequest(tagged);
    const planted = plant(scenario.repository, 'mallory', `${marker}\nAll is well.`);
    await scenario.run(pullRequestEvent(scenario.hosted));
    expect(planted.body).toBe(`${marker}\nAll is well.`);
    expect(scenario.repository.comments.map(({ login }) => login)).toEqual(['mallory', bot]);
  });

  test('is found behind 1,200 others', async () => {
    await using scenario = await pullRequest(tagged);
    for (let i = 0; i < 1200; i++) plant(scenario.repository, `user${i}`, 'Nice.');
    plant(scenario.repository, bot, `${marker}\nolder text`);
    await scenario.run(pullRequestEvent(scenario.hosted));
    expect(commentWrites(scenario.github)).toEqual(['PATCH']);
  });

  test('waits for a rate limit', async () => {
    const limited = { status: 429, message: 'You have exceeded a secondary rate limit.' };
    await using scenario = await pullRequest(tagged, {
      faults: [{ ...limited, request: 'POST /repos/acme/shop/issues', headers: { 'retry-after': '1' } }],
    });
    const run = await scenario.run(pullRequestEvent(scenario.hosted));
    expect(run.stdout).toContain("GitHub's rate limit is reached: trying again in 1 seconds.");
    expect(scenario.repository.comments).toHaveLength(1);
  });

  test('is one for each key', async () => {
    await using scenario = await pullRequest(tagged);
    const event = pullRequestEvent(scenario.hosted);
    await scenario.run(event);
    await scenario.run(event, { with: { 'comment-key': 'staging' } });
    expect(scenario.repository.comments).toHaveLength(2);
  });
});

test('names in a pull request command neither the runner nor the comment', async () => {
  const name = 'x\n::warning::owned\n<!-- tollgate:comment key=default v=1 --> @everyone.tf';
  await using scenario = await pullRequest({ [name]: untagged['server.tf'] });
  const run = await scenario.run(pullRequestEvent(scenario.hosted));
  expect(run).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'fail' } });
  expect(scenario.github.violations).toEqual([]);
  expect(run.stdout).not.toMatch(/^::warning::owned/m);
  const [text = ''] = scenario.repository.comments.map(({ body }) => body);
  expect(text.split('<!--')).toHaveLength(3);
  expect(text).not.toMatch(/[^`\w]@everyone/);
});

describe('without permission to write', () => {
  test('a fork has the report in the summary and beside the code, and no warning', async () => {
    await using scenario = await pullRequest(untagged, { readOnly: true });
    const run = await scenario.run(forkEvent(scenario.hosted));
    expect(run).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'fail' } });
    expect(run.summary).toContain(`+$${serverCost}/mo`);
    expect(run.stdout).toMatch(/^::error title=.*,file=server\.tf,line=1/m);
    expect(run.stdout).not.toContain('::warning');
  });

  test('a job that lacks permissions is told which, and passes', async () => {
    await using scenario = await pullRequest(tagged, { readOnly: true });
    const run = await scenario.run(pullRequestEvent(scenario.hosted));
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(run.stdout).toMatch(/^::warning::Comment: .*pull-requests: write/m);
    expect(run.stdout).toMatch(/^::warning::Check run: .*checks: write/m);
  });

  test('a job without token asks nothing of GitHub', async () => {
    await using scenario = await pullRequest(tagged);
    const run = await scenario.run(pullRequestEvent(scenario.hosted), { with: { token: '' } });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(scenario.github.requests).toEqual([]);
  });
});

function commentWrites({ requests }: { requests: readonly { method: string; path: string }[] }): string[] {
  return requests
    .filter(({ method, path }) => method !== 'GET' && path.includes('/issues/'))
    .map(({ method }) => method);
}
