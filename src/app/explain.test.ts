import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../test/support/temporary-repository.ts';
import { UserError } from '../lib/errors.ts';
import { renderExplanationJson } from '../render/explain/json.ts';
import { renderExplanation } from '../render/explain/terminal.ts';
import { explain } from './explain.ts';

const FILES = {
  'infra/main.tf': `
provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Owner = "platform" }
  }
}
variable "instance_type" {
  default = "t3.micro"
}
variable "sizes" {
  default = { web = { disk = 20 } }
}
variable "is_large" {}
variable "login" {
  sensitive = true
  default   = { user = "admin", password = "hunter2" }
}
locals {
  common = { Team = "shop", Stage = "prod" }
  other  = { Cost = "42" }
  name   = "web-\${local.common.Stage}"
}
data "aws_ami" "base" {
  owners = ["amazon"]
}
module "web" {
  source = "../modules/web"
  type   = var.instance_type
  sizes  = var.sizes
  tags   = merge(local.common, local.other)
}
resource "aws_db_instance" "db" {
  instance_class = var.is_large ? "db.r5.large" : "db.t3.micro"
  identifier     = module.web.first
  username       = var.login.user
  password       = "hunter3"
  description    = "is \${local.name}"
}
resource "aws_instance" "unknown" {
  count         = length(data.aws_ami.base.tags)
  ami           = data.aws_ami.base.id
  instance_type = data.aws_ami.base.name == "x" ? "m5.large" : "t3.large"
  tags          = merge({ Name = "n" }, data.aws_ami.base.tags)
  broken        = upper()
}
locals {
  account = { user = "admin", secret = "hunter4" }
  db      = { user = "admin", password = "hunter5" }
  entry   = "hunter6"
}
resource "aws_redshift_cluster" "r" {
  database_name   = local.account.user
  master_password = local.account.secret
}
resource "aws_ssm_parameter" "p" {
  value = local.entry
}
`,
  'infra/terraform.tfvars': 'instance_type = "m5.large"\nis_large      = true\n',
  'modules/web/main.tf': `
variable "type" {}
variable "sizes" {}
variable "tags" {}
resource "aws_instance" "app" {
  for_each      = var.sizes
  instance_type = var.type
  root_block_device {
    volume_size = each.value.disk
  }
  tags = merge(var.tags, { Name = each.key })
}
output "first" {
  value = "\${aws_instance.app["web"].instance_type}-db"
}
`,
  'other/main.tf':
    'terraform {\n  backend "s3" {}\n}\nresource "aws_vpc" "a" {}\nresource "aws_db_instance" "db" {}\n',
};

