import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { gitTree } from './git-tree.ts';
import { LIMITS } from './limits.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { ObjectStore } from './objects.ts';
import { workTree } from './work-tree.ts';

const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');

const isTerraform = (path: string): boolean => path.endsWith('.tf');

describe('git tree', () => {
  test('reads files of a commit that is not checked out, whatever the work tree holds', () => {
    using repository = temporaryRepository();
    const first = repository.commit({ 'a.tf': 'one', 'modules/ü b.tf': 'x' });
    repository.commit({ 'a.tf': 'two' });
    const tree = gitTree(new ObjectStore(repository.folder), first, isTerraform);
    expect(tree.paths).toEqual(['a.tf', 'modules/ü b.tf']);
    expect(text(tree.read('a.tf'))).toBe('one');
    expect(text(tree.read('modules/ü b.tf'))).toBe('x');
    expect(tree.read('nowhere.tf')).toBeUndefined();
  });

  test('gives bytes that are not UTF-8 unchanged', () => {
    using repository = temporaryRepository();
    const commit = repository.commit({ 'broken.tf': new Uint8Array([0xff, 0xfe, 0x0a, 0x80]) });
    const bytes = gitTree(new ObjectStore(repository.folder), commit, isTerraform).read('broken.tf');
    expect([...(bytes ?? [])]).toEqual([0xff, 0xfe, 0x0a, 0x80]);
  });

  test('lists symbolic links and huge files as skipped and does not read them', () => {
    using repository = temporaryRepository();
    symlinkSync('/etc/passwd', join(repository.folder, 'link.tf'));
    const commit = repository.commit({ 'big.tf': '#'.repeat(LIMITS.file + 1), 'small.tf': 'a = 1' });
    const tree = gitTree(new ObjectStore(repository.folder), commit, isTerraform);
    expect(tree.paths).toEqual(['big.tf', 'small.tf']);
    expect(tree.read('big.tf')).toBeUndefined();
    expect(text(tree.read('small.tf'))).toBe('a = 1');
    expect(tree.skipped).toMatchObject([
      { path: 'link.tf', reason: 'symbolic link' },
      { path: 'big.tf', reason: 'too large' },
    ]);
  });
});

describe('symbolic links', () => {
  /** Link, target, and the file that it stands for. */
  const links: [string, string, string | undefined][] = [
    ['env/a/provider.tf', '../../provider.tf', 'provider.tf'],
    ['env/b/provider.tf', '../a/provider.tf', 'provider.tf'],
    ['env/dots.tf', './a/.././a//main.tf', 'env/a/main.tf'],
    ['outside.tf', '../outside.tf', undefined],
    ['absolute.tf', '/etc/passwd', undefined],
    ['folder.tf', 'env', undefined],
    ['nothing.tf', 'nowhere.tf', undefined],
    ['circle.tf', 'round.tf', undefined],
    ['round.tf', 'circle.tf', undefined],
    ['linked', 'env/a', undefined],
    ['through.tf', 'linked/main.tf', undefined],
    ['above.tf', 'linked/../../provider.tf', undefined],
  ];

  test.each(['git tree', 'work tree'])('lead to files of the same repository only: %s', (kind) => {
    using repository = temporaryRepository();
    repository.write({ 'provider.tf': 'provider', 'env/a/main.tf': 'a', 'env/b/main.tf': 'b' });
    for (const [link, target] of links) symlinkSync(target, join(repository.folder, link));
    const commit = repository.commit({});
    const tree =
      kind === 'work tree'
        ? workTree(repository.folder)
        : gitTree(new ObjectStore(repository.folder), commit, isTerraform);
    for (const [link, , file] of links) {
      expect([link, tree.paths.includes(link)]).toEqual([link, file !== undefined]);
      expect(text(tree.read(link))).toBe(file && text(tree.read(file)));
      expect(tree.blobId(link)).toBe(file && tree.blobId(file));
      expect(tree.realPath?.(link)).toBe(file ?? link);
    }
    expect(
      ['linked', 'linked/sub', 'folder.tf', 'env', 'circle.tf'].map((path) => tree.linkedFolder?.(path)),
    ).toEqual(['env/a', 'env/a/sub', 'env', undefined, undefined]);
    expect(tree.skipped.map(({ path }) => path).sort()).toEqual(
      links.flatMap(([link, , file]) => (file === undefined ? [link] : [])).sort(),
    );
  });

  test('are followed for ten hops', () => {
    using repository = temporaryRepository();
    repository.write({ '0.tf': 'end' });
    for (let hop = 1; hop <= 11; hop++) symlinkSync(`${hop - 1}.tf`, join(repository.folder, `${hop}.tf`));
    const tree = gitTree(new ObjectStore(repository.folder), repository.commit({}), isTerraform);
    expect(text(tree.read('10.tf'))).toBe('end');
    expect(tree.paths).not.toContain('11.tf');
  });

  test('to a file with other content on each side differ', () => {
    using repository = temporaryRepository();
    mkdirSync(join(repository.folder, 'a'));
    symlinkSync('../shared.tf', join(repository.folder, 'a/link.tf'));
    const store = new ObjectStore(repository.folder);
    const before = gitTree(store, repository.commit({ 'shared.tf': '1' }), isTerraform);
    const after = gitTree(store, repository.commit({ 'shared.tf': '2' }), isTerraform);
    expect(before.blobId('a/link.tf')).not.toBe(after.blobId('a/link.tf'));
  });
});

describe('work tree', () => {
  test('has the blob ids that git gives, untracked files, and no ignored or deleted ones', () => {
    using repository = temporaryRepository();
    const commit = repository.commit({ 'a.tf': 'one', 'gone.tf': 'x', '.gitignore': 'ignored.tf\n' });
    repository.write({ 'new.tf': 'new', 'ignored.tf': 'no' });
    rmSync(join(repository.folder, 'gone.tf'));
    const disk = workTree(repository.folder);
    expect(disk.paths).toEqual(['.gitignore', 'a.tf', 'new.tf']);
    expect(disk.blobId('a.tf')).toBe(
      gitTree(new ObjectStore(repository.folder), commit, isTerraform).blobId('a.tf'),
    );
  });

  test('does not follow a folder that was replaced by a link out of the repository', () => {
    using outside = temporaryRepository();
    outside.write({ 'secret.tf': 'secret' });
    using repository = temporaryRepository();
    repository.commit({ 'folder/secret.tf': 'harmless' });
    rmSync(join(repository.folder, 'folder'), { recursive: true });
    symlinkSync(outside.folder, join(repository.folder, 'folder'));
    const disk = workTree(repository.folder);
    expect(disk.read('folder/secret.tf')).toBeUndefined();
  });
});

test('a memory tree has git blob ids', () => {
  expect(memoryTree({ 'a.tf': 'one\n' }).blobId('a.tf')).toBe('5626abf0f72e58d7a153368ba57db4c673c0e171');
});
