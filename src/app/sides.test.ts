import { expect, test } from 'vitest';

import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { check } from './check.ts';
import type { SidesRequest } from './sides.ts';

const RULES =
  'version: 1\npolicies:\n  monthly_increase: { level: soft, amount: 10 }\n  required_tags: { level: hard, keys: [owner] }\n';
const INSTANCE = 'resource "aws_instance" "a" {\n  instance_type = "m5.24xlarge"\n}\n';
const PROVIDER = 'provider "aws" {\n  region = "us-east-1"\n}\n';

/** The verdict on a branch that left `main` before the rules came to it. */
async function judgeOldBranch(
  request: (commits: { root: string; tip: string; head: string }) => Partial<SidesRequest>,
) {
  using repository = temporaryRepository();
  const root = repository.commit({ 'main.tf': PROVIDER });
  const tip = repository.commit({ 'tollgate.yml': RULES, 'later.tf': INSTANCE.replace('"a"', '"later"') });
  repository.git('checkout', '--quiet', '-b', 'old', root);
  const head = repository.commit({ 'a.tf': INSTANCE });
  const options = { repository: repository.folder, head, now: '2026-11-01T00:00:00Z' };
  const { verdict, changes, configChanges } = (await check({ ...options, ...request({ root, tip, head }) }))
    .result;
  return {
    state: verdict.state,
    changes: changes.map(({ change }) => `${change.action} ${change.address}`),
    configChanges,
  };
}

const refused = { state: 'fail', changes: ['create aws_instance.a'], configChanges: [] };

test.each<[string, Parameters<typeof judgeOldBranch>[0]]>([
  ['the default base', () => ({})],
  ['--merge-base', () => ({ base: 'main', mergeBase: true })],
  ['a commit to take the configuration from', ({ root, tip }) => ({ base: root, configRef: tip })],
])('a branch from before the rules does not escape them with %s', async (_, request) => {
  expect(await judgeOldBranch(request)).toEqual(refused);
});

test('a base that is named is the whole base', async () => {
  expect(await judgeOldBranch(({ root }) => ({ base: root }))).toMatchObject({ state: 'pass' });
});
