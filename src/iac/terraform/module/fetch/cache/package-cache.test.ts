import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { FetchedPackage } from './bundle.ts';
import { cacheFolder } from './cache-folder.ts';
import { PackageCache } from './package-cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-cache-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => Buffer.from(text);
const fetched: FetchedPackage = {
  folder: 'inner',
  files: {
    files: new Map([
      ['main.tf', bytes('a = 1\n')],
      ['empty', bytes('')],
      ['ü/\n', bytes('\0\xff')],
    ]),
    links: new Map([['link', bytes('main.tf')]]),
    submodules: new Map([['sub', 'f'.repeat(40)]]),
    skipped: [{ path: 'large', reason: 'too large' }],
  },
};

/** All files of the cache. */
const stored = (kind: string): string[] =>
  readdirSync(join(folder, 'modules-1', kind), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const plain = (found: FetchedPackage | undefined): unknown => {
  if (found === undefined) return undefined;
  const { files, links, submodules, skipped } = found.files;
  const texts = (map: ReadonlyMap<string, Uint8Array>) =>
    [...map].map(([path, content]) => [path, Buffer.from(content).toString('hex')]);
  return {
    folder: found.folder,
    files: texts(files),
    links: texts(links),
    submodules: [...submodules],
    skipped,
  };
};

describe('a package in the cache', () => {
  test('comes back as it was', () => {
    new PackageCache(folder).put('git x 1', fetched);
    expect(plain(new PackageCache(folder).get('git x 1'))).toEqual(plain(fetched));
    expect(new PackageCache(folder).get('git x 2')).toBeUndefined();
  });

  test('is stored once, under however many names', () => {
    const cache = new PackageCache(folder);
    cache.put('git x 1', fetched);
    cache.put('registry x 1', fetched);
    expect([stored('objects').length, stored('index').length]).toEqual([1, 2]);
  });

  test.each<[string, 'objects' | 'index', string]>([
    [
      'whose content was changed',
      'objects',
      '{"folder":"","files":[],"links":[],"submodules":[],"skipped":[]}\n',
    ],
    ['that was cut off', 'objects', ''],
    ['whose name leads elsewhere', 'index', '../../../../etc/passwd\n'],
    ['whose name leads to nothing', 'index', `${'0'.repeat(64)}\n`],
  ])('%s is not there', (_, kind, content) => {
    const cache = new PackageCache(folder);
    cache.put('git x 1', fetched);
    for (const path of stored(kind)) writeFileSync(path, content);
    expect(cache.get('git x 1')).toBeUndefined();
    cache.put('git x 1', fetched);
    expect(plain(cache.get('git x 1'))).toEqual(plain(fetched));
  });
});

test('a place where nothing can be written keeps nothing and breaks nothing', () => {
  writeFileSync(join(folder, 'file'), '');
  for (const place of [join(folder, 'file'), undefined]) {
    const cache = new PackageCache(place);
    cache.put('git x 1', fetched);
    expect(cache.get('git x 1')).toBeUndefined();
  }
});

test.each<[Record<string, string>, string | undefined]>([
  [{ TOLLGATE_CACHE_DIR: '/a', XDG_CACHE_HOME: '/b', HOME: '/c' }, '/a'],
  [{ XDG_CACHE_HOME: '/b', HOME: '/c' }, '/b/tollgate'],
  [{ HOME: '/c' }, '/c/.cache/tollgate'],
  [{ TOLLGATE_CACHE_DIR: 'relative', HOME: '/c' }, '/c/.cache/tollgate'],
  [{}, undefined],
])('with %j the cache is %j', (environment, expected) => {
  expect(cacheFolder(environment)).toBe(expected);
});
