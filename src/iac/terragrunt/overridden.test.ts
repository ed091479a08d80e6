import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { assumptionsOf } from '../terraform/evaluate/assumed.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { openTerragrunt } from './index.ts';

type Files = Readonly<Record<string, string>>;

function read(files: Files) {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(memoryTree(files), { exclude: [], cache });
  const side = openTerraform(tree, { projects: [], exclude: [], cache, wrapped: projects });
  return { side, ...readTerraform(side) };
}

const include =
  'include "r" {\n  path = find_in_parent_folders("root.hcl")\n}\nterraform {\n  source = "../m"\n}\n';
const module = {
  'm/main.tf':
    'variable "a" {}\nvariable "b" { default = null }\noutput "id" {\n  value = "id-${var.a}"\n}\n' +
    'resource "x_y" "z" {\n  a = var.a\n  b = var.b\n}\n',
};

it.each(['', '../other'])('a dependency on %j that the unit overrides is none', (path) => {
  const { side, resources, diagnostics } = read({
    ...module,
    'root.hcl': `dependency "vpc" {\n  config_path = "${path}"\n}\n`,
    'child/terragrunt.hcl': `${include}dependency "vpc" {\n  config_path = "../vpc"\n}\ninputs = { a = dependency.vpc.outputs.id }\n`,
    'vpc/terragrunt.hcl': 'terraform {\n  source = "../m"\n}\ninputs = { a = "x" }\n',
    'other/terragrunt.hcl':
      'terraform {\n  source = "../m"\n}\ndependency "c" {\n  config_path = "../child"\n}\ninputs = { a = dependency.c.outputs.id }\n',
  });
  expect([...side.diagnostics, ...diagnostics]).toEqual([]);
  const child = resources.find(({ project }) => project === 'child');
  expect(child?.attributes.entries.get('a')).toMatchObject({ value: 'id-x' });
});

it('a unit that depends on itself is told', () => {
  const { side } = read({
    ...module,
    'root.hcl': 'dependency "vpc" {\n  config_path = ""\n}\n',
    'child/terragrunt.hcl': `${include}inputs = { a = dependency.vpc.outputs.id }\n`,
  });
  expect(side.diagnostics).toMatchObject([{ message: 'Units depend on each other: child → child.' }]);
});

it.each([
  ['an object', '{ a = dependency.vpc.outputs.id }'],
  ['a function', 'merge({ c = 1 }, { a = dependency.vpc.outputs.id })'],
])('only what a mock gives rests on it, in inputs that are %s', (_, inputs) => {
  const { resources } = read({
    ...module,
    'root.hcl': 'inputs = { b = 50 }\n',
    'vpc/terragrunt.hcl': 'terraform {\n  source = "git::https://example.com/x"\n}\n',
    'child/terragrunt.hcl': `${include}dependency "vpc" {\n  config_path = "../vpc"\n  mock_outputs = { id = "mock" }\n}\ninputs = ${inputs}\n`,
  });
  const rests = ['a', 'b'].map((name) => {
    const value = resources[0]?.attributes.entries.get(name);
    return value === undefined ? undefined : assumptionsOf(value);
  });
  expect(rests).toEqual([['mock outputs of dependency vpc'], []]);
});
