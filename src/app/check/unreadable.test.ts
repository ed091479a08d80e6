import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { exampleShop } from '../../../test/support/example-shop.ts';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { isBillingFile } from '../../billing/files.ts';
import type { CheckResult } from '../../model/result.ts';
import { check } from '../check.ts';

type Files = Readonly<Record<string, string>>;

const huge = `# ${'x'.repeat(8 * 1024 * 1024)}\n`;
const server = 'resource "aws_ebs_volume" "a" {\n  size = 1\n}\n';

/** Compares two commits; a text that begins with `->` is the target of a link. */
async function compare(base: Files, head: Files): Promise<CheckResult> {
  using repository = temporaryRepository();
  const write = (files: Files): string => {
    const entries = Object.entries(files);
    for (const [path] of entries) rmSync(join(repository.folder, path), { force: true });
    for (const [path, text] of entries)
      if (text.startsWith('->')) symlinkSync(text.slice(2), join(repository.folder, path));
    return repository.commit(Object.fromEntries(entries.filter(([, text]) => !text.startsWith('->'))));
  };
  const [before, after] = [write(base), write(head)];
  return (
    await check({ repository: repository.folder, base: before, head: after, now: '2026-11-01T00:00:00Z' })
  ).result;
}

const told = ({ diagnostics }: CheckResult): string[] =>
  diagnostics.map(({ severity, code, source }) => `${severity} ${code} ${source?.file ?? ''}`);

describe('a file that is there and cannot be read', () => {
  test.each([
    ['a huge configuration', 'tollgate.yml', huge],
    ['a configuration that is a link out of the repository', 'tollgate.yml', '->/etc/tollgate.yml'],
  ])('never passes: %s', async (_, path, text) => {
    const result = await compare({ [path]: text }, { 'main.tf': server });
    expect(told(result)).toEqual([`error unreadable-file ${path}`]);
    expect(result.verdict.state).toBe('error');
    expect(result.coverage.filesSkipped).toBe(1);
  });

  test.each([
    ['usage', 'tollgate-usage.yml'],
    ['a billing file', 'billing/profiles/a.yaml'],
    ['Terraform', 'main.tf'],
    ['variable values', 'terraform.tfvars'],
  ])('is an error when the change brings it: %s', async (_, path) => {
    const base = { 'provider.tf': 'provider "aws" {}\n' };
    expect(told(await compare(base, { [path]: huge }))).toContain(`error unreadable-file ${path}`);
  });

  test('is a warning when it is only at the base', async () => {
    const result = await compare({ 'main.tf': '->/etc/main.tf' }, { 'main.tf': server });
    expect(told(result)).toContain('warning unreadable-file main.tf');
    expect(told(result).filter((one) => one.startsWith('error'))).toEqual([]);
    expect(result.coverage.filesSkipped).toBe(1);
  });

  test('a billing file that becomes a dead link is not deleted', async () => {
    const [[path, profile] = ['', '']] = Object.entries(exampleShop(['base'])).filter(([file]) =>
      isBillingFile(file),
    );
    const result = await compare({ [path]: profile }, { [path]: '->/etc/a.yaml' });
    expect(result.profiles).toEqual([]);
    using repository = temporaryRepository();
    repository.commit({ [path]: profile });
    rmSync(join(repository.folder, path));
    const deleted = await check({ repository: repository.folder, base: 'HEAD', now: '2026-11-01T00:00:00Z' });
    expect(deleted.result.profiles).toMatchObject([{ action: 'delete', file: path }]);
    expect(told(result)).toContain(`error unreadable-file ${path}`);
  });
});

describe('usage that changes', () => {
  const usage = (requests: number): string =>
    `version: 0.1\nresource_usage:\n  aws_sqs_queue.q:\n    monthly_requests: ${requests}\n`;
  const queue = {
    'main.tf': 'provider "aws" {\n  region = "us-east-1"\n}\nresource "aws_sqs_queue" "q" {}\n',
  };

  test.each([
    [
      'is a warning at its place where a limit rests on it',
      'monthly_increase: { amount: 5 }',
      ['usage/prod.yml'],
    ],
    ['is only listed without a limit', 'profile_version: { level: hard }', []],
  ])('%s', async (_, policy, files) => {
    const base = {
      ...queue,
      'tollgate.yml': `version: 1\nusage_file: usage/prod.yml\npolicies: { ${policy} }\n`,
      'usage/prod.yml': usage(9_000_000),
    };
    const result = await compare(base, { 'usage/prod.yml': usage(1) });
    const warnings = result.diagnostics.filter(({ code }) => code === 'usage-changed');
    expect(warnings.map(({ source }) => source?.file)).toEqual(files);
    expect(result.configChanges).toEqual([
      expect.stringContaining('usage/prod.yml changes, in force at once'),
    ]);
  });
});
