import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { gitBackend } from '../../../test/support/loopback/git-backend.ts';
import { moduleRegistry } from '../../../test/support/loopback/registry.ts';
import { type LoopbackServer, loopbackServer } from '../../../test/support/loopback/server.ts';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { CheckResult } from '../../model/result.ts';
import { check, type CheckOptions } from '../check.ts';

const NOW = '2026-11-01T00:00:00Z';
const PROVIDER = 'provider "aws" {\n  region = "us-east-1"\n}\n';
const volume = (size: string): string =>
  `resource "aws_ebs_volume" "a" {\n  availability_zone = "us-east-1a"\n  type = "gp3"\n  size = ${size}\n}\n`;

/** The modules of one git repository: `main.tf` at tags v1.0.0 and v2.0.0, of which the second doubles the size. */
let modules: TemporaryRepository;
let server: LoopbackServer;
let cache: string;

beforeEach(async () => {
  cache = mkdtempSync(join(tmpdir(), 'tollgate-cache-'));
  modules = temporaryRepository();
  const variable = 'variable "size" {\n  type = number\n}\n';
  modules.commit({ 'modules/disk/main.tf': variable + volume('var.size') });
  modules.git('tag', 'v1.0.0');
  modules.commit({ 'modules/disk/main.tf': `${variable}# twice as large\n${volume('var.size * 2')}` });
  modules.git('tag', 'v2.0.0');
  const name = basename(modules.folder);
  const git = gitBackend(dirname(modules.folder));
  const packages = (tag: string): string => `git::https://${server.host}/${name}/.git//modules?ref=${tag}`;
  server = await loopbackServer((request, response) => {
    const registry = moduleRegistry({
      'acme/disks/aws': { '1.0.0': packages('v1.0.0'), '2.0.0': packages('v2.0.0') },
    });
    (request.url?.includes('.git/') === true ? git : registry)(request, response);
  });
});

