import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import { explain } from '../explain.ts';

const MAIN = {
  variable: { size: {}, zone: {} },
  locals: { tags: { Team: '${var.zone}-team' } },
  module: { far: { source: 'example/far/aws', version: '1.0.0', name: '${var.zone}' } },
  resource: {
    aws_instance: {
      w: {
        instance_type: '${var.size}',
        subnet_id: '${module.far.subnets[0]}',
        tags: '${merge(local.tags, yamldecode(file("tags.yaml")))}',
      },
    },
  },
};

let repository: TemporaryRepository;
beforeAll(() => {
  repository = temporaryRepository();
  repository.commit({
    'main.tf.json': JSON.stringify(MAIN, null, 1),
    'tags.yaml': 'Owner: web\n',
    'terraform.tfvars.json': '{\n  "size": "m5.large"\n}\n',
    'tollgate.yml': 'projects:\n  - path: .\n    variables:\n      zone: eu-west-1a\n',
  });
});
afterAll(() => {
  repository[Symbol.dispose]();
});

test('JSON syntax, variable files in JSON and variables of the configuration have their places too', async () => {
  const { values } = await explain({ repository: repository.folder, address: 'aws_instance.w' });
  const places = (path: string) =>
    values
      .find((value) => value.path === path)
      ?.places.map(({ source, role, line }) => [`${source.file}:${source.start.line}`, role, line]);
  expect(places('instance_type')).toEqual([
    ['terraform.tfvars.json:2', 'variable file', '"size": "m5.large"'],
    ['main.tf.json:21', 'aws_instance.w', '"instance_type": "${var.size}",'],
  ]);
  expect(places('tags.Team')).toEqual([
    ['tollgate.yml:4', 'variable of the configuration', null],
    ['main.tf.json:8', 'local.tags', '"Team": "${var.zone}-team"'],
    ['main.tf.json:23', 'aws_instance.w', expect.stringContaining('merge(')],
  ]);
  expect(places('tags.Owner')).toEqual([
    ['tags.yaml:1', 'file', null],
    ['main.tf.json:23', 'aws_instance.w', expect.stringContaining('yamldecode(')],
  ]);
});

test('a module that was not read is explained by what it is given', async () => {
  const { kind, values } = await explain({ repository: repository.folder, address: 'module.far' });
  expect(kind).toBe('module');
  expect(values.map(({ path, value }) => [path, value.kind])).toEqual([
    ['name', 'string'],
    ['source', 'string'],
    ['version', 'string'],
    ['*', 'unknown'],
  ]);
  expect(values.at(-1)?.value).toMatchObject({ reason: 'unresolved-module', detail: 'module.far' });
});

test('a data source is asked for attributes that are not written', async () => {
  repository.write({ 'data.tf': 'data "aws_ami" "a" {\n  owners = ["self"]\n}\n' });
  const address = 'data.aws_ami.a';
  const { values } = await explain({ repository: repository.folder, address, attribute: 'image_type' });
  expect(values.map(({ value }) => value)).toMatchObject([
    { reason: 'data-source', detail: 'data.aws_ami.a.image_type' },
  ]);
});

test('a broken configuration is refused with its place', async () => {
  using broken = temporaryRepository();
  broken.write({ 'main.tf': 'locals {\n  a = 1\n}\n', 'tollgate.yml': 'projcts: []\n' });
  await expect(explain({ repository: broken.folder, address: 'local.a' })).rejects.toMatchObject({
    name: 'UserError',
    place: { file: 'tollgate.yml', line: 1 },
  });
});

test('what a price takes from another resource is named', async () => {
  repository.write({
    'group.tf': `
resource "aws_launch_template" "t" {
  instance_type = "m5.large"
}
resource "aws_autoscaling_group" "g" {
  min_size = 1
  max_size = 1
  launch_template {
    id = aws_launch_template.t.id
  }
}`,
  });
  const { resource } = await explain({ repository: repository.folder, address: 'aws_autoscaling_group.g' });
  expect(resource?.alsoPriced).toContain('aws_launch_template.t.instance_type');
});
