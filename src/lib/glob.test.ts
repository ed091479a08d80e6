import { expect, test } from 'vitest';
import { globMatches } from './glob.ts';

test.each([
  ['aws_iam_*', 'aws_iam_role', true],
  ['aws_iam_*', 'aws_instance', false],
  ['envs/prod/**', 'envs/prod/a/b.tf', true],
  ['envs/prod/', 'envs/prod/main.tf', true],
  ['envs/*/main.tf', 'envs/prod/main.tf', true],
  ['envs/*/main.tf', 'envs/prod/eu/main.tf', false],
  ['envs/**/main.tf', 'envs/main.tf', true],
  ['envs/**/main.tf', 'envs/a/b/main.tf', true],
  ['**/main.tf', 'main.tf', true],
  ['**', '', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['*', '', true],
  ['a.b', 'axb', false],
  ['(a+)+$', '(a+)+$', true],
])('%s against %s is %s', (pattern, path, expected) => {
  expect(globMatches(pattern, path)).toBe(expected);
});

test('a pattern of many stars ends', () => {
  expect(globMatches('*a'.repeat(200), 'a'.repeat(2_000) + 'b')).toBe(false);
});
