import { describe, expect, test } from 'vitest';

import { pullRequestEvent } from '../host/events.ts';
import { assumed, brokenConfig, pullRequest, remoteModule, tagged, untagged } from './shop.ts';

describe('what cannot be seen is never a silent pass', () => {
  test('a module outside of the repository is told in the comment, the summary, the check run and the outputs', async () => {
    await using scenario = await pullRequest(remoteModule);
    const { hosted, repository, github } = scenario;
    const run = await scenario.run(pullRequestEvent(hosted));
    expect(run.stderr).toBe('');
    expect(github.violations).toEqual([]);
    expect(run.outputs).toMatchObject({ 'monthly-delta': '', 'unpriced-changes': '1' });
    const [comment = ''] = repository.comments.map(({ body }) => body);
    for (const text of [comment, run.summary]) {
      expect(text).toContain('cost unknown for 1 changed module');
      expect(text).toContain('module.eks is added or changed');
      expect(text).not.toContain('no cost change');
    }
    const [checkRun] = repository.checkRuns;
    expect(checkRun?.annotations).toContainEqual(
      expect.objectContaining({
        path: 'eks.tf',
        start_line: 1,
        annotation_level: 'warning',
        title: 'unresolved-module',
      }),
    );
  });

  test('a broken configuration on both sides blocks, with its place', async () => {
    await using scenario = await pullRequest(tagged, {}, brokenConfig);
    const run = await scenario.run(pullRequestEvent(scenario.hosted));
    expect(run).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'error' } });
    const [comment = ''] = scenario.repository.comments.map(({ body }) => body);
    for (const text of [comment, run.summary]) {
      expect(text).toContain('could not decide');
      expect(text).toContain('tollgate.yml:');
    }
    expect(scenario.repository.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
  });

  test('a change that repairs the configuration is judged by it, loudly', async () => {
    const sound = 'version: 1\npolicies: { required_tags: { level: hard, keys: [owner] } }\n';
    for (const [change, verdict] of [
      [tagged, 'pass'],
      [untagged, 'fail'],
    ] as const) {
      await using scenario = await pullRequest({ ...change, 'tollgate.yml': sound }, {}, brokenConfig);
      const run = await scenario.run(pullRequestEvent(scenario.hosted));
      expect(run.outputs['verdict']).toBe(verdict);
      const [comment = ''] = scenario.repository.comments.map(({ body }) => body);
      for (const text of [comment, run.summary])
        expect(text).toContain('The configuration of the base commit is broken');
    }
  });
});

test('the delta is the likely one of a range', async () => {
  await using scenario = await pullRequest(assumed);
  const run = await scenario.run(pullRequestEvent(scenario.hosted));
  expect(run.outputs).toMatchObject({ 'monthly-delta': '0.4', 'unpriced-changes': '0' });
  expect(run.result).toMatchObject({ totals: { delta: { monthly: { low: '0', high: '40' } } } });
});
