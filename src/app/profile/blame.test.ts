import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { schemaErrors } from '../../../test/support/published-schema.ts';
import {
  BINDINGS,
  bound,
  LOCK,
  PROFILE,
  publishedVersions,
  second,
  snapshotFile,
} from '../../../test/support/published-versions.ts';
import { temporaryRepository, type TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import { renderBlamed, renderBlamedJson } from '../../render/profile/blame.ts';
import { blameVersion, type BlameOptions } from './blame.ts';
import { snapshotVersions } from './snapshot.ts';

const look = { color: false, width: 110 };

function ask({ folder }: TemporaryRepository, more: Partial<BlameOptions> = {}) {
  const blamed = blameVersion({
    ...{ repository: folder, customer: 't-001', instant: '2026-07-01T00:00:00Z' },
    ...more,
  });
  expect(schemaErrors('profile-blame', renderBlamedJson(blamed, { toolVersion: '1.0.0' }))).toEqual([]);
  return blamed;
}

describe('profile blame', () => {
  it('names version, hashes, binding, and the commit that published it', () => {
    using repository = publishedVersions();
    const [newest = '', older = ''] = repository.git('log', '--format=%H').split('\n');
    const { held } = ask(repository);
    expect(held).toMatchObject({
      ...{ profile: 'standard@2.0.0', from: '2026-06-01T00:00:00Z', to: null, file: PROFILE },
      binding: { profile: 'standard@1.2.0', source: { file: BINDINGS, start: { line: 1 } } },
      snapshot: {
        ...{ path: snapshotFile('2.0.0'), exists: true, publishedAt: '2026-04-01T00:00:00Z', missing: null },
        commit: { id: newest, date: '2026-01-01T00:00:00Z', subject: 'Raise the price of a seat' },
      },
    });
    const before = ask(repository, { instant: '2026-05-31T23:59:59Z' }).held;
    expect(before).toMatchObject({
      ...{ profile: 'standard@1.2.0', to: '2026-06-01T00:00:00Z', file: snapshotFile('1.2.0') },
      snapshot: { commit: { id: older, subject: 'Publish the standard plan' } },
    });
    expect(before?.termsSha256).not.toBe(held?.termsSha256);
    const text = renderBlamed(ask(repository), look);
    expect(text).toContain('── tenant t-001 in prod, 2026-07-01T00:00:00Z: standard@2.0.0');
    expect(text).toContain(`Commit         ${newest} 2026-01-01T00:00:00Z Raise the price of a seat`);
  });

  it('reads another ref', () => {
    using repository = publishedVersions();
    expect(ask(repository, { ref: 'HEAD~1' }).held?.profile).toBe('standard@1.2.0');
  });

  it('looks for the commit in the history of the ref, not in that of the current branch', () => {
    using repository = publishedVersions();
    const newest = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', '-b', 'earlier', 'HEAD~1');
    expect(ask(repository, { ref: 'main' }).held?.snapshot.commit?.id).toBe(newest);
  });

  it('says when the snapshot is not committed, not there, or its commit not in a shallow clone', () => {
    using repository = publishedVersions();
    using clone = temporaryRepository();
    const folder = join(clone.folder, 'shallow');
    clone.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, folder);
    expect(ask({ ...clone, folder }).held?.snapshot).toMatchObject({ commit: null });
    expect(ask({ ...clone, folder }).held?.snapshot.missing).toContain('shallow');
    using fresh = temporaryRepository();
    for (const version of ['1.2.0', '2.0.0'])
      fresh.write({
        [snapshotFile(version)]: repository.git('show', `HEAD:${snapshotFile(version)}`) + '\n',
      });
    fresh.write({
      [PROFILE]: second.replace('taxes: europe@1.0.0\n', ''),
      [LOCK]: repository.git('show', `HEAD:${LOCK}`),
      [BINDINGS]: repository.git('show', `HEAD:${BINDINGS}`),
    });
    expect(ask(fresh).held?.snapshot.missing).toBe('The snapshot with this hash is not committed.');
    fresh.git('add', '--all');
    fresh.git('rm', '--cached', '--quiet', snapshotFile('2.0.0'));
    fresh.git('commit', '--quiet', '--message', 'without the newest snapshot');
    expect(ask(fresh).held?.snapshot).toMatchObject({ exists: true, commit: null });
    const { snapshot } = ask(fresh, { ref: 'HEAD' }).held ?? {};
    expect(snapshot).toMatchObject({ exists: false, commit: null });
    expect(snapshot?.missing).toContain('run `tollgate profile snapshot`');
  });

  it('names the commit since when the snapshot has the hash, where a branch wrote the version twice', () => {
    using repository = publishedVersions();
    const first = ask(repository).held;
    repository.write({ [PROFILE]: second.replace("'14'", "'15'") });
    snapshotVersions({
      ...{ repository: repository.folder, base: 'HEAD~1', check: false, now: '2026-04-02T00:00:00Z' },
    });
    repository.commit({}, 'Raise it once more');
    const held = ask(repository).held;
    expect(held?.sha256).not.toBe(first?.sha256);
    expect(held?.snapshot.commit).toMatchObject({
      id: repository.git('rev-parse', 'HEAD'),
      subject: 'Raise it once more',
    });
  });

  it('says when the file is not what was published', () => {
    using repository = publishedVersions();
    repository.write({ [PROFILE]: second.replace("'14'", "'15'") });
    const { held, diagnostics } = ask(repository);
    expect(held?.profile).toBe('standard@2.0.0');
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'snapshot-mismatch' }]);
    expect(held?.snapshot).toMatchObject({ exists: true, commit: null });
  });

  it('prints what is wrong with the files, since the answer is in doubt', () => {
    using repository = publishedVersions();
    repository.write({ 'billing/units/calls.yaml': 'kind: None\n' });
    const blamed = ask(repository);
    expect(blamed.held).not.toBeNull();
    expect(renderBlamed(blamed, look)).toContain('billing/units/calls.yaml:1:7');
  });
});

