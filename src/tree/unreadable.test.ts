import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { gitTree } from './git-tree.ts';
import { LIMITS } from './limits.ts';
import { ObjectStore } from './objects.ts';
import { workTree } from './work-tree.ts';

const all = (): boolean => true;

describe('what is there and cannot be read is not taken for absent', () => {
  test.each(['git tree', 'work tree'])('%s', (kind) => {
    using repository = temporaryRepository();
    symlinkSync('/etc/passwd', join(repository.folder, 'link.yml'));
    symlinkSync('big.yml', join(repository.folder, 'to-big.yml'));
    const commit = repository.commit({ 'big.yml': '#'.repeat(LIMITS.file + 1), 'small.yml': 'a: 1' });
    const tree =
      kind === 'work tree'
        ? workTree(repository.folder)
        : gitTree(new ObjectStore(repository.folder), commit, all);
    const reasons = ['big.yml', 'to-big.yml', 'link.yml', 'small.yml', 'nowhere.yml'].map((path) => [
      tree.read(path) === undefined,
      tree.unreadable(path),
    ]);
    expect(reasons).toEqual([
      [true, 'too large'],
      [true, 'too large'],
      [true, 'symbolic link'],
      [false, undefined],
      [true, undefined],
    ]);
    expect(tree.skipped.map(({ path }) => path).sort()).toEqual(['big.yml', 'link.yml', 'to-big.yml']);
  });

  test('a folder of the work tree that became a link out of the repository', () => {
    using outside = temporaryRepository();
    outside.write({ 'tollgate.yml': 'version: 1' });
    using repository = temporaryRepository();
    repository.commit({ '.github/tollgate.yml': 'version: 1' });
    rmSync(join(repository.folder, '.github'), { recursive: true });
    symlinkSync(outside.folder, join(repository.folder, '.github'));
    expect(workTree(repository.folder).unreadable('.github/tollgate.yml')).toBe('outside of the repository');
  });

  test.skipIf(process.getuid?.() === 0)('a file that the system keeps from us', () => {
    using repository = temporaryRepository();
    repository.commit({ 'tollgate.yml': 'version: 1' });
    chmodSync(join(repository.folder, 'tollgate.yml'), 0);
    expect(workTree(repository.folder).unreadable('tollgate.yml')).toBe('not permitted');
  });

  test('a blob that a partial clone lacks and cannot get', () => {
    using origin = temporaryRepository();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const commit = origin.commit({ 'a.tf': 'small', 'b.tf': 'x'.repeat(5000) });
    using clone = temporaryRepository();
    clone.git('remote', 'add', 'origin', pathToFileURL(origin.folder).href);
    clone.git('fetch', '--quiet', '--filter=blob:limit=1k', 'origin', commit);
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
    const tree = gitTree(new ObjectStore(clone.folder), commit, all);
    expect(Buffer.from(tree.read('a.tf') ?? []).toString()).toBe('small');
    expect(tree.read('b.tf')).toBeUndefined();
    expect(tree.unreadable('b.tf')).toBe('not in the clone');
    expect(tree.skipped).toMatchObject([{ path: 'b.tf', reason: 'not in the clone' }]);
  });
});
