import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { commitSummary } from './commit-summary.ts';

it.each([
  ['1767225600', 'Raise the price\n\nLong text', '2026-01-01T00:00:00Z', 'Raise the price'],
  ['99999999999999', 'after all years', null, 'after all years'],
  ['0', '', '1970-01-01T00:00:00Z', ''],
  ['0', 'a\u001b[31m\nb', '1970-01-01T00:00:00Z', 'a\u001b[31m b'],
])('is the date %s and the subject of a commit', (seconds, message, date, subject) => {
  using repository = temporaryRepository();
  repository.commit({ a: '' });
  const tree = repository.git('rev-parse', 'HEAD^{tree}');
  const person = `A <a@example.com> ${seconds} +0000`;
  const commit = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], {
    cwd: repository.folder,
    input: `tree ${tree}\nauthor ${person}\ncommitter ${person}\n\n${message}`,
    encoding: 'utf8',
  }).trim();
  expect(commitSummary(repository.folder, commit)).toEqual({ id: commit, date, subject });
});

it('is nothing where the clone lacks the commit', () => {
  using repository = temporaryRepository();
  expect(commitSummary(repository.folder, 'f'.repeat(40))).toBeUndefined();
});
