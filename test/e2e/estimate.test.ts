import { expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryRepository } from '../support/temporary-repository.ts';

test('tollgate estimate exits 1 where a part could not be read, and still prints figures', () => {
  using repository = temporaryRepository();
  const queue = 'resource "aws_sqs_queue" "q" {}\n';
  const project = `terraform {\n  backend "s3" {}\n}\nprovider "aws" {\n  region = "us-east-1"\n}\n${queue}`;
  const run = () => runCli(['estimate', '--now', '2026-11-01T00:00:00Z'], { folder: repository.folder });
  repository.commit({ 'main.tf': project });
  expect(run().code).toBe(0);
  repository.commit({ 'main.tf': project + queue });
  const { code, stdout } = run();
  expect(code).toBe(1);
  expect(stdout).toContain('$0.40 a month');
  expect(stdout).toContain('main.tf:8 error:');
});
