import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { isTracked } from './disk-folder.ts';
import { isOutside } from './outside.ts';

let outer: string;
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'tollgate-outside-'));
});
afterEach(() => {
  rmSync(outer, { recursive: true, force: true });
});

test.each<[string, boolean, (root: string) => string]>([
  ['a folder beside the work tree', true, () => join(outer, 'cache')],
  ['a folder whose name begins like it', true, (root) => `${root}-cache`],
  ['the folder that the work tree is in', true, () => tmpdir()],
  ['the work tree', false, (root) => root],
  ['a folder in it', false, (root) => join(root, '.tollgate-cache/deep')],
  ['a folder in it whose name begins with dots', false, (root) => join(root, '..cache')],
  ['a folder of git in it', false, (root) => join(root, '.git/cache')],
  ['a link that leads into it', false, (root) => linked(join(root, 'files'))],
  ['what is not there yet below such a link', false, (root) => join(linked(join(root, 'files')), 'a/b')],
])('%s is outside of a work tree: %s', (_, expected, place) => {
  using repository = temporaryRepository();
  repository.commit({ 'files/a': 'x' });
  expect(isOutside(repository.folder, place(repository.folder))).toBe(expected);
});

function linked(target: string): string {
  symlinkSync(target, join(outer, 'link'));
  return join(outer, 'link');
}

test('of another work tree only what it does not track is outside', () => {
  using repository = temporaryRepository();
  using other = temporaryRepository();
  other.commit({ 'kept/a': 'x', '.gitignore': 'ignored\n' });
  mkdirSync(join(other.folder, 'ignored'));
  const outside = (folder: string): boolean => isOutside(repository.folder, join(other.folder, folder));
  expect(['kept', 'ignored', 'kept/a'].map(outside)).toEqual([false, true, true]);
});

test('where git cannot tell, a path counts as tracked', () => {
  using repository = temporaryRepository();
  repository.commit({ 'kept/a': 'x' });
  expect(['kept', 'other'].map((path) => isTracked(repository.folder, path))).toEqual([true, false]);
  expect(isTracked(outer, 'other')).toBe(true);
});
