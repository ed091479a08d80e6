import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../../../index.ts';
import type { TerraformSide } from '../../../index.ts';
import { sketch } from '../../../evaluate/vectors/sketch.ts';

const ROOT = 'terraform {\n  backend "s3" {}\n}\nvariable "size" {}\nvariable "amount" {}\n';

/** A repository with roots in the given folders and variable files that set `size`. */
function open(roots: readonly string[], files: readonly string[], base?: TerraformSide): TerraformSide {
  const tree = memoryTree({
    ...Object.fromEntries(roots.map((root) => [`${root === '' ? '' : `${root}/`}main.tf`, ROOT])),
    ...Object.fromEntries(files.map((path) => [path, path.endsWith('.json') ? '{"size": 1}' : 'size = 1\n'])),
  });
  return openTerraform(tree, { projects: [], exclude: [], cache: new ParseCache() }, base?.projects);
}

/** `id: files`, a line for each project. */
function shown({ projects }: TerraformSide): string[] {
  return projects.map(({ id, varFiles }) => [`${id}:`, ...varFiles].join(' '));
}

describe('variable files of environments', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'in the root',
      ['infra'],
      ['infra/prod.tfvars', 'infra/dev.tfvars.json', 'infra/common.tfvars', 'infra/terraform.tfvars'],
      [
        'infra@dev: infra/common.tfvars infra/dev.tfvars.json',
        'infra@prod: infra/common.tfvars infra/prod.tfvars',
      ],
    ],
    [
      'in the root of the repository, in a folder below',
      [''],
      ['environments/prod.tfvars', 'environments/customer1.tfvars', 'environments/default.tfvars'],
      [
        '.@customer1: environments/default.tfvars environments/customer1.tfvars',
        '.@prod: environments/default.tfvars environments/prod.tfvars',
      ],
    ],
    [
      'a folder for each',
      ['infra'],
      ['envs/prod/terraform.tfvars', 'envs/dev/terraform.tfvars', 'envs/dev/more.tfvars'],
      ['infra@dev: envs/dev/terraform.tfvars envs/dev/more.tfvars', 'infra@prod: envs/prod/terraform.tfvars'],
    ],
    [
      'beside the roots, a file for each root',
      ['terraform/app', 'terraform/db'],
      [
        'terraform/variables/prod/app.tfvars',
        'terraform/variables/prod/defaults.tfvars',
        'terraform/variables/prod/prod.tfvars',
        'terraform/variables/test/db.tfvars',
        'terraform/variables/global.tfvars',
      ],
      [
        'terraform/app@prod: terraform/variables/global.tfvars terraform/variables/prod/defaults.tfvars terraform/variables/prod/prod.tfvars terraform/variables/prod/app.tfvars',
        'terraform/db@prod: terraform/variables/global.tfvars terraform/variables/prod/defaults.tfvars terraform/variables/prod/prod.tfvars',
        'terraform/db@test: terraform/variables/global.tfvars terraform/variables/test/db.tfvars',
      ],
    ],
    [
      'with other words in the name',
      ['infra'],
      ['env/production_config.tfvars', 'env/staging_config.tfvars'],
      ['infra@production: env/production_config.tfvars', 'infra@staging: env/staging_config.tfvars'],
    ],
    [
      'in folders with other words in the name',
      ['components/age'],
      ['variables/co-dev/age.tfvars', 'variables/co-prod/age.tfvars', 'variables/default.tfvars'],
      [
        'components/age@dev: variables/default.tfvars variables/co-dev/age.tfvars',
        'components/age@prod: variables/default.tfvars variables/co-prod/age.tfvars',
      ],
    ],
    [
      'far and near',
      ['infra/apps/web'],
      ['envs/dev.tfvars', 'infra/apps/envs/dev.tfvars', 'infra/apps/envs/default.tfvars'],
      ['infra/apps/web@dev: infra/apps/envs/default.tfvars envs/dev.tfvars infra/apps/envs/dev.tfvars'],
    ],
    [
      'in a folder around the root',
      ['apps/web'],
      ['apps/dev.tfvars', 'apps/default.tfvars'],
      ['apps/web@dev: apps/default.tfvars apps/dev.tfvars'],
    ],
    [
      'of a root whose path names one',
      ['live/prod', 'live/dev', 'stacks/app-qa'],
      ['live/envs/prod.tfvars', 'live/envs/dev.tfvars', 'stacks/variables/prod.tfvars'],
      ['live/dev: live/envs/dev.tfvars', 'live/prod: live/envs/prod.tfvars', 'stacks/app-qa:'],
    ],
    [
      'in folders with configuration, which are roots of their own',
      ['environments/prod', 'infra'],
      ['environments/prod/prod.tfvars', 'environments/prod/extra.tfvars'],
      ['environments/prod: environments/prod/prod.tfvars', 'infra:'],
    ],
    [
      'and unrelated files',
      ['infra', 'network'],
      ['infra/sizes.tfvars', 'config/load-balancer.tfvars', 'data/prod.tfvars', '.envs/prod.tfvars'],
      ['infra:', 'network:'],
    ],
    [
      'with the name of another root',
      ['app', 'network'],
      ['envs/network-prod.tfvars'],
      ['app:', 'network@prod: envs/network-prod.tfvars'],
    ],
  ])('%s', (_, roots, files, expected) => {
    expect(shown(open(roots, files))).toEqual(expected);
  });

  it('must give a value to a variable of the root', () => {
    const tree = memoryTree({ 'main.tf': ROOT, 'prod.tfvars': 'other = 1\n', 'dev.tfvars': 'amount = 2\n' });
    const side = openTerraform(tree, { projects: [], exclude: [], cache: new ParseCache() });
    expect(shown(side)).toEqual(['.@dev: dev.tfvars']);
  });

  it('are left aside, and told of once, when two could be meant', () => {
    const side = open(
      ['a', 'b'],
      ['envs/dev.eu-west-1.tfvars', 'envs/dev.us-east-1.tfvars', 'envs/prod.tfvars'],
    );
    expect(shown(side)).toEqual(['a:', 'b:']);
    expect(side.diagnostics).toMatchObject([{ code: 'ambiguous-var-files', severity: 'warning' }]);
  });

  it('are not looked for where projects are configured', () => {
    const tree = memoryTree({ 'infra/main.tf': ROOT, 'infra/prod.tfvars': 'size = 1\n' });
    const projects = [{ path: 'infra', varFiles: [], variables: {} }];
    const side = openTerraform(tree, { projects, exclude: [], cache: new ParseCache() });
    expect(shown(side)).toEqual(['infra:']);
  });

  it('leave a root that was plain at the base as it was, besides', () => {
    const base = open(['infra'], []);
    const head = open(['infra'], ['infra/prod.tfvars'], base);
    expect(shown(head)).toEqual(['infra:', 'infra@prod: infra/prod.tfvars']);
    expect(shown(open(['infra'], ['infra/prod.tfvars'], head))).toEqual(shown(head));
  });

  it('are read where the root is evaluated', () => {
    const side = open(['infra'], ['envs/prod.tfvars', 'envs/dev.tfvars']);
    expect(readTerraform(side).filesRead).toEqual(['envs/dev.tfvars', 'envs/prod.tfvars', 'infra/main.tf']);
  });
});

