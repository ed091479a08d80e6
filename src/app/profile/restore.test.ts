import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { edit, golden } from '../../../test/golden/billing/compare.ts';
import { schemaErrors } from '../../../test/support/published-schema.ts';
import {
  PROFILE,
  publishedVersions,
  second,
  snapshotFile,
} from '../../../test/support/published-versions.ts';
import type { TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import { openCatalogue } from '../../billing/resolve/catalogue.ts';
import { renderRestored, renderRestoredJson } from '../../render/profile/restored.ts';
import { workTree } from '../../tree/work-tree.ts';
import { restoreVersion, type RestoreRequest } from './restore.ts';
import { snapshotVersions } from './snapshot.ts';

const NOW = '2026-07-01T00:00:00Z';
const look = { color: false, width: 110 };
const meta = { toolVersion: '1.0.0' };

function run({ folder }: TemporaryRepository, more: Partial<RestoreRequest> = {}) {
  return restoreVersion({
    ...{ repository: folder, reference: 'standard@1.2.0', from: '2026-09-01T00:00:00Z', now: NOW },
    ...{ dryRun: false, force: false },
    ...more,
  });
}

const profileOf = ({ folder }: TemporaryRepository, reference: string) =>
  openCatalogue(workTree(folder)).profile(reference);

describe('profile restore', () => {
  it('writes the old prices as a new version, which is kept then', () => {
    using repository = publishedVersions();
    const restored = run(repository);
    expect(restored).toMatchObject({
      ...{ restored: 'standard@1.2.0', profile: 'standard@3.0.0', supersedes: 'standard@2.0.0' },
      ...{ file: PROFILE, written: true, notes: [] },
    });
    expect(repository.git('status', '--short')).toBe(`M ${PROFILE}`);
    expect(snapshotVersions({ repository: repository.folder, check: false, now: NOW })).toMatchObject({
      ...{ added: ['BillingProfile/standard@3.0.0'], diagnostics: [] },
    });
    const [old, current] = ['standard@1.2.0', 'standard@3.0.0'].map((one) => profileOf(repository, one));
    expect(current?.termsSha256).toBe(old?.termsSha256);
    expect(current?.termsSha256).toBe(restored.termsSha256);
    expect(renderRestored(restored, look)).toContain('• standard@3.0.0 holds from 2026-09-01T00:00:00Z');
    expect(schemaErrors('profile-restored', renderRestoredJson(restored, meta))).toEqual([]);
  });

  it('with --dry-run prints the file and writes nothing, whatever its state', () => {
    using repository = publishedVersions();
    repository.write({ [PROFILE]: `${second}# being worked on\n` });
    const found = run(repository, { dryRun: true, as: '2.1.0' });
    expect(renderRestored(found, look)).toBe(found.text);
    expect(found.text).toMatch(/^kind: BillingProfile\nschemaVersion: 1\nid: standard\nversion: 2\.1\.0\n/);
    expect(readFileSync(join(repository.folder, PROFILE), 'utf8')).toContain('# being worked on');
  });

  it('leaves alone what is not committed, unless it is told to', () => {
    using repository = publishedVersions();
    repository.write({ [PROFILE]: `${second}# being worked on\n` });
    const message = `${PROFILE} has changes that are not committed: they would be lost.`;
    expect(() => run(repository)).toThrow(message);
    repository.git('add', PROFILE);
    expect(() => run(repository)).toThrow(message);
    expect(run(repository, { force: true }).written).toBe(true);
  });

  it('takes the place of a draft, and says so', () => {
    using repository = publishedVersions();
    const draft = edit(
      second,
      ['version: 2.0.0', 'version: 5.0.0'],
      ['lifecycle: published', 'lifecycle: draft'],
    );
    repository.commit({ [PROFILE]: draft });
    expect(run(repository)).toMatchObject({
      profile: 'standard@3.0.0',
      supersedes: 'standard@2.0.0',
      notes: ['The draft 5.0.0 is not in the file any more.'],
    });
  });

  it('notes a lead time that is too short, a gap, and a tax table that was changed since', () => {
    using repository = publishedVersions();
    const table = edit(golden('tax.yaml'), ['version: 1.0.0', 'version: 1.1.0']);
    repository.write({
      'billing/tax/europe.yaml': table,
      [PROFILE]: edit(
        second,
        ['version: 2.0.0', 'version: 2.0.1'],
        ['from: 2026-06-01T00:00:00Z', 'from: 2026-06-02T00:00:00Z, to: 2026-07-05T00:00:00Z'],
        ['europe@1.0.0', 'europe@1.1.0'],
      ),
    });
    snapshotVersions({ repository: repository.folder, check: false, now: NOW });
    repository.commit({});
    expect(run(repository, { from: '2026-07-10T00:00:00Z' }).notes).toEqual([
      'The lead time of 14 days is not kept: the earliest instant is 2026-07-15T00:00:00Z.',
      'It is taxed by europe@1.0.0 as before; the table is at 1.1.0 now.',
      'standard@2.0.1 ends at 2026-07-05T00:00:00Z, standard@3.0.0 begins at 2026-07-10T00:00:00Z: nothing holds between them. Let it begin at 2026-07-05T00:00:00Z.',
    ]);
  });

  it('writes JSON where the file is JSON', () => {
    using repository = publishedVersions();
    const file = 'billing/profiles/standard.json';
    const text = run(repository, { dryRun: true }).text;
    repository.git('mv', PROFILE, file);
    repository.commit({});
    const found = run(repository);
    expect(found.file).toBe(file);
    expect(JSON.parse(found.text)).toMatchObject({ kind: 'BillingProfile', version: '3.0.0' });
    expect(found.termsSha256).toBe(profileOf(repository, 'standard@3.0.0')?.termsSha256);
    expect(text).not.toBe(found.text);
  });
});

it.each<[string, Partial<RestoreRequest>, string]>([
  ['a version without a number', { reference: 'standard' }, '"standard" names no version of a profile.'],
  ['too many parts', { reference: 'a@1.0.0@2' }, '"a@1.0.0@2" names no version of a profile.'],
  ['a version that is not there', { reference: 'standard@1.0.0' }, 'There is no version 1.0.0'],
  ['the newest version', { reference: 'standard@2.0.0' }, 'standard@2.0.0 is the newest version'],
  ['a begin that is past', { from: '2026-06-30T23:59:59Z' }, '2026-06-30T23:59:59Z is past'],
  ['a number that is taken', { as: '2.0.0' }, 'is not a higher version'],
])('refuses %s', (_, more, message) => {
  using repository = publishedVersions();
  expect(() => run(repository, more)).toThrow(message);
  expect(repository.git('status', '--short')).toBe('');
});

it('refuses prices that would not be the old ones', () => {
  using repository = publishedVersions();
  repository.commit({ 'billing/tax/europe.yaml': edit(golden('tax.yaml'), ["rate: '19'", "rate: '20'"]) });
  expect(() => run(repository)).toThrow('standard@3.0.0 would not rate as standard@1.2.0 did.');
  repository.commit({ 'billing/tax/europe.yaml': golden('tax.yaml').replace('rows:', 'rows: 5\nx-rows:') });
  repository.git('rm', '--quiet', 'billing/snapshots/tax/europe/1.0.0.json');
  expect(() => run(repository)).toThrow('The tax table europe@1.0.0 is not there.');
  expect(repository.git('status', '--short', PROFILE)).toBe('');
});

it('refuses to lose a version that was published without a snapshot', () => {
  using repository = publishedVersions();
  repository.git('rm', '--quiet', snapshotFile('2.0.0'));
  repository.commit({});
  expect(() => run(repository)).toThrow(
    'standard@2.0.0 is published, and would be lost with its file: it has no snapshot.',
  );
});
