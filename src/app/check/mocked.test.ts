import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalog } from '../../estimate/catalog/catalog.ts';
import { DEFAULT_CONFIG } from '../../config/defaults.ts';
import { compareDefinitions } from './compare.ts';

const MODULE =
  'variable "v" {\n  default = "t3.micro"\n}\nprovider "aws" {\n  region = "us-east-1"\n}\n' +
  'resource "aws_instance" "z" {\n  ami = "x"\n  instance_type = var.v\n  tags = { owner = "a" }\n}\n';
const unit = (more: string): string => `terraform {\n  source = "../m"\n}\n${more}`;
const mocked = (value: string): string =>
  unit(
    `dependency "d" {\n  config_path = "../d"\n  mock_outputs = { v = "${value}" }\n}\ninputs = { v = dependency.d.outputs.v }\n`,
  );
const files = {
  'm/main.tf': MODULE,
  'd/terragrunt.hcl': 'terraform {\n  source = "../dm"\n}\n',
  'dm/main.tf':
    'resource "random_id" "x" {\n  byte_length = 1\n}\noutput "v" {\n  value = random_id.x.hex\n}\n',
};

async function saidOf(before: string, after: string, more: Record<string, string> = {}) {
  const tree = (own: string) => memoryTree({ ...files, 'a/terragrunt.hcl': own, ...more });
  const { diagnostics } = await compareDefinitions({
    ...{ base: tree(before), head: tree(after), config: DEFAULT_CONFIG, catalog: openCatalog(), all: false },
  });
  return diagnostics.filter(({ code }) => code === 'not-evaluated').map(({ message }) => message);
}

const MOCKED =
  'instance_type of aws_instance.z rest on mock outputs of dependency d: what is applied can be another value.';

it.each([
  ['takes the place of the same value', unit('inputs = { v = "t3.micro" }\n'), mocked('t3.micro'), [MOCKED]],
  ['takes the place of another value', unit(''), mocked('t3.nano'), [MOCKED]],
  ['changes', mocked('t3.nano'), mocked('t3.micro'), [MOCKED]],
  ['stays as it is', mocked('t3.nano'), `${mocked('t3.nano')}# more\n`, []],
  ['is gone', mocked('t3.nano'), unit(''), []],
])('tells of a price by a mock that %s', async (_, before, after, expected) => {
  expect(await saidOf(before, after)).toEqual(expected);
});

it('tells of tags by a mock', async () => {
  const module = MODULE.replace('"a"', 'var.v').replace('= var.v\n', '= "t3.nano"\n');
  expect(await saidOf(unit(''), mocked('b'), { 'm/main.tf': module })).toEqual([
    'tags of aws_instance.z rest on mock outputs of dependency d: what is applied can be another value.',
  ]);
});

const exclude = (actions: string): string => unit(`exclude {\n  if = true\n  actions = [${actions}]\n}\n`);
const LEFT_OUT =
  'a is left out of what is applied by this change: nothing of it was evaluated, and what it runs counts as unchanged.';

it.each([
  ['all', unit(''), exclude('"all"'), [LEFT_OUT]],
  ['apply', unit(''), exclude('"apply"'), [LEFT_OUT]],
  ['plan alone', unit(''), exclude('"plan"'), []],
  ['what it was left out of before', exclude('"apply"'), exclude('"all"'), []],
])('tells of a unit that is newly left out of %s', async (_, before, after, expected) => {
  const said = await saidOf(before, after);
  expect(said.filter((message) => message.includes('left out of'))).toEqual(expected);
});
