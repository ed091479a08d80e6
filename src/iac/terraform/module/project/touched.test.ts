import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, touchedProjects } from '../../index.ts';

const files = {
  'live/a/main.tf': 'provider "x" {}\nmodule "m" {\n  source = "../../modules/m"\n}\n',
  'live/a/prod.tfvars': 'unused = 1\n',
  'live/b/main.tf': 'provider "x" {}\nresource "x_y" "z" {\n  v = file("../shared/note.txt")\n}\n',
  'live/b/terraform.tfvars': 'a = 1\n',
  'live/c/main.tf': 'provider "x" {}\nvariable "n" {}\nlocals {\n  v = file("${path.root}/${var.n}")\n}\n',
  'live/shared/note.txt': 'note',
  'modules/m/main.tf': 'module "n" {\n  source = "../n"\n}\n',
  'modules/n/main.tf':
    'locals {\n  v = templatefile("${path.module}/t/x", {})\n  w = fileset("${path.module}/set", "*")\n}\n',
  'modules/n/set/one.txt': '1',
  'README.md': 'x',
};

function touched(changes: Record<string, string | null>): string[] {
  const cache = new ParseCache();
  const options = { projects: [], exclude: [], cache };
  const head = Object.fromEntries(
    Object.entries<string | null>({ ...files, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
  return [
    ...touchedProjects(openTerraform(memoryTree(files), options), openTerraform(memoryTree(head), options)),
  ].sort();
}

describe('touchedProjects', () => {
  it.each<[string, Record<string, string | null>, string[]]>([
    ['nothing', {}, []],
    ['the root itself', { 'live/b/main.tf': 'provider "x" {}\n' }, ['live/b', 'live/c']],
    ['a module of a module', { 'modules/n/main.tf': 'locals {}\n' }, ['live/a', 'live/c']],
    ['a new file of a module', { 'modules/m/more.tf': '' }, ['live/a', 'live/c']],
    ['loaded variable values', { 'live/b/terraform.tfvars': 'a = 2\n' }, ['live/b', 'live/c']],
    ['a file that a function reads', { 'live/shared/note.txt': 'other' }, ['live/b', 'live/c']],
    ['a new file of a set', { 'modules/n/set/two.txt': '2' }, ['live/a', 'live/c']],
    ['a new project', { 'live/d/main.tf': 'provider "x" {}\n' }, ['live/c', 'live/d']],
    [
      'a project that is gone',
      { 'live/b/main.tf': null, 'live/b/terraform.tfvars': null },
      ['live/b', 'live/c'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(touched(changes)).toEqual(expected);
  });

  it('a file that nobody reads touches only who reads by an unknown path', () => {
    expect(touched({ 'README.md': 'y' })).toEqual(['live/c']);
  });
});
