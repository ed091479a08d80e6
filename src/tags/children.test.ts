import { expect, it } from 'vitest';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../iac/terraform/index.ts';
import { childTags } from './children.ts';
import { effectiveTags } from './effective.ts';
import { taggableTable } from './table.ts';

const provider =
  'provider "aws" {\n  default_tags {\n    tags = { Team = "shop" }\n  }\n}\nvariable "any" {}\n';

/** `name: key=value, …` for each child; `…` when there may be other tags. */
function children(resource: string, version?: string): string[] {
  const lock = `provider "registry.terraform.io/hashicorp/aws" {\n  version = "${version ?? ''}"\n}\n`;
  const files = {
    'main.tf': provider + resource,
    ...(version === undefined ? {} : { '.terraform.lock.hcl': lock }),
  };
  const side = openTerraform(memoryTree(files), { projects: [], exclude: [], cache: new ParseCache() });
  return readTerraform(side).resources.flatMap((found) =>
    childTags(found, effectiveTags(found, taggableTable)).map(({ name, tags }) => {
      const keys = [...tags.keys].map(
        ([key, tag]) => `${key}=${tag.state === 'present' ? (tag.value ?? '?') : '?'}`,
      );
      return `${name}: ${[...keys, ...(tags.others.state === 'open' ? ['…'] : [])].join(', ')}`;
    }),
  );
}

it.each<[string, string, string | undefined, string[]]>([
  ['a bucket', 'resource "aws_s3_bucket" "x" {}', undefined, []],
  [
    'a launch template without specifications',
    'resource "aws_launch_template" "x" {\n  tags = { A = "1" }\n}',
    undefined,
    ['instances: …', 'volumes: '],
  ],
  [
    'a launch template with specifications',
    'resource "aws_launch_template" "x" {\n  tag_specifications {\n    resource_type = "volume"\n    tags = { A = "1" }\n  }\n' +
      '  tag_specifications {\n    resource_type = "instance"\n    tags = { B = var.any }\n  }\n}',
    undefined,
    ['instances: B=?, …', 'volumes: A=1'],
  ],
  [
    'a launch template with unknown specifications',
    'resource "aws_launch_template" "x" {\n  dynamic "tag_specifications" {\n    for_each = var.any\n    content {\n' +
      '      resource_type = tag_specifications.value\n    }\n  }\n}',
    undefined,
    ['instances: …', 'volumes: …'],
  ],
  [
    'an Auto Scaling group',
    'resource "aws_autoscaling_group" "x" {\n  tag {\n    key = "A"\n    value = "1"\n    propagate_at_launch = true\n  }\n' +
      '  tag {\n    key = "B"\n    value = "2"\n    propagate_at_launch = false\n  }\n}',
    undefined,
    ['instances: A=1, …'],
  ],
  ['volumes before 5.39', 'resource "aws_instance" "x" {}', '5.38.0', ['volumes: ']],
  ['volumes from 5.39 on', 'resource "aws_instance" "x" {}', '5.39.0', ['volumes: Team=shop']],
  ['volumes of an unknown version', 'resource "aws_instance" "x" {}', undefined, ['volumes: …']],
  [
    'volume_tags',
    'resource "aws_instance" "x" {\n  volume_tags = { A = "1" }\n}',
    '6.0.0',
    ['volumes: Team=shop, A=1'],
  ],
  [
    'tags of devices',
    'resource "aws_instance" "x" {\n  root_block_device {\n    tags = { A = "1" }\n  }\n  ebs_block_device {\n    device_name = "b"\n  }\n}',
    '5.0.0',
    ['volume 1: A=1', 'volume 2: '],
  ],
  [
    'a node group',
    'resource "aws_eks_node_group" "x" {\n  tags = { A = "1" }\n}',
    undefined,
    ['instances: '],
  ],
  [
    'a node group with a launch template',
    'resource "aws_eks_node_group" "x" {\n  launch_template {\n    id = "lt-1"\n  }\n}',
    undefined,
    [],
  ],
  [
    'tasks with the tags of their service',
    'resource "aws_ecs_service" "x" {\n  propagate_tags = "SERVICE"\n}',
    undefined,
    ['tasks: Team=shop'],
  ],
  ['tasks without', 'resource "aws_ecs_service" "x" {}', undefined, ['tasks: ']],
  [
    'tasks of which it is not known',
    'resource "aws_ecs_service" "x" {\n  propagate_tags = var.any\n}',
    undefined,
    ['tasks: …'],
  ],
])('tags of what is made by %s', (_, resource, version, expected) => {
  expect(children(resource, version)).toEqual(expected);
});
