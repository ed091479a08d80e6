import { expect, test } from 'vitest';
import { temporaryRepository, type TemporaryRepository } from '../../test/support/temporary-repository.ts';
import { commitThatWrote } from './commit-that-wrote.ts';

const LINE = 'one line that both files share\n';

function since({ folder }: TemporaryRepository, path: string, content: string, commit = 'HEAD') {
  return commitThatWrote(folder, path, (text) => text === content, commit);
}

test('the commit that wrote the content of a path is found, not the one that first had the path', () => {
  using repository = temporaryRepository();
  repository.commit({ 'a.json': LINE, b: '1' });
  repository.git('rm', '--quiet', 'a.json');
  const added = repository.commit({ 'c.json': LINE });
  expect(since(repository, 'c.json', LINE)).toBe(added);
  const second = repository.commit({ 'c.json': '2' });
  repository.commit({ b: '2' });
  expect(since(repository, 'c.json', '2')).toBe(second);
  expect(since(repository, 'c.json', '2', added)).toBeUndefined();
  repository.git('update-index', '--chmod=+x', 'c.json');
  repository.git('commit', '--quiet', '--message', 'another mode');
  expect(since(repository, 'c.json', '2')).toBe(second);
});

test('content that was put back counts since then', () => {
  using repository = temporaryRepository();
  repository.commit({ a: '1' });
  repository.commit({ a: '2' });
  const again = repository.commit({ a: '1' });
  expect(since(repository, 'a', '1')).toBe(again);
  repository.git('rm', '--quiet', 'a');
  repository.commit({});
  expect(since(repository, 'a', '1')).toBeUndefined();
});

test('of what a branch wrote twice the merge is named that brought it', () => {
  using repository = temporaryRepository();
  repository.commit({ b: '1' });
  repository.git('checkout', '--quiet', '-b', 'change');
  repository.commit({ a: 'first' });
  const onBranch = repository.commit({ a: 'second' });
  repository.git('checkout', '--quiet', 'main');
  repository.commit({ b: '2' });
  repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'change');
  const merge = repository.git('rev-parse', 'HEAD');
  repository.commit({ b: '3' });
  expect(since(repository, 'a', 'second')).toBe(merge);
  expect(since(repository, 'a', 'second', 'change')).toBe(onBranch);
});

test('a path that nothing wrote has none, and a pattern is only a path', () => {
  using repository = temporaryRepository();
  repository.commit({ a: '1' });
  expect(since(repository, 'b', '1')).toBeUndefined();
  expect(since(repository, '*', '1')).toBeUndefined();
  expect(since(repository, ':(top)a', '1')).toBeUndefined();
});

test('a shallow clone does not take its oldest commit for the one that wrote everything', () => {
  using origin = temporaryRepository();
  const first = origin.commit({ a: '1' });
  origin.commit({ b: '1' });
  const third = origin.commit({ c: '1' });
  using clone = temporaryRepository();
  clone.git('fetch', '--quiet', '--depth=2', `file://${origin.folder}`, 'HEAD');
  const found = (path: string) => since(clone, path, '1', 'FETCH_HEAD');
  expect([found('a'), found('c')]).toEqual([undefined, third]);
  expect(since(origin, 'a', '1')).toBe(first);
});
