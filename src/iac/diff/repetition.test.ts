import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import type { TerraformResult } from '../terraform/index.ts';
import { diffResources } from './diff-resources.ts';

type Files = Readonly<Record<string, string>>;

const facts = { replaceOn: () => [], inheritsDefaultTags: () => false };

function read(files: Files): TerraformResult {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  return readTerraform(openTerraform(memoryTree(files), options));
}

function differences(base: Files, head: Files): string[] {
  const after = read(head);
  return diffResources(read(base).resources, after.resources, after.moved, facts).flatMap(
    ({ action, address, differences: found }) =>
      found.map(({ path, certainty }) => `${action} ${address} ${path} ${certainty}`),
  );
}

const DECLARED = `variable "n" {}
variable "u" {}
variable "ids" {}
data "x_ids" "s" {}
`;
const VALUES = { 'm/main.tf': 'variable "k" { default = 1 }\nresource "x_y" "in" {}\n' };

/** A configuration of a resource with a repetition. */
const repeated = (argument: string, more = ''): Files => ({
  ...VALUES,
  'main.tf': `${DECLARED}${more}resource "x_y" "z" {\n  ${argument}\n}\n`,
});
const called = (argument: string): Files => ({
  ...VALUES,
  'main.tf': `${DECLARED}module "m" {\n  source = "./m"\n  ${argument}\n}\n`,
});
const blocks = (forEach: string, content = 'size = 1', more = ''): Files =>
  repeated(`dynamic "disk" {\n    for_each = ${forEach}\n    content {\n      ${content}\n    }\n  }`, more);
const fed = (argument: string): Files =>
  repeated(
    'a = data.x_ids.more[*].ids\n  b = data.x_ids.more[0].ids',
    `data "x_ids" "more" {\n  ${argument}\n}\n`,
  );

const count = ['update x_y.z[*] count maybe'];
const each = ['update x_y.z[*] for_each maybe'];
const disk = ['update x_y.z disk[0] maybe'];
const within = ['update module.m[*].x_y.in module.m.count maybe'];

it.each<[string, Files, Files, string[]]>([
  ['the same count', repeated('count = var.n'), repeated('count   =   var.n # how many'), []],
  ['another count', repeated('count = var.n'), repeated('count = var.n * 10'), count],
  ['another branch', repeated('count = var.u ? 3 : 1'), repeated('count = var.u ? 30 : 1'), count],
  ['branches changed over', repeated('count = var.u ? 0 : 1'), repeated('count = var.u ? 1 : 0'), count],
  [
    'another workspace',
    repeated('count = terraform.workspace == "a" ? 3 : 1'),
    repeated('count = terraform.workspace == "a" ? 30 : 1'),
    count,
  ],
  [
    'a count by way of a local',
    repeated('count = local.n', 'locals {\n  n = var.n\n}\n'),
    repeated('count = local.n', 'locals {\n  n = var.n * 10\n}\n'),
    count,
  ],
  [
    'more elements',
    repeated('for_each = toset(var.ids)'),
    repeated('for_each = toset(concat(["a"], var.ids))'),
    each,
  ],
  [
    'other elements',
    repeated('for_each = { for s in var.ids : s => { size = 10 } }\n  size = each.value.size'),
    repeated('for_each = { for s in var.ids : s => { size = 1000 } }\n  size = each.value.size'),
    each,
  ],
  [
    'other elements by way of a local',
    repeated('for_each = local.all', 'locals {\n  all = { for s in var.ids : s => 10 }\n}\n'),
    repeated('for_each = local.all', 'locals {\n  all = { for s in var.ids : s => 1000 }\n}\n'),
    each,
  ],
  [
    'other elements besides known ones',
    repeated('for_each = merge({ a = 1 }, { for s in var.ids : s => 10 })'),
    repeated('for_each = merge({ a = 1 }, { for s in var.ids : s => 1000 })'),
    each,
  ],
  ['count in place of for_each', repeated('for_each = var.ids'), repeated('count = length(var.ids)'), count],
  [
    'an unknown count that is ignored with all else',
    repeated('count = var.n\n  lifecycle { ignore_changes = all }'),
    repeated('count = var.n * 2\n  lifecycle { ignore_changes = all }'),
    count,
  ],
  ['a known count', repeated('count = 2'), repeated('count = 1 + 1'), []],
  ['the same module count', called('count = var.n'), called('count = var.n'), []],
  ['another module count', called('count = var.n'), called('count = var.n * 10'), within],
  ['the same blocks', blocks('var.ids'), blocks('var.ids'), []],
  ['more blocks', blocks('var.ids'), blocks('concat(["a"], var.ids)'), disk],
  ['blocks of another size', blocks('var.ids'), blocks('var.ids', 'size = 1000'), disk],
  [
    'blocks of another list',
    blocks('local.all', 'size = disk.value', 'locals {\n  all = [for s in var.ids : 10]\n}\n'),
    blocks('local.all', 'size = disk.value', 'locals {\n  all = [for s in var.ids : 1000]\n}\n'),
    disk,
  ],
  ['the same data source', fed('count = var.n'), fed('count = var.n'), []],
  [
    'a data source that feeds',
    fed('count = var.n'),
    fed('count = var.n * 2'),
    ['update x_y.z a[*] maybe', 'update x_y.z b maybe'],
  ],
  [
    'a data source that feeds nothing',
    repeated('a = 1', 'data "x_ids" "o" {\n  count = var.n\n}\n'),
    repeated('a = 1', 'data "x_ids" "o" {\n  count = var.n * 2\n}\n'),
    [],
  ],
])('%s', (_, base, head, expected) => {
  expect(differences(base, head)).toEqual(expected);
});

it('tells a module that was not read and may be called more often, also from within another', () => {
  const prints = (n: string): (string | undefined)[] =>
    read({
      'main.tf': `${DECLARED}module "far" {\n  source = "a/b/aws"\n  count = ${n}\n}\nmodule "m" {\n  source = "./m"\n  count = ${n}\n}\n`,
      'm/main.tf': 'module "far" {\n  source = "a/b/aws"\n}\n',
    }).unresolvedModules.map(({ fingerprint }) => fingerprint);
  expect(prints('var.n')).toEqual(prints('var.n'));
  const [before, after] = [prints('var.n'), prints('var.n * 10')];
  expect(before).toHaveLength(2);
  expect(after.filter((print) => before.includes(print))).toEqual([]);
});