describe('variable files that only the change brings', () => {
  const files = (more: Record<string, string>) => memoryTree({ 'live/prod/main.tf': SIZED, ...more });
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  const SIZED = 'variable "size" {\n  default = 9\n}\nresource "x_y" "z" {\n  size = var.size\n}\n';
  const base = { 'live/prod/common.tfvars': 'size = 2\n', 'live/prod/prod.tfvars': 'size = 3\n' };
  const sizes = (side: TerraformSide) =>
    readTerraform(side).resources.map(({ attributes }) => sketch(attributes));

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['for a root that had none', {}, { 'live/prod/prod.tfvars': 'size = 1\n' }, '{size:?~1}'],
    ['in a folder beside it', {}, { 'live/vars/prod.tfvars': 'size = 1\n' }, '{size:?~1}'],
    ['over one that was there', base, { ...base, 'live/prod/vars/prod.tfvars': 'size = 1\n' }, '{size:?~1}'],
    ['under one that was there', base, { ...base, 'live/prod/default.tfvars': 'size = 1\n' }, '{size:3}'],
    [
      'by what is written in one that nothing loaded',
      { 'live/prod/prod.tfvars': 'x = 1\n' },
      { 'live/prod/prod.tfvars': 'size = 1\n' },
      '{size:?~1}',
    ],
    ['of which Terraform loads by itself', {}, { 'live/prod/terraform.tfvars': 'size = 1\n' }, '{size:1}'],
  ])('%s', (name, before, after, expected) => {
    const old = openTerraform(files(before), options);
    expect(old.diagnostics).toEqual([]);
    const side = openTerraform(files(after), options, old.projects);
    expect(sizes(side)).toEqual([expected]);
    const codes = side.diagnostics.map(({ code, severity }) => `${severity} ${code}`);
    expect(codes).toEqual(name.includes('by itself') ? [] : ['warning new-var-file']);
  });

  it('give certain values once they are at the base, and where the configuration names them', () => {
    const after = files({ 'live/prod/prod.tfvars': 'size = 1\n' });
    const merged = openTerraform(after, options, openTerraform(after, options).projects);
    expect(sizes(merged)).toEqual(['{size:1}']);
    const projects = [{ path: 'live/prod', varFiles: ['prod.tfvars'], variables: {} }];
    const named = openTerraform(after, { ...options, projects }, openTerraform(files({}), options).projects);
    expect([sizes(named), merged.diagnostics, named.diagnostics]).toEqual([['{size:1}'], [], []]);
  });
});
