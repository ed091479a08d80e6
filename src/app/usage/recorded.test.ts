import { expect, it } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { openCatalog } from '../../estimate/catalog/catalog.ts';
import { readUsageFile } from '../../estimate/usage/read.ts';
import { usageInit } from './init.ts';

const MAIN = String.raw`
provider "aws" {
  region = "eu-west-1"
}
resource "aws_instance" "i" {
  instance_type = "m5.large"
}
resource "aws_vpc" "v" {}
resource "aws_sqs_queue" "q" {
  for_each = toset(["\u2028x", "a\u202eb", "b\"]: &a {}\n  x:"])
}
resource "aws_nat_gateway" "n" {
  for_each = { a = 1 }
}
`;

const USAGE = String.raw`version: 0.1
resource_type_default_usage:
  aws_sqs_queue: { monthly_requests: 3 }
resource_usage:
  aws_instance.i: { operating_system: weird, monthly_hrs: 5, "no such": "t\u2028u", odd.low: 7, odd: 1, odd.more: 2 }
  aws_vpc.v: { "true": 4 }
  aws_data_transfer.out: { region: eu-west-1, monthly_outbound_internet_gb: 9 }
  module.hidden.aws_nat_gateway.m["k"]: { monthly_data_processed_gb: 8 }
  aws_nat_gateway.n["gone"]: { monthly_data_processed_gb: { low: 1, likely: 2, high: 3 } }
`;

const ADDRESSES = [
  ['aws_instance.i', 'aws_instance'],
  ['aws_vpc.v', 'aws_vpc'],
  ['aws_data_transfer.out', 'aws_data_transfer'],
  ['module.hidden.aws_nat_gateway.m["k"]', 'aws_nat_gateway'],
  ['aws_nat_gateway.n["gone"]', 'aws_nat_gateway'],
  ['aws_nat_gateway.n["a"]', 'aws_nat_gateway'],
  ['aws_sqs_queue.q["\\u2028x"]', 'aws_sqs_queue'],
] as const;

it('keeps everything that is recorded, asked for or not', async () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': MAIN, 'tollgate-usage.yml': USAGE });
  const { text } = await usageInit({ repository: repository.folder, out: '-' });
  const catalog = openCatalog();
  const read = (content: string) => readUsageFile('u.yml', Buffer.from(content), catalog);
  const [before, after] = [read(USAGE), read(text)];
  expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(before.usage.of('aws_instance.i', 'aws_instance').size).toBe(6);
  for (const [address, type] of ADDRESSES) {
    const said = Object.fromEntries(before.usage.of(address, type));
    expect(Object.fromEntries(after.usage.of(address, type)), address).toEqual(said);
  }
});

it('writes nothing that an editor or a terminal obeys', async () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': MAIN, 'tollgate-usage.yml': USAGE });
  const { text } = await usageInit({ repository: repository.folder, out: '-' });
  expect(text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  expect(text).toContain('"no such": "t\\u2028u"');
  expect(text).not.toMatch(/^ {2}x:/m);
});

it('refuses to start from a usage file that cannot be read whole', async () => {
  using repository = temporaryRepository();
  const broken = 'resource_usage:\n  aws_nat_gateway.n["a"]: { monthly_data_processed_gb: [1, 2] }\n';
  repository.commit({ 'main.tf': MAIN, 'infracost-usage.yml': broken });
  await expect(usageInit({ repository: repository.folder, out: 'u.yml' })).rejects.toMatchObject({
    message: 'monthly_data_processed_gb is a list of 2; expected one figure.',
    place: { file: 'infracost-usage.yml', line: 2 },
  });
});

it('refuses a configuration with an error, which may name another usage file', async () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': MAIN, 'tollgate.yml': 'usage_file: [u.yml]\n' });
  await expect(usageInit({ repository: repository.folder, out: '-' })).rejects.toMatchObject({
    name: 'UserError',
    place: { file: 'tollgate.yml', line: 1 },
  });
});

it('writes the file that the configuration names already', async () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': MAIN, 'tollgate.yml': 'usage_file: u.yml\n' });
  const { file } = await usageInit({ repository: repository.folder, out: 'u.yml' });
  expect(file).toBe('u.yml');
});
