import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform, touchedProjects } from '../terraform/index.ts';
import { openTerragrunt } from './index.ts';

const files = {
  'root.hcl': 'locals {\n  shared = yamldecode(file("shared.yml"))\n}\ninputs = { v = local.shared.v }\n',
  'shared.yml': 'v: 1\n',
  'a/terragrunt.hcl':
    'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\nterraform {\n  source = "../modules/a"\n}\n',
  'b/terragrunt.hcl':
    'terraform {\n  source = "../modules/b"\n}\ndependency "a" {\n  config_path = "../a"\n}\ninputs = { v = dependency.a.outputs.v }\n',
  'c/terragrunt.hcl': 'terraform {\n  source = "../modules/b"\n}\ninputs = { v = "${get_repo_root()}" }\n',
  'modules/a/main.tf':
    'variable "v" {}\nresource "x_y" "a" {\n  v = var.v\n}\noutput "v" { value = var.v }\n',
  'modules/b/main.tf': 'variable "v" {}\nresource "x_y" "b" {\n  v = var.v\n}\n',
  'live/d/terragrunt.hcl':
    'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\nterraform {\n  source = "../../modules/a"\n}\n',
  'stack/terragrunt.stack.hcl':
    'unit "s" {\n  source = "../units/s"\n  path   = "s"\n  values = { v = 1 }\n}\n',
  'units/s/terragrunt.hcl':
    'terraform {\n  source = "${get_repo_root()}/modules/b"\n}\ninputs = { v = values.v }\n',
  'README.md': 'x',
};

const stacked = 'stack/.terragrunt-stack/s';

function open(content: Record<string, string>) {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(memoryTree(content), { exclude: [], cache });
  return openTerraform(tree, { projects: [], exclude: [], cache, wrapped: projects });
}

function touched(changes: Record<string, string | null>): readonly string[] {
  const head = Object.entries<string | null>({ ...files, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return [...touchedProjects(open(files), open(Object.fromEntries(head)))].sort();
}

describe('units that a change touches', () => {
  it.each<[string, Record<string, string | null>, string[]]>([
    ['nothing', { 'README.md': 'y' }, []],
    ['its configuration', { 'c/terragrunt.hcl': 'terraform {\n  source = "../modules/b"\n}\n' }, ['c']],
    ['a parent, and who depends on its units', { 'root.hcl': 'inputs = { v = 2 }\n' }, ['a', 'b', 'live/d']],
    ['a file that a parent reads', { 'shared.yml': 'v: 2\n' }, ['a', 'b', 'live/d']],
    [
      'the module of a dependency',
      { 'modules/a/main.tf': 'output "v" { value = 9 }\n' },
      ['a', 'b', 'live/d'],
    ],
    ['a shared module', { 'modules/b/main.tf': 'variable "v" {}\n' }, ['b', 'c', stacked]],
    ['a parent that is nearer than the one before', { 'live/root.hcl': '' }, ['live/d']],
    ['variable values beside the configuration', { 'c/terraform.tfvars': 'v = 1\n' }, ['c']],
    ['a stack', { 'stack/terragrunt.stack.hcl': '' }, [stacked, 'units/s']],
    ['what a stack copies', { 'units/s/terragrunt.hcl': 'inputs = {}\n' }, [stacked]],
    ['a unit that is gone', { 'c/terragrunt.hcl': null }, ['c']],
  ])('%s', (_, changes, expected) => {
    expect(touched(changes)).toEqual(expected);
  });

  it('gives the same whatever is asked first', () => {
    const side = open(files);
    const alone = readTerraform(open(files), ({ id }) => id === 'b');
    const all = readTerraform(side).resources.filter(({ project }) => project === 'b');
    const shown = (resources: readonly (typeof all)[number][]) =>
      resources.map(({ address, attributes }) => {
        const value = attributes.entries.get('v');
        return [address, value?.kind === 'number' ? value.value.toFixed() : value?.kind];
      });
    expect(shown(alone.resources)).toEqual(shown(all));
    expect(shown(all)).toEqual([['x_y.b', '1']]);
  });
});
