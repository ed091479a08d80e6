import { expect, it } from 'vitest';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache } from '../../index.ts';
import type { TerraformSide } from '../../index.ts';

const provider = 'provider "x" {\n  region = "r"\n}\n';
const resource = 'resource "x_y" "z" {}\n';
const call = 'module "m" {\n  source = "../live"\n  count = 0\n}\n';

function open(files: Record<string, string>, base?: TerraformSide): TerraformSide {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  return openTerraform(memoryTree(files), options, base?.projects);
}

it.each<[string, Record<string, string>, string[]]>([
  ['a backend', { 'live/a.tf': 'terraform {\n  backend "s3" {}\n}\n' }, ['live', 'zz']],
  ['a provider configuration', { 'live/a.tf': provider }, ['live', 'zz']],
  ['values', { 'live/a.tf': resource, 'live/terraform.tfvars': '' }, ['live', 'zz']],
  ['a provider block without arguments', { 'live/a.tf': 'provider "x" {\n  alias = "a"\n}\n' }, ['zz']],
  ['nothing but resources', { 'live/a.tf': resource }, ['zz']],
])('a folder that is called is a root by %s or is none', (_, files, roots) => {
  expect(open({ ...files, 'zz/main.tf': call }).projects.map(({ id }) => id)).toEqual(roots);
});

it('what is a root at the base stays one at the head, whoever calls it', () => {
  const files = { 'live/a.tf': resource };
  const base = open(files);
  const head = open({ ...files, 'examples/main.tf': call }, base);
  expect(base.projects.map(({ id }) => id)).toEqual(['live']);
  expect(head.projects.map(({ id }) => id)).toEqual(['examples', 'live']);
  expect(head.calledRoots).toEqual(['live']);
});

it('a module that is a root at the base alone because it was not called is told of', () => {
  const base = open({ 'live/a.tf': resource, 'other/a.tf': resource });
  const head = open({ 'live/a.tf': resource }, base);
  expect([head.projects.map(({ id }) => id), head.calledRoots]).toEqual([['live'], []]);
});
