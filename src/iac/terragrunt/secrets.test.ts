import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { toPlain } from '../terraform/evaluate/plain.ts';
import { hasSensitive } from '../terraform/evaluate/marks.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { openTerragrunt } from './index.ts';

type Files = Readonly<Record<string, string>>;

const MODULE = 'variable "v" {\n  default = "own"\n}\nresource "x_y" "z" {\n  v = var.v\n}\n';

/** What `v` of `x_y.z` is that the unit `u` makes; `more` stands beside its source. */
function read(more: string, files: Files = {}) {
  const cache = new ParseCache();
  const unit = `terraform {\n  source = "../m"\n}\n${more}`;
  const tree = memoryTree({ 'm/main.tf': MODULE, 'u/terragrunt.hcl': unit, ...files });
  const opened = openTerragrunt(tree, { exclude: [], cache });
  const side = openTerraform(opened.tree, { projects: [], exclude: [], cache, wrapped: opened.projects });
  const { resources, diagnostics } = readTerraform(side, ({ id }) => id === 'u');
  const value = resources.find(({ address }) => address === 'x_y.z')?.attributes.entries.get('v');
  return {
    side,
    v: value === undefined ? undefined : toPlain(value),
    isSecret: value !== undefined && hasSensitive(value),
    said: diagnostics.map(({ message }) => message),
    addresses: resources.map(({ address }) => address),
  };
}

const generate = (contents: string): string =>
  `generate "g" {\n  path = "g.tf"\n  if_exists = "overwrite"\n  contents = ${contents}\n}\n`;
const resource = (name: string): string => `resource \\"x_y\\" \\"${name}\\" {}`;

describe('secrets', () => {
  it('are no contents of a generated file', () => {
    const { addresses, said } = read(generate(`sensitive("${resource('hidden')}")`));
    expect(addresses).toEqual(['x_y.z']);
    expect(said).toMatchObject([
      expect.stringContaining('The contents of generate "g" are not read') as unknown,
    ]);
  });

  it('do not choose what is in a generated file', () => {
    const chosen = `"%{ if sensitive(true) }${resource('hidden')}%{ endif }"`;
    expect(read(generate(chosen)).addresses).toEqual(['x_y.z']);
  });

  it('are marked where they stand in a generated file', () => {
    const file = generate('"resource \\"x_y\\" \\"z\\" {\\n  v = \\"${sensitive("s3cret")}\\"\\n}\\n"');
    const { v, isSecret } = read(file, { 'm/main.tf': '' });
    expect(isSecret).toBe(true);
    expect(JSON.stringify(v)).not.toContain('s3cret');
  });

  it('stay marked when they are outputs of another unit, known or not', () => {
    const dependency =
      'dependency "d" {\n  config_path = "../d"\n}\ninputs = { v = dependency.d.outputs.o }\n';
    for (const value of ['"s"', 'x_y.c.id']) {
      const files = {
        'd/terragrunt.hcl': 'terraform {\n  source = "../dm"\n}\n',
        'dm/main.tf': `resource "x_y" "c" {}\noutput "o" {\n  value = sensitive(${value})\n}\n`,
      };
      expect(read(dependency, files).isSecret).toBe(true);
    }
  });

  it('are no arguments', () => {
    const args =
      'extra_arguments "a" {\n  commands = ["apply", "plan"]\n  arguments = [sensitive("-var=v=s3cret")]\n}';
    const files = { 'u/terragrunt.hcl': `terraform {\n  source = "../m"\n  ${args}\n}\n` };
    const { v, said } = read('', files);
    expect(JSON.stringify([v, said])).not.toContain('s3cret');
    expect(v).toMatchObject({ $unknown: expect.any(String) as unknown });
  });
});

const mocked = (more: string, name = 'o'): string =>
  `dependency "d" {\n  config_path = "../none"\n  mock_outputs = { o = "mock" }\n${more}\n}\ninputs = { v = dependency.d.outputs.${name} }\n`;
const parent = (value: string, more = ''): Files => ({ 'root.hcl': `inputs = { v = ${value} }\n${more}` });
const included = (inputs: string, strategy: string): string =>
  `include "root" {\n  path = find_in_parent_folders("root.hcl")\n  merge_strategy = "${strategy}"\n}\ninputs = { v = ${inputs} }\n`;
const UNTOLD = { $unknown: expect.any(String) as unknown };

describe('what a unit is given', () => {
  it.each<[string, string, string | typeof UNTOLD, Files?]>([
    ['mocks that are always there', mocked(''), 'mock'],
    ['mocks for apply', mocked('mock_outputs_allowed_terraform_commands = ["apply"]'), 'mock'],
    [
      'mocks for an unknown command',
      mocked('mock_outputs_allowed_terraform_commands = [run_cmd("x")]'),
      'mock',
    ],
    ['no mocks for destroy', mocked('mock_outputs_allowed_terraform_commands = ["destroy"]'), UNTOLD],
    ['an output beside the mocks', mocked('', 'other'), UNTOLD],
    ['mocks in place of outputs', mocked('skip_outputs = true'), 'mock'],
    ['mocks of what is not enabled', mocked('enabled = false'), 'mock'],
    ['a collection of two files', included('["b"]', 'deep'), '["a","b"]', parent('["a"]')],
    ['the collection of the file', included('["b"]', 'shallow'), '["b"]', parent('["a"]')],
    ['an open collection', included('["b"]', 'deep'), UNTOLD, parent('concat(["a"], run_cmd("x"))')],
  ])('%s', (_, more, expected, files) => {
    const { v } = read(more, files);
    if (typeof expected === 'string') expect(v).toBe(expected);
    else expect(v).toMatchObject(expected);
  });

  it.each(['all', 'all_except_output', 'apply'])('is nothing when %s leaves it out', (action) => {
    expect(read(`exclude {\n  if = true\n  actions = ["${action}"]\n}\n`).side.excluded).toEqual(['u']);
  });

  it.each(['plan', 'destroy'])('is the same when %s leaves it out', (action) => {
    expect(read(`exclude {\n  if = true\n  actions = ["${action}"]\n}\n`)).toMatchObject({ v: 'own' });
  });
});
