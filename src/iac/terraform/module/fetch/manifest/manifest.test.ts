import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { temporaryRepository } from '../../../../../../test/support/temporary-repository.ts';
import { Manifests } from './manifest.ts';

interface Entry {
  readonly Key: string;
  readonly Source: string;
  readonly Version?: string;
  readonly Dir: string;
}

const REGISTRY = 'registry.terraform.io/acme/vpc/aws';
const vpc: Entry = { Key: 'vpc', Source: REGISTRY, Version: '1.2.3', Dir: '.terraform/modules/vpc' };

/** What an installed manifest gives for a call. */
function found(entry: Entry, source: string, version = '', root = 'live') {
  using repository = temporaryRepository();
  repository.commit({ '.gitignore': '.terraform\n' });
  const base = root === '' ? '' : `${root}/`;
  repository.write({
    [`${base}.terraform/modules/modules.json`]: JSON.stringify({
      Modules: [{ Key: '', Source: '', Dir: '.' }, entry],
    }),
    [`${base}.terraform/modules/vpc/main.tf`]: 'a = 1\n',
    [`${base}.terraform/modules/vpc/.git/config`]: 'x',
    [`${base}secret/main.tf`]: 'secret',
  });
  const manifests = new Manifests(repository.folder, [root]);
  expect(manifests.diagnostics).toEqual([]);
  const one = manifests.find(source, version);
  return (
    one && { mount: one.mount, folder: one.folder, files: [...one.files.files.keys()], origin: one.origin }
  );
}

const installed = {
  mount: 'live/.terraform/modules/vpc',
  folder: '',
  files: ['main.tf'],
  origin: `${REGISTRY} 1.2.3 as installed in live/.terraform/modules/vpc`,
};

describe('a module that is installed', () => {
  test('is found by its address and a version that the call allows', () => {
    expect(found(vpc, 'acme/vpc/aws', '~> 1.2')).toEqual(installed);
    expect(found(vpc, 'acme/vpc/aws//sub', '1.2.3')).toEqual(installed);
    expect(found(vpc, 'acme/vpc/aws', '', '')?.mount).toBe('.terraform/modules/vpc');
  });

  test('is found by a git address however it is written', () => {
    const git = { ...vpc, Source: 'git::https://github.com/acme/vpc.git?ref=v1', Version: '' };
    expect(found(git, 'github.com/acme/vpc?ref=v1')?.files).toEqual(['main.tf']);
    expect(found(git, 'git@github.com:acme/vpc.git?ref=v1')?.files).toEqual(['main.tf']);
    expect(found(git, 'github.com/acme/vpc?ref=v2')).toBeUndefined();
  });

  test('is an archive of the same checksum, whose query is not told', () => {
    const archive = { ...vpc, Source: 'https://example.com/a.zip?x=s3cret&checksum=md5:00', Version: '' };
    expect(found(archive, 'https://example.com/a.zip?checksum=md5:00&x=s3cret')?.origin).toBe(
      'https://example.com/a.zip as installed in live/.terraform/modules/vpc',
    );
    for (const other of [
      'https://example.com/a.zip?x=s3cret',
      'https://example.com/a.zip?x=s3cret&checksum=md5:01',
    ])
      expect(found(archive, other)).toBeUndefined();
    expect(found({ ...archive, Source: 'https://example.com/a.zip' }, archive.Source)).toBeUndefined();
  });

  test('begins in the folder that the registry named', () => {
    const inner = { ...vpc, Source: `${REGISTRY}//sub`, Dir: '.terraform/modules/vpc/vpc-1.2.3/sub' };
    expect(found(inner, 'acme/vpc/aws//sub', '1.2.3')?.folder).toBe('vpc-1.2.3');
  });

  test.each<[string, Partial<Entry>, string, string]>([
    ['has another version', {}, 'acme/vpc/aws', '~> 2.0'],
    ['has another source', {}, 'acme/other/aws', ''],
    ['lies outside of its place', { Dir: '../secret' }, 'acme/vpc/aws', ''],
    ['lies in the folder of another', { Dir: '.terraform/modules/../../secret' }, 'acme/vpc/aws', ''],
    ['leads out of its place', { Dir: '.terraform/modules/vpc/../../../secret' }, 'acme/vpc/aws', ''],
    [
      'has a name that is a path',
      { Key: '../secret', Dir: '.terraform/modules/../secret' },
      'acme/vpc/aws',
      '',
    ],
    ['is not there', { Key: 'gone', Dir: '.terraform/modules/gone' }, 'acme/vpc/aws', ''],
    ['is absolute', { Dir: '/etc' }, 'acme/vpc/aws', ''],
  ])('is not taken when it %s', (_, change, source, version) => {
    expect(found({ ...vpc, ...change }, source, version)).toBeUndefined();
  });
});

test('a manifest that is in the repository is not believed, and that is said', () => {
  using repository = temporaryRepository();
  repository.commit({
    '.terraform/modules/modules.json': JSON.stringify({ Modules: [vpc] }),
    '.terraform/modules/vpc/main.tf': 'a = 1\n',
  });
  const manifests = new Manifests(repository.folder, ['']);
  expect(manifests.find('acme/vpc/aws', '1.2.3')).toBeUndefined();
  expect(manifests.diagnostics).toMatchObject([
    { code: 'committed-manifest', source: { file: '.terraform/modules/modules.json' } },
  ]);
});

test('a manifest is not believed where git cannot tell whether it is in the repository', () => {
  using repository = temporaryRepository();
  repository.write({
    '.terraform/modules/modules.json': JSON.stringify({ Modules: [vpc] }),
    '.terraform/modules/vpc/main.tf': 'a = 1\n',
    '.git/index': 'broken',
  });
  const manifests = new Manifests(repository.folder, ['']);
  expect(manifests.find('acme/vpc/aws', '1.2.3')).toBeUndefined();
  expect(manifests.diagnostics).toMatchObject([{ code: 'committed-manifest' }]);
});

test.each(['.terraform', '.terraform/modules/vpc'])('a link in the place of %s is not followed', (place) => {
  using repository = temporaryRepository();
  repository.commit({ '.gitignore': '.terraform\n' });
  repository.write({
    'other/modules/modules.json': JSON.stringify({ Modules: [vpc] }),
    'other/modules/vpc/main.tf': 'a = 1\n',
    ...(place === '.terraform'
      ? {}
      : { '.terraform/modules/modules.json': JSON.stringify({ Modules: [vpc] }) }),
  });
  const target = place === '.terraform' ? 'other' : '../../other/modules/vpc';
  symlinkSync(target, join(repository.folder, place));
  expect(new Manifests(repository.folder, ['']).find('acme/vpc/aws', '1.2.3')).toBeUndefined();
});

test('what is installed of another version than the call wants is told', () => {
  using repository = temporaryRepository();
  repository.commit({ '.gitignore': '.terraform\n' });
  repository.write({
    '.terraform/modules/modules.json': JSON.stringify({ Modules: [vpc] }),
    '.terraform/modules/vpc/main.tf': 'a = 1\n',
  });
  const manifests = new Manifests(repository.folder, ['']);
  expect(manifests.otherVersion('acme/vpc/aws', '~> 2.0')).toBe('1.2.3');
  expect(manifests.otherVersion('acme/vpc/aws', '~> 1.0')).toBeUndefined();
  expect(manifests.otherVersion('acme/other/aws', '~> 2.0')).toBeUndefined();
});
