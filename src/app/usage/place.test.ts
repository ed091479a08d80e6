import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newFileIn } from './place.ts';

let root: string;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'tollgate-place-')), 'repo');
  mkdirSync(join(root, 'sub'), { recursive: true });
});
afterEach(() => {
  rmSync(join(root, '..'), { recursive: true });
});

it('a file in the repository, however it is named', () => {
  const path = join(root, 'sub', 'u.yml');
  for (const out of ['sub/u.yml', './sub/../sub/u.yml', path]) {
    expect(newFileIn(root, out), out).toEqual({ file: 'sub/u.yml', path });
  }
  expect(newFileIn(root, '..u.yml').file).toBe('..u.yml');
});

it('nothing outside of it', () => {
  for (const out of ['../u.yml', 'sub/../../repo2/u.yml', '/u.yml', `${root}2/u.yml`, '.', '..', '']) {
    expect(() => newFileIn(root, out), out).toThrow(`${out} is no file in the repository.`);
  }
});

it('no link on the way, whether it leads anywhere or not', () => {
  symlinkSync('/nowhere/at/all', join(root, 'dangling'));
  symlinkSync('..', join(root, 'sub', 'up'));
  expect(() => newFileIn(root, 'dangling')).toThrow('dangling is a link');
  expect(() => newFileIn(root, 'dangling/u.yml')).toThrow('dangling is a link');
  expect(() => newFileIn(root, 'sub/up/u.yml')).toThrow('sub/up is a link');
});

it('nothing that is there', () => {
  writeFileSync(join(root, 'u.yml'), '');
  expect(() => newFileIn(root, 'u.yml')).toThrow('u.yml exists.');
  expect(() => newFileIn(root, 'sub')).toThrow('sub exists.');
});
