import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { writeReport } from './output.ts';

const outside = mkdtempSync(join(tmpdir(), 'tollgate-outside-'));
afterAll(() => {
  rmSync(outside, { recursive: true });
});

it.each([
  ['a file', 'linked.txt', 'linked.txt'],
  ['a folder', 'reports', 'reports/new/all.txt'],
])('writes through no link to %s that the repository brings', (_, link, file) => {
  using repository = temporaryRepository();
  symlinkSync(join(outside, link), join(repository.folder, link));
  mkdirSync(join(outside, 'reports'), { recursive: true });
  repository.commit({ 'README.md': '' });
  expect(() => {
    writeReport(join(repository.folder, file), 'text', 'Elsewhere.');
  }).toThrow(`${link} is a link that the repository brings, and what it leads to is not written.`);
  expect(existsSync(join(outside, link === 'reports' ? 'reports/new' : link))).toBe(false);
});

it('writes through a link of the user, and beside', () => {
  using repository = temporaryRepository();
  repository.commit({ 'README.md': '' });
  symlinkSync(join(outside, 'own.txt'), join(repository.folder, 'own.txt'));
  writeReport(join(repository.folder, 'own.txt'), 'own', 'Elsewhere.');
  writeReport(join(repository.folder, 'new/plain.txt'), 'plain', 'Elsewhere.');
  expect(readFileSync(join(outside, 'own.txt'), 'utf8')).toBe('own');
  expect(readFileSync(join(repository.folder, 'new/plain.txt'), 'utf8')).toBe('plain');
});
