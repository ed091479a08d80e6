import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { openCatalog } from '../../estimate/catalog/catalog.ts';
import { readUsageFile } from '../../estimate/usage/read.ts';
import { usageInit } from './init.ts';

const MAIN = `
provider "aws" {
  region = "eu-west-1"
}
resource "aws_lambda_function" "f" {
  function_name = "f"
}
resource "aws_nat_gateway" "n" {
  count = 2
}
resource "aws_nat_gateway" "m" {
  for_each = { a = 1, b = 2 }
}
resource "aws_s3_bucket" "b" {}
resource "aws_vpc" "v" {}
`;

const USAGE = `version: 0.1
resource_usage:
  aws_lambda_function.f:
    monthly_requests: { low: 1, likely: 2, high: 3 }
  aws_nat_gateway.m["a"]:
    monthly_data_processed_gb: 7
  aws_s3_bucket.b:
    standard:
      storage_gb: 12.5
`;

it('is all comments but for what is recorded, and changes no usage', async () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': MAIN, 'tollgate-usage.yml': USAGE });
  const { text, file } = await usageInit({ repository: repository.folder, out: '-' });
  expect(file).toBeNull();
  expect(text).toMatch(/^ {4}# request_duration_ms: 200 {3}# default 200, 50 to 1000$/m);
  expect(text).toMatch(/^ {2}# "aws_nat_gateway.n\[\*\]":\n {4}# monthly_data_processed_gb: \d+ /m);
  expect(text).not.toContain('aws_vpc');
  const catalog = openCatalog();
  const read = (content: string) => readUsageFile('u.yml', Buffer.from(content), catalog);
  const written = read(text);
  expect(written.diagnostics).toEqual([]);
  for (const [address, type] of [
    ['aws_lambda_function.f', 'aws_lambda_function'],
    ['aws_nat_gateway.m["a"]', 'aws_nat_gateway'],
    ['aws_nat_gateway.m["b"]', 'aws_nat_gateway'],
    ['aws_nat_gateway.n[0]', 'aws_nat_gateway'],
    ['aws_s3_bucket.b', 'aws_s3_bucket'],
  ] as const) {
    expect(written.usage.of(address, type), address).toEqual(read(USAGE).usage.of(address, type));
  }
});

it('is sound when every comment sign of a resource is taken away', async () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': MAIN });
  const { text } = await usageInit({ repository: repository.folder, out: '-' });
  const stated = text.replace(/^( +)# ("?aws_lambda|request_duration|monthly_requests)/gm, '$1$2');
  const { usage, diagnostics } = readUsageFile('u.yml', Buffer.from(stated), openCatalog());
  expect(diagnostics).toEqual([]);
  const keys = [...usage.of('aws_lambda_function.f', 'aws_lambda_function').keys()];
  expect(keys.sort()).toEqual(['monthly_requests', 'request_duration_ms']);
});

it('writes a file once and never over one that is there', async () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': MAIN });
  const request = { repository: repository.folder, out: 'tollgate-usage.yml' };
  const { file, text } = await usageInit(request);
  expect(file).toBe('tollgate-usage.yml');
  const path = join(repository.folder, 'tollgate-usage.yml');
  expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(text);
  await expect(usageInit(request)).rejects.toThrow('tollgate-usage.yml exists');
});