describe('where nobody holds', () => {
  const binding = { type: 'tenant', id: 't-002', profile: 'standard@1.2.0' };
  const files = {
    'billing/bindings/staging.json': bound('staging', { ...binding, from: '2026-02-01T00:00:00Z' }),
    [BINDINGS]: bound(
      'prod',
      { ...binding, id: 't-001', from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
      { ...binding, id: 't-001', from: '2026-05-01T00:00:00Z' },
      { ...binding, id: 'acme', from: '2026-02-01T00:00:00Z' },
      { ...binding, id: 'acme', type: 'account', from: '2026-02-01T00:00:00Z' },
      { ...binding, id: 'early', from: '2025-12-01T00:00:00Z' },
    ),
  };

  it.each<[string, Partial<BlameOptions>, string, string]>([
    [
      'a mistyped id',
      { customer: 't-010' },
      'The customer "t-010" is bound nowhere.',
      'Did you mean "t-001"?',
    ],
    [
      'another environment',
      { customer: 't-002' },
      'The customer "t-002" is not bound in prod.',
      'Bound in staging: ask with --environment staging.',
    ],
    [
      'between two bindings',
      { instant: '2026-04-01T00:00:00Z' },
      'The customer "t-001" is not bound in prod at 2026-04-01T00:00:00Z.',
      'standard@1.2.0 held until 2026-03-01T00:00:00Z; standard@1.2.0 holds from 2026-05-01T00:00:00Z.',
    ],
    [
      'several types',
      { customer: 'acme' },
      'Customers of several types have the id "acme": account, tenant.',
      'Say which is meant: --type account.',
    ],
    [
      'another type',
      { customer: 't-001', type: 'project' },
      'The project "t-001" is bound nowhere.',
      'It is the id of one of type tenant: ask with --type tenant.',
    ],
    [
      'before the version begins',
      { customer: 'early', instant: '2025-12-15T00:00:00Z' },
      'The customer "early" is bound to standard@1.2.0 at 2025-12-15T00:00:00Z, and no version holds then.',
      'standard@1.2.0 holds from 2026-01-01T00:00:00Z.',
    ],
  ])('says why: %s', (_, more, reason, hint) => {
    using repository = publishedVersions();
    repository.write(files);
    const blamed = ask(repository, more);
    expect([blamed.held, blamed.reason, blamed.hint]).toEqual([null, reason, hint]);
    expect(renderBlamed(blamed, look).replaceAll(/\s+/g, ' ')).toContain(`${reason} ${hint}`);
  });

  it('finds whom a type or an environment tells apart', () => {
    using repository = publishedVersions();
    repository.write(files);
    const account = ask(repository, { customer: 'acme', type: 'account' });
    expect(account.held?.binding.type).toBe('account');
    expect(account.bindings).toHaveLength(1);
    expect(ask(repository, { customer: 't-002', environment: 'staging' }).held?.binding.source.file).toBe(
      'billing/bindings/staging.json',
    );
    repository.write({ 'tollgate.yml': 'version: 1\nbilling: { environment: staging }\n' });
    expect(ask(repository, { customer: 't-002' })).toMatchObject({ environment: 'staging', reason: null });
  });
});