afterEach(async () => {
  await server[Symbol.asyncDispose]();
  modules[Symbol.dispose]();
  rmSync(cache, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

async function compare(base: Files, head: Files, options: Partial<CheckOptions> = {}): Promise<CheckResult> {
  using repository = temporaryRepository();
  const [before, after] = [repository.commit(base), repository.commit(head)];
  const { modules: more, ...others } = options;
  const { result } = await check({
    ...{ repository: repository.folder, base: before, head: after, now: NOW, ...others },
    modules: { environment: { TOLLGATE_CACHE_DIR: cache }, ...more },
  });
  return result;
}

const config = (more = ''): string =>
  `version: 1\nmodules:\n  fetch: true\n  hosts: ["${server.host}"]\n${more}`;
const call = (source: string, more = ''): string =>
  `${PROVIDER}module "disk" {\n  source = "${source}"\n  size = 100\n${more}}\n`;
const registered = (version: string): string =>
  call(`${server.host}/acme/disks/aws//disk`, `  version = "${version}"\n`);
const fromGit = (ref: string): string =>
  call(`git::https://${server.host}/${basename(modules.folder)}/.git//modules/disk?ref=${ref}`);

const delta = ({ totals }: CheckResult): string => totals.delta.monthly.likely.toFixed();
const actions = ({ changes }: CheckResult): string[] =>
  changes.map(({ change }) => `${change.action} ${change.address}`);

describe('a module whose version is raised', () => {
  test('in a registry shows what its resources become', async () => {
    const said: string[] = [];
    const result = await compare(
      { 'tollgate.yml': config(), 'main.tf': registered('1.0.0') },
      { 'main.tf': registered('~> 2.0') },
      { say: (line) => said.push(line) },
    );
    expect(actions(result)).toEqual(['update module.disk.aws_ebs_volume.a']);
    expect(delta(result)).toBe('8');
    expect(result.diagnostics).toEqual([]);
    expect(result.changes[0]?.change.head?.source).toMatchObject({
      file: `.terraform/modules/${server.host}/acme/disks/aws/2.0.0/modules/disk/main.tf`,
      start: { line: 5 },
    });
    expect(result.coverage.unresolvedModules).toEqual([]);
    expect(result.coverage.resolvedModules?.map(({ origin }) => origin)).toEqual([
      `${server.host}/acme/disks/aws 2.0.0`,
    ]);
    expect(said.filter((line) => line.includes('acme'))).toEqual([
      `Fetched ${server.host}/acme/disks/aws 1.0.0`,
      `Fetched ${server.host}/acme/disks/aws 2.0.0`,
    ]);
  });

  test('in git shows what its resources become, and which commit that is', async () => {
    const result = await compare(
      { 'tollgate.yml': config(), 'main.tf': fromGit('v1.0.0') },
      { 'main.tf': fromGit('main') },
    );
    expect([actions(result), delta(result)]).toEqual([['update module.disk.aws_ebs_volume.a'], '8']);
    const [resolved] = result.coverage.resolvedModules ?? [];
    expect(resolved?.origin).toBe(
      `${server.host}/${basename(modules.folder)}/.git at ${modules.git('rev-parse', 'HEAD')}`,
    );
    expect(resolved?.source).toMatchObject({ file: 'main.tf', start: { line: 4 } });
  });

  test('is read from the cache without asking anybody when it is pinned', async () => {
    const id = modules.git('rev-parse', 'HEAD');
    const base = { 'tollgate.yml': config(), 'main.tf': registered('1.0.0') };
    const first = await compare(base, { 'main.tf': fromGit(id) });
    const asked = server.seen.length;
    const second = await compare({ ...base, 'tollgate.yml': 'version: 1\n' }, { 'main.tf': fromGit(id) });
    expect(server.seen.length).toBe(asked);
    expect(second.totals).toEqual(first.totals);
    expect(second.coverage.resolvedModules).toEqual(first.coverage.resolvedModules);
    expect(existsSync(join(cache, 'modules-1/objects'))).toBe(true);
  });
});

test('a finding in a module from elsewhere stands at the call', async () => {
  const policy = 'policies:\n  required_tags: { level: hard, keys: [owner] }\n';
  const result = await compare(
    { 'tollgate.yml': config() + policy, 'main.tf': PROVIDER },
    { 'main.tf': fromGit('v1.0.0') },
  );
  expect(result.findings).toMatchObject([
    { subject: 'module.disk.aws_ebs_volume.a', source: { file: 'main.tf', start: { line: 4 } } },
  ]);
});

test('an error in a module from elsewhere stands at the call and names its place', async () => {
  modules.commit({ 'modules/disk/broken.tf': 'locals {\n  a = = 1\n}\n' });
  const result = await compare(
    { 'tollgate.yml': config(), 'main.tf': PROVIDER },
    { 'main.tf': fromGit('main') },
  );
  expect(result.diagnostics).toMatchObject([
    {
      severity: 'error',
      source: { file: 'main.tf', start: { line: 4 } },
      message: expect.stringMatching(/^In \.terraform\/modules\/.*\/modules\/disk\/broken\.tf:2: /) as string,
    },
  ]);
});

test('a cache that the change brings is not believed, and that is said', async () => {
  const id = modules.git('rev-parse', 'HEAD');
  await compare({ 'tollgate.yml': config(), 'main.tf': PROVIDER }, { 'main.tf': fromGit(id) });
  using repository = temporaryRepository();
  const before = repository.commit({ 'main.tf': PROVIDER });
  cpSync(cache, join(repository.folder, '.cache'), { recursive: true });
  const after = repository.commit({ 'main.tf': fromGit(id) });
  const environment = { TOLLGATE_CACHE_DIR: join(repository.folder, '.cache') };
  const options = { repository: repository.folder, base: before, head: after, now: NOW };
  const { result } = await check({ ...options, modules: { environment } });
  expect(result.changes).toEqual([]);
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['cache-in-repository', 'unresolved-module']);
  const own = await check({ ...options, modules: { environment: { TOLLGATE_CACHE_DIR: cache } } });
  expect(actions(own.result)).toEqual(['create module.disk.aws_ebs_volume.a']);
});

describe('nothing is fetched', () => {
  const unresolved = ({ diagnostics }: CheckResult) =>
    diagnostics
      .filter(({ code }) => code === 'unresolved-module')
      .map(({ message, hint }) => `${message} ${hint ?? ''}`);

  test.each<[string, () => Files, Partial<CheckOptions>, RegExp]>([
    [
      'without the word of the base',
      () => ({}),
      {},
      /modules are not fetched.*"modules: { fetch: true }" in tollgate\.yml/,
    ],
    ['by the word of the change', () => ({ 'other.yml': '' }), {}, /modules are not fetched/],
    [
      'for a fork',
      () => ({ 'tollgate.yml': config() }),
      { modules: { fork: true } },
      /from a fork.*"modules: { fetch: true, forks: true }"/,
    ],
    ['for a fork by a flag', () => ({}), { modules: { fork: true, fetch: true } }, /from a fork/],
    [
      'for a fork by a flag and half of a configuration',
      () => ({ 'tollgate.yml': config('  forks: true\n').replace('fetch: true', 'fetch: false') }),
      { modules: { fork: true, fetch: true } },
      /from a fork/,
    ],
    [
      'from a host that is not named',
      () => ({ 'tollgate.yml': config().replace(server.host, 'example.com') }),
      {},
      /The host localhost:\d+ is not among those.*"modules\.hosts"/,
    ],
  ])('%s', async (name, base, options, expected) => {
    const head = {
      'main.tf': fromGit('v1.0.0'),
      ...(name.includes('change') ? { 'tollgate.yml': config() } : {}),
    };
    const result = await compare({ 'main.tf': PROVIDER, ...base() }, head, options);
    expect(unresolved(result)).toEqual([expect.stringMatching(expected)]);
    expect(result.coverage.changedModules).toBe(1);
    expect(server.seen).toEqual([]);
  });

  test('by the word of a change that repairs a broken configuration', async () => {
    await compare(
      { 'tollgate.yml': 'modules: [', 'main.tf': PROVIDER },
      { 'tollgate.yml': config(), 'main.tf': fromGit('v1.0.0') },
    );
    expect(server.seen).toEqual([]);
  });

  test('for projects that the change does not touch', async () => {
    await compare(
      { 'tollgate.yml': config(), 'a/main.tf': fromGit('v1.0.0'), 'b/main.tf': PROVIDER },
      { 'b/main.tf': `${PROVIDER}# more\n` },
    );
    expect(server.seen).toEqual([]);
  });
});

test('a fork is served when the configuration says so', async () => {
  const result = await compare(
    { 'tollgate.yml': config('  forks: true\n'), 'main.tf': PROVIDER },
    { 'main.tf': fromGit('v1.0.0') },
    { modules: { fork: true } },
  );
  expect(actions(result)).toEqual(['create module.disk.aws_ebs_volume.a']);
});

test('modules that modules call are brought, and a path stays in its package', async () => {
  modules.commit({
    'wrapper/main.tf': `module "inner" {\n  source = "../modules/disk"\n  size = 10\n}\nmodule "far" {\n  source = "${server.host}/acme/disks/aws//disk"\n  version = "1.0.0"\n  size = 20\n}\nmodule "out" {\n  source = "../../other"\n}\n`,
  });
  const result = await compare(
    { 'tollgate.yml': config(), 'main.tf': PROVIDER },
    { 'main.tf': fromGit('main').replace('//modules/disk', '//wrapper').replace('  size = 100\n', '') },
  );
  expect(actions(result)).toEqual([
    'create module.disk.module.far.aws_ebs_volume.a',
    'create module.disk.module.inner.aws_ebs_volume.a',
  ]);
  const found = result.coverage.resolvedModules ?? [];
  expect(found.length).toBeGreaterThan(1);
  expect(new Set(found.map(({ source: { file, start } }) => `${file}:${start.line}`))).toEqual(
    new Set(['main.tf:4']),
  );
  expect(result.diagnostics).toMatchObject([
    {
      code: 'unresolved-module',
      source: { file: 'main.tf' },
      message: expect.stringContaining('leads out of') as string,
    },
  ]);
});

test('path.module is the same for every version, and files are found below it', async () => {
  const inFiles = (name: string): string => '"${path.module}/files' + name + '"';
  const tags = `path = path.module
    text = file(${inFiles('/a.txt')})
    all = join(",", fileset(${inFiles('')}, "*"))`;
  const disk = `variable "size" {}\nresource "aws_ebs_volume" "a" {\n  size = var.size\n  tags = {\n    ${tags}\n  }\n}\n`;
  const tagged = (text: string): Files => ({
    'modules/disk/main.tf': disk,
    'modules/disk/files/a.txt': text,
  });
  modules.commit(tagged('one'));
  modules.git('tag', 'v3.0.0');
  modules.commit(tagged('two'));
  modules.git('tag', 'v4.0.0');
  const result = await compare(
    { 'tollgate.yml': config(), 'main.tf': fromGit('v3.0.0') },
    { 'main.tf': fromGit('v4.0.0') },
  );
  const [{ change }] = result.changes as [CheckResult['changes'][number]];
  expect(change.differences.map(({ path }) => path)).toEqual(['tags.text']);
  const value = change.head?.attributes.entries.get('tags');
  const entries = value?.kind === 'object' ? [...value.entries] : [];
  const texts = entries.map(([key, one]) => [key, one.kind === 'string' ? one.value : one.kind]);
  expect(Object.fromEntries(texts)).toEqual({
    path: '.terraform/modules/disk/modules/disk',
    text: 'two',
    all: 'a.txt',
  });
});
