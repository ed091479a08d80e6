import { expect, test } from 'vitest';

import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { check } from '../check.ts';

test('counts the types that no list knows, the most frequent first, and what is free', async () => {
  using repository = temporaryRepository();
  const types = ['aws_zeta', 'aws_alpha', 'aws_zeta', 'aws_vpc', 'aws_beta'];
  const resources = types.map((type, index) => `resource "${type}" "r${index}" {}\n`);
  const base = repository.commit({ 'main.tf': 'provider "aws" {\n  region = "us-east-1"\n}\n' });
  const head = repository.commit({ 'more.tf': resources.join('') });
  const { coverage } = (await check({ repository: repository.folder, base, head })).result;
  expect(coverage.unknownTypes).toEqual([
    { type: 'aws_zeta', count: 2 },
    { type: 'aws_alpha', count: 1 },
    { type: 'aws_beta', count: 1 },
  ]);
  expect([coverage.resources, coverage.free]).toEqual([5, 1]);
});
