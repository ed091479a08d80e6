import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { ExplainedValue } from '../../model/explanation.ts';
import { renderExplanationJson } from '../../render/explain/json.ts';
import { renderExplanation } from '../../render/explain/terminal.ts';
import { explain } from '../explain.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/explain.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const MAIN = `variable "cc" {}
provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { CostCenter = var.cc, Team = "x" }
  }
}
variable "sizes" {
  default = {
    a = 10
    b = 20
  }
}
locals {
  y     = yamldecode(file("x.yaml"))
  where = "b"
}
resource "aws_ebs_volume" "v" {
  size        = max(values(var.sizes)...)
  iops        = local.y.disk.iops
  throughput  = lookup(var.sizes, local.where)
  kms_key_id  = var.sizes[local.where]
  tags        = { Team = "y", "a b" = "1", "nvidia.com/x" = "2" }
}
data "terraform_remote_state" "net" {
  backend = "s3"
}
`;
const FILES = {
  'main.tf': MAIN,
  'terraform.tfvars': 'cc = "cc-7"\n',
  'x.yaml': 'disk:\n  iops: 3000\n',
};

const ADDRESS = 'aws_ebs_volume.v';

async function asked(attribute: string, address = ADDRESS): Promise<readonly ExplainedValue[]> {
  using repository = temporaryRepository();
  repository.commit(FILES);
  return (await explain({ repository: repository.folder, address, attribute })).values;
}

const placesOf = (value: ExplainedValue | undefined): string[] =>
  (value?.places ?? []).map(({ source, role }) => `${source.file}:${source.start.line} ${role}`);

test.each(['tags.CostCenter', 'tags_all.CostCenter', 'tags_all["CostCenter"]'])(
  'a tag of the provider is found as %s, with the chain behind it',
  async (attribute) => {
    const [value, ...others] = await asked(attribute);
    expect(others).toEqual([]);
    expect(value).toMatchObject({
      value: { value: 'cc-7' },
      addedBy: 'default tags of provider aws',
    });
    expect(placesOf(value)).toEqual(['terraform.tfvars:1 variable file', 'main.tf:5 provider.aws']);
  },
);

test('what the resource has written itself wins over the provider', async () => {
  const all = await asked('tags_all');
  expect(all.map(({ path, addedBy }) => [path, addedBy])).toEqual([
    ['tags_all.Team', undefined],
    ['tags_all["a b"]', undefined],
    ['tags_all.nvidia.com/x', undefined],
    ['tags_all.CostCenter', 'default tags of provider aws'],
  ]);
});

test.each([
  ['tags["nvidia.com/x"]', 'tags.nvidia.com/x'],
  ["tags['a b']", 'tags["a b"]'],
])('a key may stand in brackets: %s', async (attribute, path) => {
  expect((await asked(attribute)).map((value) => value.path)).toEqual([path]);
});

test('the full output has the chain behind a tag of the provider, and the JSON follows its schema', async () => {
  using repository = temporaryRepository();
  repository.commit(FILES);
  const explanation = await explain({ repository: repository.folder, address: ADDRESS });
  const text = renderExplanation(explanation, { color: false, width: 120 });
  expect(text).toMatch(
    /CostCenter = "cc-7" from the default tags of provider aws\n +terraform\.tfvars:1:6 .*\n +→ main\.tf:5:27 /,
  );
  expect(validate(JSON.parse(renderExplanationJson(explanation, { toolVersion: '1' })))).toBe(true);
});

test('the file that a function reads is a place, and none of its lines is quoted', async () => {
  const [value] = await asked('iops');
  expect(placesOf(value)).toEqual(['x.yaml:1 file', 'main.tf:15 local.y', 'main.tf:20 aws_ebs_volume.v']);
  expect(value?.places[0]?.line).toBeNull();
});

test('of several numbers the place is that of the one that won', async () => {
  expect(placesOf((await asked('size'))[0])).toContain('main.tf:11 default of var.sizes');
});

test.each(['throughput', 'kms_key_id'])('what says which element is taken stands first: %s', async (name) => {
  const [key, ...others] = placesOf((await asked(name))[0]);
  expect(key).toBe('main.tf:16 local.where');
  expect(others[0]).toBe('main.tf:11 default of var.sizes');
});

test('a state of another project has outputs, no ID and no ARN', async () => {
  using repository = temporaryRepository();
  repository.commit(FILES);
  const address = 'data.terraform_remote_state.net';
  const { values } = await explain({ repository: repository.folder, address });
  expect(values.map(({ path }) => path)).toEqual(['backend', '*']);
});

test('a variable of the configuration is placed there, its line is not quoted, and so is what is wrong with it', async () => {
  using repository = temporaryRepository();
  repository.commit({
    'tollgate.yml': 'version: 1\nprojects:\n  - path: infra\n    variables:\n      sizes: "[1, 77]"\n',
    'infra/main.tf':
      'variable "sizes" { type = list(number) }\nresource "aws_ebs_volume" "v" {\n  size = var.sizes[1]\n}\n',
  });
  const { values } = await explain({ repository: repository.folder, address: ADDRESS, attribute: 'size' });
  expect(placesOf(values[0])).toEqual([
    'tollgate.yml:5 variable of the configuration',
    'infra/main.tf:3 aws_ebs_volume.v',
  ]);
  expect(values[0]?.places[0]?.line).toBeNull();
});

test('inputs of a unit are told from those of what it includes', async () => {
  using repository = temporaryRepository();
  repository.commit({
    'common.hcl': 'locals {\n  disk = 50\n}\ninputs = {\n  size = local.disk\n}\n',
    'db/terragrunt.hcl':
      'include "common" {\n  path = "../common.hcl"\n}\nterraform {\n  source = "../m"\n}\ninputs = {\n  iops = 7\n}\n',
    'm/main.tf':
      'variable "size" {}\nvariable "iops" {}\nresource "aws_ebs_volume" "v" {\n  size = var.size\n  iops = var.iops\n}\n',
  });
  const { values } = await explain({ repository: repository.folder, address: ADDRESS });
  const roles = values.map(({ path, places }) => [path, ...places.map(({ role }) => role)]);
  expect(roles).toEqual([
    ['iops', 'inputs of the unit', ADDRESS],
    ['size', 'local.disk', 'inputs of an included file', 'inputs of the unit', ADDRESS],
  ]);
});

test('a quoted line has the column that it is quoted for', async () => {
  using repository = temporaryRepository();
  const long = `locals {\n  a = { ${Array.from({ length: 60 }, (_, i) => `k${i} = ${i}`).join(', ')} }\n}\n`;
  repository.commit({ 'main.tf': `${long}resource "aws_ebs_volume" "v" {\n  size = local.a.k55\n}\n` });
  const explanation = await explain({ repository: repository.folder, address: ADDRESS, attribute: 'size' });
  expect(explanation.values[0]?.places[0]?.line).toContain('k55 = 55');
  expect(renderExplanation(explanation, { color: false, width: 80 })).toMatch(/│ ….*k55 = 55/);
});

test.each([
  ['data.aws_ami.u', 'Related: module.web.data.aws_ami.u.'],
  ['app:aws_db_instance.main', 'Other projects have net:aws_db_instance.db.'],
  ['app:aws_instance.u', 'Did you mean aws_instance.v?'],
])('a mistyped address %s gets a hint', async (address, hint) => {
  using repository = temporaryRepository();
  const own = 'terraform {\n  backend "s3" {}\n}\n';
  repository.commit({
    'app/main.tf': `${own}module "web" {\n  source = "../web"\n}\nresource "aws_instance" "v" {}\n`,
    'net/main.tf': `${own}resource "aws_db_instance" "db" {}\n`,
    'web/main.tf': 'data "aws_ami" "u" {}\n',
  });
  await expect(explain({ repository: repository.folder, address })).rejects.toMatchObject({ hint });
});

test('an attribute of something that has none gets a hint that is a sentence', async () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': 'resource "aws_vpc" "v" {}\n' });
  const asked = { repository: repository.folder, address: 'aws_vpc.v', attribute: 'cidr_block' };
  await expect(explain(asked)).rejects.toMatchObject({ hint: 'It has no attributes with a name.' });
});

test('the instances of a provider are among the places', async () => {
  using repository = temporaryRepository();
  repository.commit({
    'main.tf':
      'locals {\n  regions = { eu = "eu-west-1" }\n}\n' +
      'provider "aws" {\n  alias    = "by"\n  for_each = local.regions\n  region   = each.value\n}\n' +
      'resource "aws_ebs_volume" "v" {\n  provider = aws.by["eu"]\n}\n',
  });
  const { resource } = await explain({ repository: repository.folder, address: ADDRESS });
  expect(placesOf(resource?.region)).toEqual([
    'main.tf:2 local.regions',
    'main.tf:6 for_each of provider.aws',
    'main.tf:7 provider.aws',
  ]);
});
