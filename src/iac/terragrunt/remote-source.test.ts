import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform, touchedProjects } from '../terraform/index.ts';
import type { UnresolvedModule } from '../../model/resource.ts';
import { openTerragrunt } from './index.ts';

type Files = Readonly<Record<string, string>>;

function open(files: Files) {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(memoryTree(files), { exclude: [], cache });
  return openTerraform(tree, { projects: [], exclude: [], cache, wrapped: projects });
}

/** The module that is not read, on both sides of a change, and whether the project counts as touched. */
function sides(before: Files, after: Files) {
  const [base, head] = [open(before), open(after)];
  const [was, is] = [base, head].map((side) => readTerraform(side).unresolvedModules[0]);
  return { was, is, touched: [...touchedProjects(base, head)] };
}

function expectChange(was: UnresolvedModule | undefined, is: UnresolvedModule | undefined): void {
  expect(was?.fingerprint).toBeDefined();
  expect(is?.fingerprint).toBeDefined();
  expect(is?.fingerprint).not.toBe(was?.fingerprint);
}

const unit = (terraform: string): Files => ({ 'live/a/terragrunt.hcl': `terraform {\n${terraform}\n}\n` });
const source = (address: string): Files => unit(`  source = "${address}"`);

describe('another version of a source that is not in the repository', () => {
  it.each<[string, string]>([
    ['tfr:///ns/ecs/aws?version=5.11.0', 'tfr:///ns/ecs/aws?version=6.0.0'],
    [
      'tfr://registry.example.com/ns/ecs/aws//sub?version=1',
      'tfr://registry.example.com/ns/ecs/aws//sub?version=2',
    ],
    ['git::https://example.com/x.git//a?ref=v1', 'git::https://example.com/x.git//a?ref=v2'],
    ['git::ssh://git@example.com/x.git//a?ref=v1', 'git::ssh://git@example.com/x.git//a?ref=v2'],
    ['git@github.com:acme/x.git//a?ref=v1', 'git@github.com:acme/x.git//a?ref=v2'],
    ['github.com/acme/x//a?ref=v1', 'github.com/acme/x//a?ref=v2'],
    ['hg::https://example.com/x?rev=1', 'hg::https://example.com/x?rev=2'],
    ['https://example.com/x-1.zip', 'https://example.com/x-2.zip'],
    ['s3::https://s3.amazonaws.com/b/x-1.zip', 's3::https://s3.amazonaws.com/b/x-2.zip'],
    ['oci://example.com/x?tag=1', 'oci://example.com/x?tag=2'],
  ])('%s is another module, and is shown', (old, young) => {
    const { was, is, touched } = sides(source(old), source(young));
    expect(touched).toEqual(['live/a']);
    expectChange(was, is);
    expect([was?.sourceAddress, is?.sourceAddress]).toEqual([old, young]);
  });

  it('beside it is another module, and is shown', () => {
    const of = (version: string): Files => unit(`  source  = "tfr:///ns/ecs/aws"\n  version = "${version}"`);
    const { was, is } = sides(of('1.0.0'), of('2.0.0'));
    expectChange(was, is);
    expect(is?.sourceAddress).toBe('tfr:///ns/ecs/aws (version 2.0.0)');
  });

  it('that cannot be told is not taken for the newest', () => {
    const { is } = sides({}, unit('  source  = "tfr:///ns/ecs/aws"\n  version = get_env("V")'));
    expect(is?.reason).toBe(
      'The version of the source cannot be told: get_env("V") has no value in the sources.',
    );
  });

  it.each([
    ['version', 'git::https://u:pw@example.com/x.git//a', '  version = get_env("V")'],
    ['host', 'git::https://u:pw@${get_env("HOST")}/x.git//a?sshkey=pw', ''],
    ['ref', 'git::https://u:pw@example.com/x.git//a?access_token=pw&ref=${get_env("REF")}', ''],
  ])('whose %s cannot be told is shown without its secrets', (_, address, more) => {
    const { is } = sides({}, unit(`  source = "${address}"\n${more}`));
    expect(is?.reason).toContain('cannot be told');
    expect(is?.sourceAddress).toContain('://***@');
    expect(JSON.stringify({ ...is, fingerprint: '' })).not.toContain('pw');
  });

  it('in a part of the source that is written elsewhere is another module', () => {
    const of = (ref: string): Files => ({
      'live/a/terragrunt.hcl':
        `locals {\n  from = "git::https://\${get_env("HOST")}/x.git?ref=${ref}"\n}\n` +
        'terraform {\n  source = local.from\n}\n',
    });
    const { was, is } = sides(of('v1'), of('v2'));
    expectChange(was, is);
  });

  it('of a unit of a stack is another module, and no secret is shown', () => {
    const of = (ref: string): Files => ({
      'live/terragrunt.stack.hcl': `unit "a" {\n  source = "git::https://u:pw@example.com/x.git//a?ref=${ref}"\n  path   = "a"\n}\n`,
    });
    const { was, is } = sides(of('v1'), of('v2'));
    expectChange(was, is);
    expect(is?.sourceAddress).toBe('git::https://***@example.com/x.git//a?ref=v2');
  });

  it('is none when the source is only laid out otherwise', () => {
    const { was, is } = sides(
      source('tfr:///a/b/c?version=1'),
      unit('  # one\n  source = "tfr:///a/b/c?version=1"'),
    );
    expect(is?.fingerprint).toBe(was?.fingerprint);
  });
});
