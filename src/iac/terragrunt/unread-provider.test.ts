import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { Value } from '../../model/value.ts';
import { assumptionsOf } from '../terraform/evaluate/assumed.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { openTerragrunt } from './index.ts';

const files = (resource: string, module = ''): Readonly<Record<string, string>> => ({
  'live/a/terragrunt.hcl':
    'locals {\n  made = jsondecode(run_cmd("./x.py"))\n}\n' +
    'generate "providers" {\n  path      = "p.tf"\n  if_exists = "overwrite"\n  contents  = local.made.content\n}\n' +
    'terraform {\n  source = "../../m"\n}\n',
  'm/main.tf': resource,
  'm/n/main.tf': module,
});
const volume = 'resource "aws_ebs_volume" "v" {}\n';

/** The region of the one resource, and what is added to its tags. */
function read(content: Readonly<Record<string, string>>, regions?: { readonly aws: string }): [Value, Value] {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(memoryTree(content), { exclude: [], cache });
  const options = { projects: [], exclude: [], cache, wrapped: projects };
  const side = openTerraform(tree, regions === undefined ? options : { ...options, regions });
  const [resource] = readTerraform(side).resources;
  if (resource === undefined) throw new Error('There is no resource.');
  return [resource.region, resource.provider.defaultTags];
}

const unread = { kind: 'unknown', reason: 'impure-function', detail: 'run_cmd() in generate "providers"' };

it.each([
  ['of the root', files(volume)],
  ['of a module', files('module "n" {\n  source = "./n"\n}\n', volume)],
])(
  'the configured region holds for a provider %s that may stand in a file that is not read',
  (_, content) => {
    const [region, tags] = read(content, { aws: 'us-west-1' });
    expect(region).toMatchObject({ kind: 'string', value: 'us-west-1' });
    expect(assumptionsOf(region)).toEqual([
      'configured region, since run_cmd() in generate "providers" differs from run to run',
    ]);
    expect(tags).toMatchObject(unread);
  },
);

it('without a configured region the reason is why the file is not read', () => {
  expect(read(files(volume))).toMatchObject([unread, unread]);
});

it('another configuration of the provider has a region of its own', () => {
  const [region] = read(files('resource "aws_ebs_volume" "v" {\n  provider = aws.us\n}\n'), {
    aws: 'us-west-1',
  });
  expect(region).toMatchObject(unread);
});

it('a provider that is written keeps its region', () => {
  const [region] = read(files(`provider "aws" {\n  region = "eu-west-1"\n}\n${volume}`), {
    aws: 'us-west-1',
  });
  expect(region).toMatchObject({ value: 'eu-west-1' });
  expect(assumptionsOf(region)).toEqual([]);
});