const APP = 'module.web.aws_instance.app["web"]';
const schema = JSON.parse(
  readFileSync(new URL('../../schema/explain.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

let repository: TemporaryRepository;
beforeAll(() => {
  repository = temporaryRepository();
  repository.commit(FILES);
});
afterAll(() => {
  repository[Symbol.dispose]();
});

async function chain(address: string, attribute: string): Promise<string[]> {
  const { values } = await explain({ repository: repository.folder, address, attribute });
  expect(values.map(({ path }) => path)).toEqual([attribute]);
  return (values[0]?.places ?? []).map(
    ({ source, role }) => `${source.file}:${source.start.line}:${source.start.column} ${role}`,
  );
}

describe('the places of a value', () => {
  test('go from the variable file through the module call to the argument', async () => {
    expect(await chain(APP, 'instance_type')).toEqual([
      'infra/terraform.tfvars:1:17 variable file',
      'infra/main.tf:29:12 type of module.web',
      'modules/web/main.tf:7:19 aws_instance.app',
    ]);
  });

  test('go from the default of a variable through the module call and for_each', async () => {
    expect(await chain(APP, 'root_block_device[0].volume_size')).toEqual([
      'infra/main.tf:12:30 default of var.sizes',
      'infra/main.tf:30:12 sizes of module.web',
      'modules/web/main.tf:6:19 for_each of aws_instance.app',
      'modules/web/main.tf:9:19 aws_instance.app',
    ]);
  });

  test('of a merged tag name the map that it is from and no other', async () => {
    expect(await chain(APP, 'tags.Team')).toEqual([
      'infra/main.tf:20:21 local.common',
      'infra/main.tf:31:18 tags of module.web',
      'modules/web/main.tf:11:16 aws_instance.app',
    ]);
    expect(await chain(APP, 'tags.Cost')).toContain('infra/main.tf:21:21 local.other');
    expect(await chain(APP, 'tags.Name')).toEqual([
      'infra/main.tf:12:21 default of var.sizes',
      'infra/main.tf:30:12 sizes of module.web',
      'modules/web/main.tf:6:19 for_each of aws_instance.app',
      'modules/web/main.tf:11:35 aws_instance.app',
    ]);
  });

  test('have what chose a branch, and no other branch', async () => {
    expect(await chain('infra:aws_db_instance.db', 'instance_class')).toEqual([
      'infra/terraform.tfvars:2:17 variable file',
      'infra/main.tf:34:20 aws_db_instance.db',
    ]);
  });

  test('have the parts of a template, through locals and the output of a module', async () => {
    expect(await chain('infra:aws_db_instance.db', 'description')).toEqual([
      'infra/main.tf:20:37 local.common',
      'infra/main.tf:22:19 local.name',
      'infra/main.tf:38:26 aws_db_instance.db',
    ]);
    expect(await chain('infra:aws_db_instance.db', 'identifier')).toEqual([
      'infra/terraform.tfvars:1:17 variable file',
      'infra/main.tf:29:12 type of module.web',
      'modules/web/main.tf:7:19 aws_instance.app',
      'modules/web/main.tf:14:14 output.first',
      'infra/main.tf:35:20 aws_db_instance.db',
    ]);
  });
});

test('what is not known says why, and what is known of it all the same', async () => {
  const { resource, values, diagnostics } = await explain({
    repository: repository.folder,
    address: 'aws_instance.unknown',
  });
  const text = (path: string) => values.find((value) => value.path === path)?.value;
  expect(resource?.repetition).toBe('unknown');
  expect(text('ami')).toMatchObject({ reason: 'data-source', detail: 'data.aws_ami.base.id' });
  expect(text('instance_type')).toMatchObject({ candidates: [{ value: 'm5.large' }, { value: 't3.large' }] });
  expect(text('tags.Name')).toMatchObject({ kind: 'unknown', fallback: { value: 'n' } });
  expect(text('tags.*')).toMatchObject({ kind: 'unknown', reason: 'data-source' });
  expect(diagnostics.map(({ source }) => source?.start.line)).toEqual([45]);
});

test('the attributes that the price rests on are marked, and where tags come from is told', async () => {
  const { resource, values } = await explain({ repository: repository.folder, address: APP });
  expect(values.filter(({ priced }) => priced).map(({ path }) => path)).toEqual([
    'instance_type',
    'root_block_device[0].volume_size',
  ]);
  expect(resource).toMatchObject({ price: 'priced', moreTags: null });
  expect(resource?.notWritten).toContain('root_block_device.volume_type');
  expect(resource?.tags.map(({ key, value, from }) => [key, value, from])).toEqual([
    ['Cost', '42', 'resource'],
    ['Name', 'web', 'resource'],
    ['Owner', 'platform', 'provider-default'],
    ['Stage', 'prod', 'resource'],
    ['Team', 'shop', 'resource'],
  ]);
});

test.each([
  ['infra:aws_db_instance.db', 'resource'],
  ['aws_instance.unknown', 'resource'],
  ['aws_redshift_cluster.r', 'resource'],
  ['local.db', 'local'],
  ['local.entry', 'local'],
  [APP, 'resource'],
  ['data.aws_ami.base', 'data'],
  ['module.web', 'module'],
  ['module.web.var.sizes', 'variable'],
  ['var.login', 'variable'],
  ['local.name', 'local'],
  ['module.web.output.first', 'output'],
])('%s is explained by the published schema, without its secrets', async (address, kind) => {
  const explanation = await explain({ repository: repository.folder, address });
  const json = renderExplanationJson(explanation, { toolVersion: '1.0.0' });
  validate(JSON.parse(json));
  expect(validate.errors).toBeNull();
  expect(explanation.kind).toBe(kind);
  const text = renderExplanation(explanation, { color: false, width: 100 });
  expect(text).toContain(explanation.address);
  expect(json + text).not.toContain('hunter');
});

test.each([
  ['nothing.here', undefined, 'There is no nothing.here. The 2 projects have 7 resources.'],
  ['aws_db_instance.db', undefined, '2 projects have aws_db_instance.db.'],
  ['nope:aws_vpc.a', undefined, 'There is no project "nope".'],
  ['other:aws_vpc.a', 'cidr', 'aws_vpc.a has no "cidr" in the configuration.'],
])('%s %s is refused', async (address, attribute, message) => {
  const options = attribute === undefined ? {} : { attribute };
  const explained = explain({ repository: repository.folder, address, ...options });
  await expect(explained).rejects.toThrow(UserError);
  await expect(explained).rejects.toThrow(message);
});

test('an address without a key stands for the only instance, and for several it is refused', async () => {
  const only = await explain({ repository: repository.folder, address: 'module.web.aws_instance.app' });
  expect(only.address).toBe(APP);
  repository.write({ 'infra/more.tf': 'resource "aws_eip" "e" {\n  count = 2\n}\n' });
  await expect(explain({ repository: repository.folder, address: 'aws_eip.e' })).rejects.toMatchObject({
    message: 'aws_eip.e stands for 2 instances.',
    hint: 'Name one of them: aws_eip.e[0], aws_eip.e[1].',
  });
  const committed = explain({ repository: repository.folder, address: 'aws_eip.e', ref: 'HEAD' });
  await expect(committed).rejects.toThrow('There is no aws_eip.e.');
});
