import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitBackend } from '../../../test/support/loopback/git-backend.ts';
import { moduleRegistry } from '../../../test/support/loopback/registry.ts';
import { type LoopbackServer, loopbackServer } from '../../../test/support/loopback/server.ts';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import { check } from '../check.ts';
import { explain } from '../explain.ts';

const MODULE = `variable "size" {
  type = number
}
resource "aws_ebs_volume" "a" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = var.size
}
`;
const PROVIDER = `generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = "provider \\"aws\\" {\\n  region = \\"us-east-1\\"\\n}\\n"
}
`;

let modules: TemporaryRepository;
let server: LoopbackServer;
let cache: string;
let repository: TemporaryRepository;

beforeEach(async () => {
  cache = mkdtempSync(join(tmpdir(), 'tollgate-cache-'));
  modules = temporaryRepository();
  modules.commit({ 'modules/disk/main.tf': MODULE });
  modules.git('tag', 'v1.0.0');
  modules.commit({ 'modules/disk/main.tf': MODULE.replace('var.size', 'var.size * 2') });
  modules.git('tag', 'v2.0.0');
  repository = temporaryRepository();
  const git = gitBackend(dirname(modules.folder));
  const packages = (tag: string): string => `${gitAddress()}//modules?ref=${tag}`;
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
  repository[Symbol.dispose]();
  rmSync(cache, { recursive: true, force: true });
});

const gitAddress = (): string => `git::https://${server.host}/${basename(modules.folder)}/.git`;
const unit = (source: string): string =>
  `${PROVIDER}terraform {\n  source = "${source}"\n}\ninputs = { size = 100 }\n`;

test.each([
  ['a registry', (version: string) => `tfr://${server.host}/acme/disks/aws//disk?version=${version}`],
  ['git', (version: string) => `${gitAddress()}//modules/disk?ref=v${version}`],
])('the root module of a unit is fetched from %s, priced and explained', async (_, source) => {
  const base = repository.commit({
    'tollgate.yml': `version: 1\nmodules:\n  fetch: true\n  hosts: ["${server.host}"]\n`,
    'live/disk/terragrunt.hcl': unit(source('1.0.0')),
  });
  const head = repository.commit({ 'live/disk/terragrunt.hcl': unit(source('2.0.0')) });
  const options = { environment: { TOLLGATE_CACHE_DIR: cache } };
  const { result } = await check({ repository: repository.folder, base, head, modules: options });
  expect(result.changes.map(({ change }) => `${change.action} ${change.project}:${change.address}`)).toEqual([
    'update live/disk:aws_ebs_volume.a',
  ]);
  expect(result.totals.delta.monthly.likely.toFixed()).toBe('8');
  expect(result.coverage.unresolvedModules).toEqual([]);
  expect(result.diagnostics).toEqual([]);

  const { values, project } = await explain({
    ...{ repository: repository.folder, address: 'aws_ebs_volume.a', attribute: 'size' },
    modules: options,
  });
  expect(project).toBe('live/disk');
  expect(values).toMatchObject([{ path: 'size', value: { kind: 'number' } }]);
  expect(values[0]?.places.map(({ source: { file } }) => basename(file))).toEqual([
    'terragrunt.hcl',
    'main.tf',
  ]);
});

test('what may be fetched says the base, not what is explained', async () => {
  const config = `version: 1\nmodules:\n  fetch: true\n  hosts: ["${server.host}"]\n`;
  repository.commit({ 'main.tf': '' });
  repository.git('checkout', '--quiet', '-b', 'change');
  const call = `module "disk" {\n  source = "${gitAddress()}//modules/disk"\n  size = 1\n}\n`;
  repository.commit({ 'tollgate.yml': config, 'main.tf': call });
  repository.git('checkout', '--quiet', 'main');
  const options = {
    ...{ repository: repository.folder, ref: 'change', address: 'module.disk' },
    modules: { environment: { TOLLGATE_CACHE_DIR: cache } },
  };
  await explain(options);
  expect(server.seen).toEqual([]);
  repository.commit({ 'tollgate.yml': config });
  await explain(options);
  expect(server.seen.length).toBeGreaterThan(0);
});
