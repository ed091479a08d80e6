import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform, touchedProjects } from '../terraform/index.ts';
import { openTerragrunt } from './index.ts';

const STACK = 'live/terragrunt.stack.hcl';
const files = {
  [STACK]:
    'unit "shard" {\n  expansion {\n    for_each = toset(["a", "b"])\n  }\n' +
    '  source = "../units/app"\n  path   = "shard-${each.key}"\n  values = { size = 1 }\n}\n',
  'units/app/terragrunt.hcl': 'terraform {\n  source = "."\n}\n',
  'units/app/main.tf': 'resource "x_y" "n" {\n  v = 1\n}\n',
};

function open(content: Readonly<Record<string, string>>) {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(memoryTree(content), { exclude: [], cache });
  return openTerraform(tree, { projects: [], exclude: [], cache, wrapped: projects });
}

const shards = 'live/.terragrunt-stack/shard[*]';

it('counts a component with a block that is not evaluated as not read, without an error', () => {
  const side = open(files);
  const { resources, unresolvedModules, diagnostics } = readTerraform(side);
  expect(unresolvedModules).toMatchObject([
    {
      project: shards,
      sourceAddress: '../units/app',
      reason: 'Its block "expansion" is not evaluated.',
      source: { file: STACK, start: { line: 1 } },
    },
  ]);
  expect([...resources, ...diagnostics, ...side.diagnostics]).toEqual([]);
});

it.each<[string, keyof typeof files, string, string]>([
  ['its number', STACK, '["a", "b"]', '["a", "b", "c"]'],
  ['its values', STACK, 'size = 1', 'size = 2'],
  ['its unit', 'units/app/main.tf', 'v = 1', 'v = 2'],
])('is changed by %s', (_, path, old, young) => {
  const [base, head] = [open(files), open({ ...files, [path]: files[path].replace(old, young) })];
  expect([...touchedProjects(base, head)]).toEqual([shards]);
  const [was, is] = [base, head].map((side) => readTerraform(side).unresolvedModules[0]?.fingerprint);
  expect(is).toBeDefined();
  expect(is).not.toBe(was);
});

it('takes the folder that a stack copies for no project of its own', () => {
  const stack = 'unit "app" {\n  source = "../units/app"\n  path   = "app"\n}\n';
  const { projects } = open({ ...files, [STACK]: stack });
  expect(projects.map(({ id }) => id)).toEqual(['live/.terragrunt-stack/app']);
});

it('knows "each" in stacks alone', () => {
  const side = open({
    'a/terragrunt.hcl': 'terraform {\n  source = "."\n}\ninputs = { v = each.key }\n',
    'a/main.tf': '',
  });
  expect(readTerraform(side).diagnostics).toMatchObject([{ severity: 'error', code: 'expression-error' }]);
});
