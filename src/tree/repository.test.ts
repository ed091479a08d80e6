import { describe, expect, test } from 'vitest';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { UserError } from '../lib/errors.ts';
import { fetchBase } from './fetch-base.ts';
import { gitTree } from './git-tree.ts';
import { ObjectStore } from './objects.ts';
import { defaultBase, parentsOf, repositoryRoot, resolveCommit } from './repository.ts';

describe('refs', () => {
  test('a missing ref says how to fetch it', () => {
    using repository = temporaryRepository();
    repository.commit({ a: '1' });
    repository.git('remote', 'add', 'origin', 'https://example.com/x.git');
    const attempt = (): string => resolveCommit(repository.folder, 'origin/feature');
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow('There is no commit "origin/feature" in this clone.');
    try {
      attempt();
    } catch (error) {
      expect((error as UserError).hint).toContain('git fetch --depth=1 origin feature');
    }
  });

  test.each(['--upload-pack=touch x', '-h', 'a\0b', ''])('a hostile ref %j is only a missing one', (ref) => {
    using repository = temporaryRepository();
    repository.commit({ a: '1' });
    expect(() => resolveCommit(repository.folder, ref)).toThrow(UserError);
  });

  test('the default base is the merge base with the default branch', () => {
    using repository = temporaryRepository();
    const fork = repository.commit({ a: '1' });
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.commit({ a: '2' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ b: '1' });
    repository.git('checkout', '--quiet', 'feature');
    expect(defaultBase(repository.folder)).toEqual({ ref: 'main', commit: fork });
  });

  test('a folder without a repository is a user error', () => {
    expect(() => repositoryRoot('/')).toThrow(UserError);
  });
});

const isTerraform = (path: string): boolean => path.endsWith('.tf');

describe('a clone of depth 1 of a merge commit', () => {
  test('names its parents and gets the base tree with two small fetches', () => {
    using origin = temporaryRepository();
    origin.commit({ 'main.tf': 'base', 'other.bin': 'x'.repeat(100) });
    origin.git('checkout', '--quiet', '-b', 'feature');
    origin.commit({ 'main.tf': 'head' });
    origin.git('checkout', '--quiet', 'main');
    const base = origin.commit({ 'more.tf': 'base only' });
    origin.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'feature');
    const merge = origin.git('rev-parse', 'HEAD');
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');

    using clone = temporaryRepository();
    clone.git('remote', 'add', 'origin', `file://${origin.folder}`);
    clone.git('fetch', '--quiet', '--depth=1', 'origin', merge);
    clone.git('checkout', '--quiet', merge);
    expect(clone.git('log', '-1', '--format=%P')).toBe('');
    const [first = ''] = parentsOf(clone.folder, merge);
    expect(first).toBe(base);

    expect(fetchBase(clone.folder, base, merge, isTerraform)).toBe(
      `fetched the base commit ${base} and 1 of its files`,
    );
    const tree = gitTree(new ObjectStore(clone.folder), base, isTerraform);
    expect(Buffer.from(tree.read('main.tf') ?? []).toString()).toBe('base');
    expect(Buffer.from(tree.read('more.tf') ?? []).toString()).toBe('base only');
    expect(fetchBase(clone.folder, base, merge, isTerraform)).toBeUndefined();
  });
});
