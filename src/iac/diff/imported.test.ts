import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { settleVanished } from './vanished.ts';

const resources =
  'resource "x_y" "one" {}\nresource "x_y" "each" {\n  for_each = toset(["a", "b"])\n}\n' +
  'module "m" {\n  source = "./m"\n  for_each = toset(["k"])\n}\nvariable "ids" {}\n';
const inner = { 'm/main.tf': 'resource "x_y" "in" {}\n' };

/** Addresses of resources that count as created when the head imports, and the codes of what is said. */
function created(imports: string): [string[], string[]] {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  const opened = openTerraform(memoryTree({ 'main.tf': 'variable "ids" {}\n', ...inner }), options);
  const before = readTerraform(opened);
  const files = { 'main.tf': resources + imports, ...inner };
  const after = readTerraform(openTerraform(memoryTree(files), options, opened.projects));
  const settled = settleVanished(before.resources, after.resources, after);
  const known = new Set(settled.base.map(({ address }) => address));
  return [
    settled.head.map(({ address }) => address).filter((address) => !known.has(address)),
    [...after.diagnostics, ...settled.diagnostics].map(({ code }) => code),
  ];
}

const [one, a, b, inModule] = ['x_y.one', 'x_y.each["a"]', 'x_y.each["b"]', 'module.m["k"].x_y.in'];

describe('an imported resource is not a new one', () => {
  it.each<[string, string, string[], string[]]>([
    ['nothing imported', '', [one, a, b, inModule], []],
    ['a resource', 'import {\n  to = x_y.one\n  id = "1"\n}\n', [a, b, inModule], ['imported']],
    ['an instance', 'import {\n  to = x_y.each["a"]\n  id = "1"\n}\n', [one, b, inModule], ['imported']],
    [
      'for_each',
      'import {\n  for_each = { a = "1", c = "2" }\n  to = x_y.each[each.key]\n  id = each.value\n}\n',
      [one, b, inModule],
      ['imported'],
    ],
    [
      'keys that are not known',
      'import {\n  for_each = var.ids\n  to = x_y.each[each.key]\n  id = each.value\n}\n',
      [one, inModule],
      ['imported'],
    ],
    [
      'an instance of a module',
      'import {\n  for_each = { k = "1" }\n  to = module.m[each.key].x_y.in\n  id = each.value\n}\n',
      [one, a, b],
      ['imported'],
    ],
    ['no address', 'import {\n  to = 1\n  id = "1"\n}\n', [one, a, b, inModule], ['import-block']],
  ])('%s', (_, imports, expected, codes) => {
    expect(created(imports)).toEqual([expected, codes]);
  });

  it('is left alone when it is at the base', () => {
    const options = { projects: [], exclude: [], cache: new ParseCache() };
    const text = 'resource "x_y" "one" {}\nimport {\n  to = x_y.one\n  id = "1"\n}\n';
    const side = readTerraform(openTerraform(memoryTree({ 'main.tf': text }), options));
    const settled = settleVanished(side.resources, side.resources, side);
    expect([settled.base, settled.diagnostics]).toEqual([side.resources, []]);
  });
});
