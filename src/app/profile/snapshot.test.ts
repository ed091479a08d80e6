import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { edit } from '../../../test/golden/billing/compare.ts';
import { schemaErrors } from '../../../test/support/published-schema.ts';
import {
  bound,
  first,
  LOCK,
  PROFILE,
  publishedVersions,
  second,
  snapshotFile,
} from '../../../test/support/published-versions.ts';
import { temporaryRepository, type TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { KeptVersions } from '../../model/billing/kept.ts';
import { renderKept, renderKeptJson } from '../../render/profile/snapshots.ts';
import { snapshotVersions } from './snapshot.ts';

const NOW = '2026-05-01T00:00:00Z';
const NEW = edit(second, ['version: 2.0.0', 'version: 2.0.1'], ['from: 2026-06-01', 'from: 2026-07-01']);

const run = ({ folder }: TemporaryRepository, check = false) =>
  snapshotVersions({ repository: folder, check, now: NOW });
const read = ({ folder }: TemporaryRepository, path: string) => readFileSync(join(folder, path), 'utf8');
const codes = ({ diagnostics }: KeptVersions) => diagnostics.map(({ code }) => code);

describe('profile snapshot', () => {
  it('keeps a new version once, and changes nothing that is kept', () => {
    using repository = publishedVersions();
    const kept = read(repository, snapshotFile('2.0.0'));
    repository.write({ [PROFILE]: NEW });
    expect(run(repository)).toEqual({
      check: false,
      versions: 4,
      added: ['BillingProfile/standard@2.0.1'],
      rewritten: [],
      dropped: [],
      files: [
        { path: snapshotFile('2.0.1'), state: 'new' },
        { path: LOCK, state: 'changed' },
      ],
      written: true,
      diagnostics: [],
    });
    expect(repository.git('status', '--short', '--untracked-files=all').split('\n')).toEqual([
      `M ${LOCK}`,
      ` M ${PROFILE}`,
      `?? ${snapshotFile('2.0.1')}`,
    ]);
    expect(read(repository, snapshotFile('2.0.0'))).toBe(kept);
    expect(read(repository, LOCK)).toContain(`"publishedAt": "${NOW}"`);
    expect(run(repository)).toMatchObject({ versions: 4, files: [], written: false, diagnostics: [] });
  });

  it('with --check writes nothing, and says what is missing and what to run', () => {
    using repository = publishedVersions();
    repository.write({ [PROFILE]: NEW });
    const kept = run(repository, true);
    expect(kept).toMatchObject({ written: false, versions: 3 });
    expect(kept.diagnostics).toMatchObject([
      {
        severity: 'error',
        code: 'snapshot-missing',
        hint: 'Run `tollgate profile snapshot` and commit what it writes.',
        source: { file: PROFILE, start: { line: 5 } },
      },
    ]);
    expect(existsSync(join(repository.folder, snapshotFile('2.0.1')))).toBe(false);
    run(repository);
    expect(codes(run(repository, true))).toEqual([]);
  });

  it('puts back a snapshot that was lost', () => {
    using repository = publishedVersions();
    const kept = read(repository, snapshotFile('2.0.0'));
    rmSync(join(repository.folder, snapshotFile('2.0.0')));
    expect(run(repository)).toMatchObject({ added: [], written: true, versions: 3 });
    expect(read(repository, snapshotFile('2.0.0'))).toBe(kept);
  });

  it('works from a folder within the repository', () => {
    using repository = publishedVersions();
    repository.write({ [PROFILE]: NEW });
    snapshotVersions({ repository: join(repository.folder, 'billing/profiles'), check: false, now: NOW });
    expect(existsSync(join(repository.folder, snapshotFile('2.0.1')))).toBe(true);
  });
});

describe('nothing is written', () => {
  const conflict = '<<<<<<< HEAD\n{\n=======\n{}\n>>>>>>> other\n';
  it.each<[string, Record<string, string>, string[]]>([
    [
      'over a version that was published',
      { [PROFILE]: edit(second, ["'14'", "'15'"]) },
      ['published-changed'],
    ],
    ['beside a file with an error', { 'billing/units/calls.yaml': 'kind: None\n' }, ['wrong-value']],
    ['beside a lock file with marks of a merge', { [PROFILE]: NEW, [LOCK]: conflict }, ['lock-unreadable']],
    [
      'beside a snapshot that was edited',
      { [PROFILE]: NEW, [snapshotFile('1.2.0')]: '{}\n' },
      ['snapshot-unreadable'],
    ],
  ])('%s', (_, files, expected) => {
    using repository = publishedVersions();
    repository.write(files);
    const lock = read(repository, LOCK);
    const kept = run(repository);
    expect(codes(kept)).toEqual(expect.arrayContaining(expected));
    expect(kept.written).toBe(false);
    expect(read(repository, LOCK)).toBe(lock);
    expect(existsSync(join(repository.folder, snapshotFile('2.0.1')))).toBe(false);
  });

  it('where lines of older versions would be lost with the lock file', () => {
    using repository = publishedVersions();
    rmSync(join(repository.folder, LOCK));
    const kept = run(repository);
    expect(kept.diagnostics).toMatchObject([
      { code: 'lock-missing', hint: expect.stringContaining('Take the line') as string },
    ]);
    expect(existsSync(join(repository.folder, LOCK))).toBe(false);
  });

  it('says how a merge of two branches is resolved, and how line ends are', () => {
    using repository = publishedVersions();
    repository.write({ [LOCK]: conflict });
    const broken = run(repository);
    expect(broken).toMatchObject({ versions: null, diagnostics: [{ source: { start: { line: 1 } } }] });
    expect(schemaErrors('profile-snapshots', renderKeptJson(broken, { toolVersion: '1.0.0' }))).toEqual([]);
    expect(renderKept(broken, { color: false, width: 100 })).toContain('billing.lock.json cannot be read');
    expect(run(repository).diagnostics[0]?.hint).toContain('--theirs');
    const kept = read(repository, snapshotFile('1.2.0')).replace('\n', '\r\n');
    repository.git('checkout', '--', LOCK);
    repository.write({ [snapshotFile('1.2.0')]: kept });
    expect(
      run(repository)
        .diagnostics.map(({ hint }) => hint)
        .join(' '),
    ).toContain('.gitattributes');
  });

  it('that git ignores', () => {
    using repository = publishedVersions();
    repository.write({ [PROFILE]: NEW, '.gitignore': 'snapshots/\n' });
    expect(run(repository).diagnostics).toMatchObject([
      { code: 'record-ignored', source: { file: snapshotFile('2.0.1') } },
    ]);
    expect(existsSync(join(repository.folder, snapshotFile('2.0.1')))).toBe(false);
  });

  it('through a link, or over what is no file', () => {
    using repository = temporaryRepository();
    using elsewhere = temporaryRepository();
    repository.commit({ [PROFILE]: first.replace('taxes: europe@1.0.0\n', '') });
    const at = (path: string) => join(repository.folder, path);
    symlinkSync(elsewhere.folder, at('billing/snapshots'));
    expect(() => run(repository)).toThrow(
      'billing/snapshots is a link, and what it leads to is not written.',
    );
    rmSync(at('billing/snapshots'));
    writeFileSync(at('billing/snapshots'), '');
    expect(() => run(repository)).toThrow('billing/snapshots is no folder.');
    rmSync(at('billing/snapshots'));
    mkdirSync(at(LOCK));
    expect(() => run(repository)).toThrow(`${LOCK} is no file.`);
    expect(existsSync(at('billing/snapshots'))).toBe(false);
    expect(repository.git('-C', elsewhere.folder, 'status', '--short')).toBe('');
    rmSync(at(LOCK), { recursive: true });
    symlinkSync(join(elsewhere.folder, 'lock'), at(LOCK));
    const { diagnostics, written } = run(repository);
    expect([diagnostics[0]?.message, written]).toEqual([
      `${LOCK} is there and was not read: it is a symbolic link that leads to no file of the repository.`,
      false,
    ]);
    expect(lstatSync(at(LOCK)).isSymbolicLink()).toBe(true);
  });

  it('in a bare repository, and in one without billing files', () => {
    using repository = publishedVersions();
    using bare = temporaryRepository();
    bare.git('clone', '--quiet', '--bare', repository.folder, join(bare.folder, 'bare.git'));
    const options = { check: true, now: NOW };
    expect(() => snapshotVersions({ repository: join(bare.folder, 'bare.git'), ...options })).toThrow(
      'is a bare repository',
    );
    expect(() => snapshotVersions({ repository: bare.folder, ...options })).toThrow(
      'There are no billing files at working tree.',
    );
  });
});

it('is written in a repository without a commit', () => {
  using repository = temporaryRepository();
  repository.write({ [PROFILE]: first.replace('taxes: europe@1.0.0\n', '') });
  expect(run(repository)).toMatchObject({ written: true, added: ['BillingProfile/standard@1.2.0'] });
});

it('prints what was done', () => {
  using repository = publishedVersions();
  const look = { color: false, width: 100 };
  expect(renderKept(run(repository, true), look)).toContain('All that is published is kept');
  repository.write({ [PROFILE]: NEW });
  const missing = run(repository, true);
  expect(renderKept(missing, look)).toContain(`• to write: ${snapshotFile('2.0.1')}`);
  expect(schemaErrors('profile-snapshots', renderKeptJson(missing, { toolVersion: '1.0.0' }))).toEqual([]);
  const kept = run(repository);
  expect(renderKept(kept, look).split('\n')).toEqual([
    '── Published versions: 4 versions in billing.lock.json',
    '  1 version kept for the first time. Commit what was written:',
    `  • wrote ${snapshotFile('2.0.1')}`,
    `  • changed ${LOCK}`,
    '',
  ]);
  expect(schemaErrors('profile-snapshots', renderKeptJson(kept, { toolVersion: '1.0.0' }))).toEqual([]);
});

describe('a version that is not published yet', () => {
  /** The next version, snapshotted on a branch, and then changed in review. */
  function reviewed(): TemporaryRepository {
    const repository = publishedVersions();
    repository.git('branch', '-M', 'main');
    repository.git('checkout', '-q', '-b', 'next');
    repository.write({ [PROFILE]: NEW });
    run(repository);
    repository.commit({}, 'next');
    repository.write({ [PROFILE]: edit(NEW, ['from: 2026-07-01', 'from: 2026-08-01']) });
    return repository;
  }

  it('is written anew, and said to be', () => {
    using repository = reviewed();
    const before = read(repository, snapshotFile('2.0.1'));
    expect(codes(run(repository, true))).toEqual(['snapshot-outdated']);
    const kept = run(repository);
    expect(kept).toMatchObject({
      ...{ written: true, added: [], rewritten: ['BillingProfile/standard@2.0.1'], diagnostics: [] },
      files: [
        { path: snapshotFile('2.0.1'), state: 'changed' },
        { path: LOCK, state: 'changed' },
      ],
    });
    expect(read(repository, snapshotFile('2.0.1'))).not.toBe(before);
    expect(renderKept(kept, { color: false, width: 200 })).toContain('written anew');
    expect(run(repository, true)).toMatchObject({ files: [], diagnostics: [] });
  });

  it('stays as it is where the base has it', () => {
    using repository = reviewed();
    const kept = snapshotVersions({ repository: repository.folder, check: false, now: NOW, base: 'HEAD' });
    expect(kept).toMatchObject({
      written: false,
      rewritten: [],
      diagnostics: [{ code: 'published-changed' }],
    });
  });
});

describe('a version that was given up on its branch', () => {
  const LATER = edit(NEW, ['version: 2.0.1', 'version: 3.0.0']);
  /** Kept as 2.0.1 on a branch, and then raised to 3.0.0 in review. */
  function raised(): TemporaryRepository {
    const repository = publishedVersions();
    repository.git('branch', '-M', 'main');
    repository.git('checkout', '-q', '-b', 'next');
    repository.write({ [PROFILE]: NEW });
    run(repository);
    repository.commit({}, 'next');
    repository.write({ [PROFILE]: LATER });
    return repository;
  }

  it('leaves the record, and that is said', () => {
    using repository = raised();
    const before = run(repository, true);
    expect(codes(before)).toEqual(['snapshot-missing', 'snapshot-unfounded']);
    const kept = run(repository);
    expect(kept).toMatchObject({
      ...{ written: true, versions: 4, diagnostics: [], rewritten: [] },
      ...{ added: ['BillingProfile/standard@3.0.0'], dropped: ['BillingProfile/standard@2.0.1'] },
      files: [
        { path: snapshotFile('3.0.0'), state: 'new' },
        { path: LOCK, state: 'changed' },
        { path: snapshotFile('2.0.1'), state: 'deleted' },
      ],
    });
    expect(existsSync(join(repository.folder, snapshotFile('2.0.1')))).toBe(false);
    expect(read(repository, LOCK)).not.toContain('2.0.1');
    const text = renderKept(kept, { color: false, width: 200 });
    expect(text).toContain('so taken out: BillingProfile/standard@2.0.1.');
    expect(text).toContain(`deleted ${snapshotFile('2.0.1')}`);
    expect(schemaErrors('profile-snapshots', renderKeptJson(kept, { toolVersion: '1.0.0' }))).toEqual([]);
    expect(run(repository, true)).toMatchObject({ dropped: [], files: [], diagnostics: [] });
  });

  it('leaves it too where only one half of its record is there', () => {
    using repository = raised();
    rmSync(join(repository.folder, snapshotFile('2.0.1')));
    expect(run(repository)).toMatchObject({ written: true, versions: 4, diagnostics: [] });
    expect(read(repository, LOCK)).not.toContain('2.0.1');
    using other = raised();
    other.git('checkout', '-q', 'main', '--', LOCK);
    expect(run(other)).toMatchObject({ written: true, versions: 4, diagnostics: [] });
    expect(existsSync(join(other.folder, snapshotFile('2.0.1')))).toBe(false);
  });

  it('stays while something refers to it, and that has an error', () => {
    using repository = raised();
    const binding = { type: 'tenant', id: 't-9', profile: 'standard@2.0.1', from: '2026-09-01T00:00:00Z' };
    repository.write({
      'billing/bindings/more.json': bound('prod', binding).replace('"id":"prod"', '"id":"more"'),
    });
    const kept = run(repository);
    expect(kept).toMatchObject({
      written: false,
      diagnostics: [{ code: 'unresolved-reference', source: { file: 'billing/bindings/more.json' } }],
    });
    expect(existsSync(join(repository.folder, snapshotFile('2.0.1')))).toBe(true);
  });

  it('stays where the base has it, and where nobody can tell what the base has', () => {
    using repository = raised();
    const base = { repository: repository.folder, check: false, now: NOW, base: 'HEAD' };
    expect(snapshotVersions(base)).toMatchObject({ written: true, dropped: [], versions: 5 });
    expect(existsSync(join(repository.folder, snapshotFile('2.0.1')))).toBe(true);
  });

  it('stays while the file of its profile cannot be read', () => {
    using repository = raised();
    repository.write({ [PROFILE]: LATER.replace('currency: USD', 'currency: 1') });
    expect(run(repository)).toMatchObject({ written: false, dropped: [] });
  });
});
