import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../test/support/temporary-repository.ts';
import { gitTree } from './git-tree.ts';
import { LIMITS } from './limits.ts';
import { ObjectStore } from './objects.ts';
import { pathOf } from './path-text.ts';
import type { Tree } from './tree.ts';
import { workTree } from './work-tree.ts';

const isTerraform = (path: string): boolean => path.endsWith('.tf');

/** A tree object with the same entry under many names. */
function repeated(repository: TemporaryRepository, count: number, entry: string, suffix = ''): string {
  const lines = Array.from({ length: count }, (_, index) => `${entry}\tf${index}${suffix}\n`);
  return execFileSync('git', ['mktree'], { cwd: repository.folder, input: lines.join('') })
    .toString('utf8')
    .trim();
}

function treeOf(repository: TemporaryRepository, tree: string): Tree {
  const commit = repository.git('commit-tree', '-m', 'many', tree);
  return gitTree(new ObjectStore(repository.folder), commit, isTerraform);
}

describe('a tree with too many files', () => {
  test('keeps the files that are wanted, wherever they stand', () => {
    using repository = temporaryRepository();
    const first = repository.commit({ 'zz.tf': 'a = 1\n', 'other.md': '' });
    const [other, wanted] = ['other.md', 'zz.tf'].map((path) =>
      repository.git('rev-parse', `${first}:${path}`),
    );
    const folder = repeated(repository, 1000, `100644 blob ${other ?? ''}`);
    const folders = repeated(repository, LIMITS.files / 1000, `040000 tree ${folder}`);
    const entries = `040000 tree ${folders}\tmany\n100644 blob ${wanted ?? ''}\tzz.tf\n`;
    const root = execFileSync('git', ['mktree'], { cwd: repository.folder, input: entries }).toString('utf8');
    const tree = treeOf(repository, root.trim());
    expect(tree.paths).toHaveLength(LIMITS.files);
    expect(tree.blobId('zz.tf')).toBe(wanted);
    expect([tree.unlisted, tree.skipped]).toEqual(['no definitions', []]);
  });

  test('is cut where its list would not fit into memory', () => {
    using repository = temporaryRepository();
    const first = repository.commit({ 'a.tf': '' });
    const blob = repository.git('rev-parse', `${first}:a.tf`);
    let entry = `100644 blob ${blob}`;
    for (const suffix of ['.tf', '', '', ''])
      entry = `040000 tree ${repeated(repository, 400, entry, suffix)}`;
    const tree = treeOf(repository, entry.slice('040000 tree '.length));
    expect([tree.paths.length, tree.unlisted]).toEqual([LIMITS.files, 'any']);
    expect(tree.skipped[0]).toMatchObject({ reason: 'too many files' });
  });
});

describe('names that are not UTF-8', () => {
  test('are kept apart', () => {
    const name = (text: string): string => pathOf(Buffer.from(text, 'latin1')).path;
    expect(name('a\xfe.tf')).toBe(String.raw`a\xfe.tf`);
    expect(new Set(['a\xfe', 'a\xff', 'a\\xff\xfe', 'a\\x5cxff\xfe', 'a\xff\xfe'].map(name)).size).toBe(5);
    expect(pathOf(Buffer.from('ü\\.tf'))).toEqual({ path: 'ü\\.tf', isText: true });
  });

  test.each(['git tree', 'work tree'])('are skipped, not mixed up: %s', (kind) => {
    using repository = temporaryRepository();
    for (const byte of [0xfe, 0xff]) {
      const name = Buffer.concat([
        Buffer.from(join(repository.folder, 'a')),
        Buffer.from([byte]),
        Buffer.from('.tf'),
      ]);
      writeFileSync(name, String(byte));
    }
    const commit = repository.commit({ 'ok.tf': '' });
    const tree =
      kind === 'work tree'
        ? workTree(repository.folder)
        : gitTree(new ObjectStore(repository.folder), commit, isTerraform);
    expect(tree.paths).toEqual(['ok.tf']);
    expect(tree.skipped).toMatchObject([
      { path: String.raw`a\xfe.tf`, reason: 'name is not UTF-8' },
      { path: String.raw`a\xff.tf`, reason: 'name is not UTF-8' },
    ]);
  });
});

test.each(['git tree', 'work tree'])('submodules are known by their commits: %s', (kind) => {
  using repository = temporaryRepository();
  const other = repository.commit({ 'a.tf': '' });
  repository.git('update-index', '--add', '--cacheinfo', `160000,${other},live/sub`);
  repository.git('commit', '--quiet', '--message', 'sub');
  const commit = repository.git('rev-parse', 'HEAD');
  const tree =
    kind === 'work tree'
      ? workTree(repository.folder)
      : gitTree(new ObjectStore(repository.folder), commit, isTerraform);
  expect([...(tree.submodules ?? [])]).toEqual([['live/sub', other]]);
  expect(tree.paths).toEqual(['a.tf']);
});
