import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import { explain } from '../explain.ts';
import { EXPLAIN_FORMATS, renderExplained } from '../explain-report.ts';

const MAIN = `
variable "choice" {}
variable "key" {
  default   = "tagkey-secret"
  sensitive = true
}
locals {
  password = var.choice ? "hunter2-a" : "hunter3-b"
  pin      = 90125
  plain    = "m5.large"
  url      = "postgres://app:\${local.fixed}@db/app"
  fixed    = "hunter4-c"
  byName   = { (local.fixed) = 1 }
}
resource "aws_db_instance" "a" { password = local.password }
resource "aws_db_instance" "b" { password = local.fixed }
resource "aws_db_instance" "c" { password = local.pin }
resource "aws_instance" "w" {
  instance_type = local.plain
  tags          = { (var.key) = "x" }
}
`;

let repository: TemporaryRepository;
beforeAll(() => {
  repository = temporaryRepository();
  repository.commit({ 'main.tf': MAIN });
});
afterAll(() => {
  repository[Symbol.dispose]();
});

async function shown(address: string): Promise<string> {
  const explanation = await explain({ repository: repository.folder, address });
  const look = { color: false, width: 120 };
  return EXPLAIN_FORMATS.map((format) => renderExplained(explanation, format, look)).join('\n');
}

test.each([
  ['local.password', 'each value that a choice can have'],
  ['local.fixed', 'the text itself'],
  ['local.url', 'a text that has the secret in it'],
  ['local.pin', 'a number'],
  ['local.byName', 'a key'],
  ['aws_instance.w', 'the keys of a tag map that is secret'],
])('%s does not show what is a secret elsewhere: %s', async (address) => {
  expect(await shown(address)).not.toMatch(/hunter|90125|tagkey/);
});

test('what is no secret is shown', async () => {
  expect(await shown('local.plain')).toMatch(/= "m5\.large"[^]*"value": "m5\.large"/);
});
