import { expect, test } from 'vitest';

import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { check } from '../check.ts';

test('counts the types that no list knows, the most frequent first, and what is free', async () => {
  using repository = temporaryRepository();
  const types = ['aws_zeta', 'aws_alpha', 'aws_zeta', 'aws_vpc', 'aws_beta'];
  const resources = types.map((type, index) => `resource "${type}" "r${index}" {}\n`);
  const base = repository.commit({ 'main.tf': 'provider "aws" {\n  region = "us-east-1"\n}\n' });
  const head = repository.commit({ 'more.tf': resources.join('') });
  const { coverage } = (await check({ repository: repository.folder, base, head })).result;
  expect(coverage.unknownTypes).toEqual([
    { type: 'aws_zeta', count: 2 },
    { type: 'aws_alpha', count: 1 },
    { type: 'aws_beta', count: 1 },
  ]);
  expect([coverage.resources, coverage.free]).toEqual([5, 1]);
});

test('counts what the catalog asks for and tags, and each unknown by its reason', async () => {
  using repository = temporaryRepository();
  const base = repository.commit({ 'main.tf': 'provider "aws" {\n  region = "us-east-1"\n}\n' });
  const head = repository.commit({
    'web.tf': `
variable "size" {}
variable "owner" {}
data "aws_ami" "a" {}
locals {
  tags = { Team = "web", Owner = var.owner }
}
resource "aws_instance" "a" {
  ami           = data.aws_ami.a.id
  instance_type = var.size
  tags          = merge(local.tags, { Name = "a" })
}
resource "aws_instance" "b" {
  instance_type = "m5.large"
  root_block_device {
    volume_type = data.aws_ami.a.type
  }
  tags = merge(local.tags, data.aws_ami.a.tags)
}
resource "aws_vpc" "free" {
  cidr_block = var.size
}`,
  });
  const { coverage } = (await check({ repository: repository.folder, base, head })).result;
  const reasons = ({ unknown }: typeof coverage.tags) => Object.entries(unknown).filter(([, n]) => n > 0);
  expect(reasons(coverage.attributes)).toEqual([
    ['no-variable-value', 1],
    ['data-source', 1],
  ]);
  expect(coverage.attributes.known).toBeGreaterThan(4);
  expect(reasons(coverage.tags)).toEqual([
    ['no-variable-value', 2],
    ['data-source', 2],
  ]);
  expect(coverage.tags).toMatchObject({ known: 2, assumed: 0 });
  expect(Object.keys(coverage.tags.unknown)).toHaveLength(15);
  expect(coverage.tags.culprits).toEqual([
    { culprit: 'data.aws_ami.a.tags', reason: 'data-source', count: 2 },
    { culprit: 'var.owner', reason: 'no-variable-value', count: 2 },
  ]);
  expect(coverage.attributes.culprits?.[0]).toEqual({
    culprit: 'data.aws_ami.a.type',
    reason: 'data-source',
    count: 1,
  });
});

test('counts what a missing region leaves open under a reason of its own, and tells the resources of each project', async () => {
  using repository = temporaryRepository();
  const base = repository.commit({ 'a/main.tf': 'resource "aws_ebs_volume" "v" {}\n', 'b/main.tf': '' });
  const head = repository.commit({
    'a/main.tf': 'resource "aws_ebs_volume" "v" {\n  size = 1\n}\nresource "aws_eip" "e" {}\n',
    'b/main.tf': 'variable "s" {}\nresource "aws_ebs_volume" "v" {\n  size = var.s\n}\n',
    'b/prod.tfvars': 's = 1\n',
    'b/dev.tfvars': 's = 2\n',
  });
  const { coverage, inputs } = (await check({ repository: repository.folder, base, head })).result;
  expect(coverage.attributes.unknown['region-not-written']).toBe(4);
  expect(coverage.attributes.culprits).toEqual([
    { culprit: 'provider aws', reason: 'region-not-written', count: 4 },
  ]);
  expect(inputs).toEqual([
    { project: 'a', from: 'hcl', resources: 2 },
    { project: 'b@dev', from: 'hcl', resources: 1, varFiles: ['b/dev.tfvars'] },
    { project: 'b@prod', from: 'hcl', resources: 1, varFiles: ['b/prod.tfvars'] },
  ]);
});
