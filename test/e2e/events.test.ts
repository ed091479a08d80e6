import { describe, expect, test } from 'vitest';

import {
  manualEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pullRequestTargetEvent,
  pushEvent,
} from '../host/events.ts';
import { pullRequest, serverCost, tagged, untagged } from './shop.ts';

describe('events other than a pull request', () => {
  test('pull_request_target reads the change without checking it out', async () => {
    await using scenario = await pullRequest(untagged);
    const { hosted, repository } = scenario;
    const run = await scenario.run(pullRequestTargetEvent(hosted));
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(run.result).toMatchObject({ base: { commit: hosted.base }, head: { commit: hosted.merge } });
    expect(repository.comments).toHaveLength(1);
  });

  test('merge_group is checked at its head, without a comment', async () => {
    await using scenario = await pullRequest(tagged);
    const { hosted, repository, github } = scenario;
    const run = await scenario.run(mergeGroupEvent(hosted));
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', 'monthly-delta': serverCost } });
    expect(repository).toMatchObject({ comments: [], checkRuns: [{ headSha: hosted.merge }] });
    expect(github.violations).toEqual([]);
  });

  test('push compares what it names, and fetches it', async () => {
    await using scenario = await pullRequest(tagged);
    const run = await scenario.run(pushEvent(scenario.hosted, scenario.hosted.fork));
    expect(run).toMatchObject({ exitCode: 0, outputs: { 'monthly-delta': serverCost } });
    expect(run.stdout).toContain(`fetched the base commit ${scenario.hosted.fork}`);
    expect(scenario.repository.comments).toEqual([]);
  });

  test('push of a new branch and a manual run compare with the default branch', async () => {
    await using scenario = await pullRequest(tagged);
    const { hosted } = scenario;
    const workspace = hosted.checkout(hosted.head, 0);
    for (const event of [pushEvent(hosted), manualEvent(hosted)]) {
      expect(await scenario.run(event, { workspace })).toMatchObject({
        exitCode: 0,
        outputs: { 'monthly-delta': serverCost },
      });
    }
  });

  test('a manual run takes a base', async () => {
    await using scenario = await pullRequest(tagged);
    const { hosted } = scenario;
    const run = await scenario.run(manualEvent(hosted), { with: { base: hosted.fork } });
    expect(run).toMatchObject({ exitCode: 0, outputs: { 'monthly-delta': serverCost } });
  });
});

describe('nothing to check', () => {
  test.each(['schedule', 'workflow_dispatch'])('in a run by %s on the default branch', async (event) => {
    await using scenario = await pullRequest(untagged);
    const { hosted } = scenario;
    const on = { ...manualEvent(hosted), event, sha: hosted.base };
    const run = await scenario.run(on, { workspace: hosted.checkout(hosted.base, 0) });
    expect(run).toMatchObject({ exitCode: 0, stderr: '', outputs: { verdict: 'skipped' } });
    expect(run.stdout).toContain('on the default branch already');
    expect(scenario.github.requests).toEqual([]);
  });

  test('in a push of a new branch without commits', async () => {
    await using scenario = await pullRequest(untagged);
    const { hosted } = scenario;
    const push = pushEvent(hosted);
    const payload = { ...(push.payload as object), after: hosted.base };
    const run = await scenario.run(
      { ...push, sha: hosted.base, payload },
      { workspace: hosted.checkout(hosted.base, 0) },
    );
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'skipped' } });
  });

  test.each([
    ['a closed pull request', { action: 'closed' }, {}],
    ['a draft that is to be skipped', {}, { draft: 'skip' }],
  ])('in %s', async (_name, over, inputs) => {
    await using scenario = await pullRequest(untagged);
    const event = pullRequestEvent(scenario.hosted, { draft: true });
    const payload = { ...(event.payload as object), ...over };
    const run = await scenario.run({ ...event, payload }, { with: inputs });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'skipped' } });
    expect(scenario.github.requests).toEqual([]);
  });
});

test('a quiet draft gets a verdict and no first comment', async () => {
  await using scenario = await pullRequest(untagged);
  const event = pullRequestEvent(scenario.hosted, { draft: true });
  expect(await scenario.run(event, { with: { draft: 'quiet' } })).toMatchObject({ exitCode: 1 });
  expect(scenario.repository).toMatchObject({ comments: [], checkRuns: [{ conclusion: 'failure' }] });
});

describe("the user's mistakes end with code 2 and a way out", () => {
  test.each([
    ['a wrong input', { comment: 'sometimes' }, 'Use one of changes, violations, always, never.'],
    ['a folder outside of the workspace', { 'working-directory': '../..' }, 'relative to the workspace'],
    ['a folder that is not there', { 'working-directory': 'nowhere' }, 'run actions/checkout before'],
    ['a base that is not there', { base: 'nowhere' }, 'Fetch it first'],
    ['a key that would close the marker', { 'comment-key': '-->' }, 'Use up to 64 letters'],
  ])('%s', async (_name, inputs, hint) => {
    await using scenario = await pullRequest(tagged);
    const run = await scenario.run(pullRequestEvent(scenario.hosted), { with: inputs });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toMatch(/^::error title=Tollgate::error: /m);
    expect(run.stdout).toContain(hint);
    expect(run.stdout + run.stderr).not.toMatch(/^\s+at /m);
    expect(scenario.github.requests).toEqual([]);
  });

  test('an event without a base', async () => {
    await using scenario = await pullRequest(tagged);
    const run = await scenario.run(manualEvent(scenario.hosted));
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.stdout).toContain('Give the input "base"');
  });
});

test('a broken event is told without a stack, code 3', async () => {
  await using scenario = await pullRequest(tagged);
  const event = { ...pullRequestEvent(scenario.hosted), payload: { pull_request: { number: 'x' } } };
  const run = await scenario.run(event);
  expect(run.exitCode).toBe(3);
  expect(run.stdout).toContain('"pull_request.number"');
  expect(run.stdout + run.stderr).not.toMatch(/^\s+at /m);
});
