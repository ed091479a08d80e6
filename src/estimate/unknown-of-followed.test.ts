import { expect, it } from 'vitest';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { diffResources } from '../iac/diff/diff-resources.ts';
import { openTerraform, ParseCache, readTerraform } from '../iac/terraform/index.ts';
import { isUnpricedChange } from '../model/unpriced-change.ts';
import { openBook } from '../pricing/book.ts';
import { openCatalog } from './catalog/catalog.ts';
import { costChanges } from './delta.ts';
import { estimateResources } from './estimate-all.ts';
import { NO_USAGE } from './usage/usage.ts';

const context = { book: openBook(), catalog: openCatalog(), usage: NO_USAGE };

/** What changes in a cost that is not known, between two texts of a configuration. */
function unpriced(base: string, head: string): string[] {
  const [before = [], after = []] = [base, head].map((text) => {
    const tree = memoryTree({
      'main.tf': `provider "aws" {\n  region = "eu-west-1"\n}\nvariable "u" {}\n${text}`,
    });
    const options = { projects: [], exclude: [], cache: new ParseCache() };
    return readTerraform(openTerraform(tree, options)).resources;
  });
  const facts = { replaceOn: () => [], inheritsDefaultTags: () => false };
  const changes = diffResources(before, after, [], facts);
  return costChanges(changes, estimateResources(before, context), estimateResources(after, context))
    .filter(isUnpricedChange)
    .map(({ change }) => `${change.action} ${change.address}`);
}

const group = (template: string): string => `resource "aws_launch_template" "l" {
${template}
}
resource "aws_autoscaling_group" "g" {
  min_size = 30
  max_size = 30
  launch_template {
    id = aws_launch_template.l.id
  }
}
resource "aws_autoscaling_group" "other" {
  min_size             = 1
  launch_configuration = var.u
}
`;
const instance = (type: string): string => `resource "aws_launch_template" "l" {
  instance_type = ${type}
}
resource "aws_instance" "i" {
  launch_template {
    id = aws_launch_template.l.id
  }
}
`;
const service = (cpu: string): string => `resource "aws_ecs_task_definition" "t" {
  family = "t"
  cpu    = ${cpu}
  memory = 2048
}
resource "aws_ecs_service" "s" {
  launch_type     = "FARGATE"
  desired_count   = 3
  task_definition = aws_ecs_task_definition.t.arn
}
`;
const typed = (type: string, more = ''): string => group(`  instance_type = ${type}\n${more}`);
const disk = (size: string): string =>
  group(`  instance_type = "m5.large"
  block_device_mappings {
    device_name = "/dev/sda1"
    ebs {
      volume_size = ${size}
    }
  }`);
const disks = (size: string): string =>
  group(`  instance_type = "m5.large"
  dynamic "block_device_mappings" {
    for_each = var.u
    content {
      ebs {
        volume_size = ${size}
      }
    }
  }`);
const g = ['no-op aws_autoscaling_group.g'];

it.each<[string, string, string, string[]]>([
  [
    'another unknown type',
    typed('var.u ? "m5.large" : "t3.micro"'),
    typed('var.u ? "m5.24xlarge" : "t3.micro"'),
    g,
  ],
  ['the same unknown type', typed('var.u'), typed('var.u', '  user_data = var.u\n'), []],
  ['a type that becomes known', typed('var.u'), typed('"m5.large"'), g],
  [
    'the unknown type of an instance',
    instance('"${var.u}.large"'),
    instance('"${var.u}.24xlarge"'),
    ['no-op aws_instance.i'],
  ],
  [
    'the unknown size of a task',
    service('var.u * 256'),
    service('var.u * 4096'),
    ['no-op aws_ecs_service.s'],
  ],
  ['another unknown size of a disk', disk('var.u'), disk('var.u * 10'), g],
  ['the unknown number of larger disks', disks('10'), disks('1000'), g],
])('%s', (_, base, head, expected) => {
  expect(unpriced(base, head)).toEqual(expected);
});
