import { expect, it } from 'vitest';
import { memoryTree } from '../../../../test/support/memory-tree.ts';
import type { Value } from '../../../model/value.ts';
import { traits } from '../evaluate/traits.ts';
import { openTerraform, ParseCache, readTerraform } from '../index.ts';

const secret = 'variable "s" {\n  sensitive = true\n  default = "hunter2"\n}\n';

function read(files: Record<string, string>) {
  return readTerraform(
    openTerraform(memoryTree(files), { projects: [], exclude: [], cache: new ParseCache() }),
  );
}

/** The value at a path through objects and single blocks. */
function at(value: Value | undefined, [name, ...rest]: readonly string[]): Value | undefined {
  if (name === undefined || value === undefined || value.sensitive === true) return value;
  if ('items' in value) return at(value.items[0], [name, ...rest]);
  return 'entries' in value ? at(value.entries.get(name), rest) : undefined;
}

it.each<[string, string, string, boolean]>([
  [
    'the key of a dynamic block',
    'x_y',
    'dynamic "b" {\n  for_each = { (var.s) = 1 }\n  content {\n  v = b.key\n}\n}\n',
    true,
  ],
  [
    'the value of a dynamic block',
    'x_y',
    'dynamic "b" {\n  for_each = { (var.s) = 1 }\n  content {\n  v = b.value\n}\n}\n',
    true,
  ],
  [
    'an item of a sensitive list',
    'x_y',
    'dynamic "b" {\n  for_each = sensitive(["x"])\n  content {\n  v = b.value\n}\n}\n',
    true,
  ],
  ['an argument that is a secret', 'aws_db_instance', 'b {\n  v = 1\n  master_password = "x"\n}\n', false],
])('%s', (_, type, body, expected) => {
  const [resource] = read({ 'main.tf': `${secret}resource "${type}" "z" {\n${body}}\n` }).resources;
  expect(at(resource?.attributes, ['b', 'v'])?.sensitive === true).toBe(expected);
  expect(resource === undefined ? false : traits(resource.attributes).sensitive).toBe(true);
});

it.each<[string, string, string, boolean]>([
  ['aws_db_instance', 'password', '"x"', true],
  ['aws_db_instance', 'password_wo', 'var.other', true],
  ['aws_rds_cluster', 'master_password', '"x"', true],
  ['aws_rds_cluster', 'manage_master_user_password', 'true', false],
  ['aws_secretsmanager_secret_version', 'secret_string', 'jsonencode({})', true],
  ['aws_elasticache_user', 'passwords', '["x"]', true],
  ['aws_ssm_parameter', 'value', '"x"', true],
  ['aws_api_gateway_model', 'value', '"x"', false],
  ['aws_instance', 'user_data', '"x"', false],
  ['constructor', 'value', '"x"', false],
])('%s.%s = %s', (type, name, value, expected) => {
  const { resources } = read({
    'main.tf': `variable "other" {}\nresource "${type}" "z" {\n  ${name} = ${value}\n}\nresource "x_y" "ref" {\n  r = ${type}.z.${name}\n}\n`,
  });
  const marks = [at(resources[0]?.attributes, [name]), at(resources[1]?.attributes, ['r'])];
  expect(marks.map((found) => found?.sensitive === true)).toEqual([expected, expected]);
});

it.each([
  ['a variable file', { 'terraform.tfvars': 's = hunter2\n' }],
  [
    'a default',
    {
      'more.tf':
        'variable "t" {\n  sensitive = true\n  default = hunter2\n}\nresource "x_y" "z" {\n  a = var.t\n}\n',
    },
  ],
])('a value without quotes in %s is not told', (_, files) => {
  const { diagnostics } = read({ 'main.tf': `${secret}resource "x_y" "a" {\n  a = var.s\n}\n`, ...files });
  expect(diagnostics).toMatchObject([{ code: 'expression-error', hint: 'Put quotes around a text.' }]);
  expect(diagnostics[0]?.message).not.toContain('hunter2');
});

it('a block that lifecycle.enabled leaves out is told of', () => {
  const block = (value: string): string =>
    `resource "x_y" "z" {\n  lifecycle {\n    enabled = ${value}\n  }\n}\n`;
  expect(read({ 'main.tf': block('true') }).diagnostics).toEqual([]);
  const { resources, diagnostics } = read({ 'main.tf': block('false') });
  expect(resources).toEqual([]);
  expect(diagnostics).toMatchObject([
    { severity: 'warning', code: 'tofu-only', source: { start: { line: 3 } } },
  ]);
});
