import { expect, test } from 'vitest';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { commitThatAdded } from './commit-that-added.ts';

test('the first commit that added a path is found, whatever came after it', () => {
  using repository = temporaryRepository();
  repository.commit({ 'a.json': 'one line that both files share\n', b: '1' });
  repository.git('rm', '--quiet', 'a.json');
  const added = repository.commit({ 'c.json': 'one line that both files share\n' });
  repository.commit({ 'c.json': '2' });
  expect(commitThatAdded(repository.folder, 'c.json')).toBe(added);
});

test('a path that nothing added has none, and a pattern is only a path', () => {
  using repository = temporaryRepository();
  repository.commit({ a: '1' });
  expect(commitThatAdded(repository.folder, 'b')).toBeUndefined();
  expect(commitThatAdded(repository.folder, '*')).toBeUndefined();
  expect(commitThatAdded(repository.folder, ':(top)a')).toBeUndefined();
});

test('a shallow clone does not take its oldest commit for the one that added everything', () => {
  using origin = temporaryRepository();
  const first = origin.commit({ a: '1' });
  origin.commit({ b: '1' });
  const third = origin.commit({ c: '1' });
  using clone = temporaryRepository();
  clone.git('fetch', '--quiet', '--depth=2', `file://${origin.folder}`, 'HEAD');
  const found = (path: string) => commitThatAdded(clone.folder, path, 'FETCH_HEAD');
  expect([found('a'), found('c')]).toEqual([undefined, third]);
  expect(commitThatAdded(origin.folder, 'a')).toBe(first);
});
