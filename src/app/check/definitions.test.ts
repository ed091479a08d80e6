import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { CheckResult } from '../../model/result.ts';
import { check } from '../check.ts';

type Files = Readonly<Record<string, string>>;

const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n';
const volume = (size: number, more = ''): string =>
  `resource "aws_ebs_volume" "a" {\n  availability_zone = "us-east-1a"\n  size = ${size}\n  type = "gp3"\n${more}}\n`;

async function compare(base: Files, head: Files, links: Files = {}): Promise<CheckResult> {
  using repository = temporaryRepository();
  for (const [link, target] of Object.entries(links)) {
    mkdirSync(join(repository.folder, link, '..'), { recursive: true });
    symlinkSync(target, join(repository.folder, link));
  }
  const [before, after] = [repository.commit(base), repository.commit(head)];
  return (
    await check({ repository: repository.folder, base: before, head: after, now: '2026-11-01T00:00:00Z' })
  ).result;
}

const delta = ({ totals }: CheckResult): string => totals.delta.monthly.likely.toFixed();

test('what ignore_changes keeps costs what it cost', async () => {
  const ignoring = 'lifecycle {\n  ignore_changes = [size]\n}\n';
  const base = { 'main.tf': provider + volume(100, ignoring) };
  const ignored = await compare(base, { 'main.tf': provider + volume(900, ignoring) });
  expect(ignored.changes).toEqual([]);
  expect(delta(ignored)).toBe('0');
  expect(ignored.totals.head.monthly.likely.toFixed()).toBe('8');

  const other = await compare(base, { 'main.tf': provider + volume(900, `${ignoring}iops = 4000\n`) });
  expect(other.changes.map(({ change }) => change.differences.map(({ path }) => path))).toEqual([['iops']]);
  // 1,000 IOPS above the 3,000 that are included, at 0.005 each; the ignored size stays out of it.
  expect(delta(other)).toBe('5');

  const created = await compare({ 'main.tf': provider }, { 'main.tf': provider + volume(900, ignoring) });
  expect(delta(created)).toBe('72');
});

test('a default region prices what has no region of its own', async () => {
  const unknown = await compare(
    { 'main.tf': 'provider "aws" {}\n' },
    { 'main.tf': `provider "aws" {}\n${volume(100)}` },
  );
  expect(unknown.unpricedChanges).toBe(1);
  const config = { 'tollgate.yml': 'version: 1\ndefault_region: us-east-1\n' };
  const known = await compare(config, { ...config, 'main.tf': volume(100) });
  expect([known.unpricedChanges, delta(known)]).toEqual([0, '8']);
});

test('a linked configuration file counts, and places point to the file that it leads to', async () => {
  const base = { 'shared/volume.tf': volume(100), 'live/main.tf': provider };
  const links = { 'live/volume.tf': '../shared/volume.tf', 'live/gone.tf': '/etc/gone.tf' };
  const result = await compare(base, { 'shared/volume.tf': volume(200) }, links);
  expect(delta(result)).toBe('8');
  const [costed] = result.changes;
  expect(costed?.change).toMatchObject({ project: 'live', head: { source: { file: 'shared/volume.tf' } } });
  // The dead link is the same on both sides, so that nothing is said of it here.
  expect(result.diagnostics).toEqual([]);
  expect(result.coverage.filesSkipped).toBe(1);
});

test('what no project reads is said, with its place', async () => {
  const base = {
    'tollgate.yml': 'version: 1\nprojects: [{ path: live }, { path: nowhere }]\n',
    'live/main.tf': provider,
    'modules/lonely/main.tf': volume(1),
    'stray/root.hcl': '',
  };
  const { diagnostics } = await compare(base, {
    'modules/lonely/main.tf': volume(2),
    'stray/root.hcl': 'a = 1\n',
  });
  expect(diagnostics.map(({ severity, code, source }) => [severity, code, source?.file])).toEqual([
    ['warning', 'missing-project', undefined],
    ['warning', 'not-evaluated', 'modules/lonely/main.tf'],
    ['warning', 'not-evaluated', 'stray/root.hcl'],
  ]);
});

test('an error in a project that the change does not touch is a warning', async () => {
  const config = { 'tollgate.yml': 'version: 1\nunits: [{ id: order }]\n' };
  const base = { ...config, 'a/main.tf': `${provider}resource "x"\n`, 'b/main.tf': provider };
  const { diagnostics } = await compare(base, { 'b/main.tf': provider + volume(1) });
  expect(diagnostics.map(({ severity, source }) => [severity, source?.file])).toEqual([
    ['warning', 'a/main.tf'],
  ]);
});

const huge = `#${' '.repeat(8 * 1024 * 1024)}\n`;

test.each<[string, Files, Files, string[]]>([
  ['a new folder that is too large', { 'a.md': '' }, { 'live/main.tf': huge }, ['error unreadable-file']],
  ['another file that is too large', { 'a.tf': huge }, { 'a.tf': `${huge}#` }, ['error unreadable-file']],
  ['the same file that is too large', { 'a.tf': huge }, { 'b.tf': provider }, ['warning unreadable-file']],
  [
    'a root of which nothing can be read any more',
    { 'live/main.tf': volume(1) },
    { 'live/main.tf': huge },
    ['error unreadable-file', 'warning kept-at-base'],
  ],
  [
    'a root that a link takes the place of',
    { 'live/main.tf': volume(1) },
    { 'live/main.tf': '' },
    ['error unreadable-file', 'warning kept-at-base'],
  ],
])('what cannot be read is an error, and never a delete: %s', async (name, base, head, expected) => {
  using repository = temporaryRepository();
  const before = repository.commit(base);
  repository.write(head);
  if (name.includes('link')) {
    rmSync(join(repository.folder, 'live/main.tf'));
    symlinkSync('/etc/main.tf', join(repository.folder, 'live/main.tf'));
  }
  const after = repository.commit({});
  const options = { repository: repository.folder, base: before, head: after, now: '2026-11-01T00:00:00Z' };
  const { result } = await check(options);
  const told = result.diagnostics.map(({ severity, code }) => `${severity} ${code}`);
  expect(told.filter((one) => !one.endsWith('not-evaluated'))).toEqual(expected);
  expect([delta(result), result.changes]).toEqual(['0', []]);
});

test('a call with a count of 0 does not hide a root', async () => {
  const caller = 'module "x" {\n  source = "../live"\n  count = 0\n}\n';
  const result = await compare(
    { 'live/main.tf': provider },
    { 'live/a.tf': volume(100), 'zz/main.tf': caller },
  );
  expect(delta(result)).toBe('8');
});
