import { describe, expect, test } from 'vitest';
import { exampleShop } from '../../test/support/example-shop.ts';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import type { CheckResult } from '../model/result.ts';
import { check } from './check.ts';

type Files = Record<string, string>;

const NOW = '2026-11-01T00:00:00Z';
const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n';

/** The result for two commits of a repository with these files. */
async function compare(
  base: Files,
  head: Files,
  options: { all?: boolean; configFrom?: 'base' | 'head' } = {},
): Promise<CheckResult> {
  using repository = temporaryRepository();
  const [before, after] = [repository.commit(base), repository.commit({ ...removed(base, head), ...head })];
  return (await check({ repository: repository.folder, base: before, head: after, now: NOW, ...options }))
    .result;
}

/** Files that are only at the base become empty, which is as good as gone. */
function removed(base: Files, head: Files): Files {
  return Object.fromEntries(Object.keys(base).flatMap((path) => (path in head ? [] : [[path, '']])));
}

function actions(result: CheckResult): string[] {
  return result.changes.map(({ change, delta }) => {
    const amount = delta === null ? 'unknown' : delta.monthly.likely.toString();
    return `${change.action} ${change.address} ${amount}`;
  });
}

const volume = (name: string, size: number, more = ''): string =>
  `resource "aws_ebs_volume" "${name}" {\n  availability_zone = "us-east-1a"\n  size = ${size}\n  type = "gp3"\n${more}}\n`;

describe('what a change does', () => {
  test.each<[string, string, string, string[]]>([
    ['create', '', volume('a', 100), ['create aws_ebs_volume.a 8']],
    ['delete', volume('a', 100), '', ['delete aws_ebs_volume.a -8']],
    ['update in place', volume('a', 100), volume('a', 250), ['update aws_ebs_volume.a 12']],
    ['no change', volume('a', 100), `# a comment\n${volume('a', 100)}`, []],
    [
      'replace',
      volume('a', 100),
      volume('a', 100).replace('us-east-1a', 'us-east-1b'),
      ['replace aws_ebs_volume.a 0'],
    ],
    [
      'move',
      volume('a', 100),
      `${volume('b', 100)}moved {\n  from = aws_ebs_volume.a\n  to = aws_ebs_volume.b\n}\n`,
      ['move aws_ebs_volume.b 0'],
    ],
    [
      'a variable elsewhere',
      `variable "size" {\n  default = 10\n}\n${volume('a', 0).replace('= 0', '= var.size')}`,
      `variable "size" {\n  default = 20\n}\n${volume('a', 0).replace('= 0', '= var.size')}`,
      ['update aws_ebs_volume.a 0.8'],
    ],
    [
      'more instances',
      volume('a', 100, '  count = 1\n'),
      volume('a', 100, '  count = 3\n'),
      ['create aws_ebs_volume.a[1] 8', 'create aws_ebs_volume.a[2] 8'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(actions(await compare({ 'main.tf': provider + before }, { 'main.tf': provider + after }))).toEqual(
      expected,
    );
  });

  test('a variable file changes a resource in a module that nobody edited', async () => {
    const files = {
      'main.tf': `${provider}variable "size" { type = number }\nmodule "m" {\n  source = "./m"\n  size = var.size\n}\n`,
      'm/main.tf': `variable "size" {}\n${volume('a', 0).replace('= 0', '= var.size')}`,
    };
    const result = await compare(
      { ...files, 'x.auto.tfvars': 'size = 10' },
      { ...files, 'x.auto.tfvars': 'size = 30' },
    );
    expect(actions(result)).toEqual(['update module.m.aws_ebs_volume.a 1.6']);
    expect(result.changes[0]?.change.head?.source).toMatchObject({ file: 'm/main.tf', start: { line: 2 } });
  });

  test('usage that changes is a change of cost, and said', async () => {
    const files = { 'main.tf': `${provider}resource "aws_sqs_queue" "q" {}\n` };
    const usage = (requests: number): string =>
      `version: 0.1\nresource_usage:\n  aws_sqs_queue.q:\n    monthly_requests: ${requests}\n`;
    const result = await compare(
      { ...files, 'infracost-usage.yml': usage(1_000_000) },
      { ...files, 'infracost-usage.yml': usage(6_000_000) },
      { all: true },
    );
    expect(actions(result)).toEqual(['no-op aws_sqs_queue.q 2']);
    expect(result.configChanges).toEqual([
      'The usage file infracost-usage.yml changes, in force at once: each side is estimated with its own.',
    ]);
  });
});

describe('what cannot be known', () => {
  test('a price that is not in the book is class D with the query, and never 0', async () => {
    const result = await compare(
      { 'main.tf': provider },
      {
        'main.tf': `${provider}resource "aws_instance" "a" {\n  ami = "x"\n  instance_type = "m99.huge"\n}\n`,
      },
    );
    const line = result.changes[0]?.head?.lines.find((one) => one.component.startsWith('Instance'));
    expect(line).toMatchObject({ evidence: 'D', monthly: null, price: null });
    expect(line?.reason).toContain('instance|m99.huge|linux');
    expect(result.unpricedChanges).toBe(1);
  });

  test('an unreadable block leaves the rest judged, and the verdict says so', async () => {
    const result = await compare(
      { 'main.tf': provider },
      { 'main.tf': `${provider}resource "aws_x" "broken" {\n  a = = 1\n}\n${volume('a', 100)}` },
    );
    expect(actions(result)).toContain('create aws_ebs_volume.a 8');
    expect(result.diagnostics[0]).toMatchObject({
      severity: 'error',
      source: { file: 'main.tf', start: { line: 5, column: 7 } },
    });
    expect(result.verdict.state).toBe('warn');
    expect(result.verdict.reasons).toEqual([
      'One part of the change has an error: the result is incomplete.',
    ]);
  });

  test('an error that stood there before is a warning', async () => {
    const broken = `${provider}resource "aws_x" "broken" {\n  a = = 1\n}\n`;
    const result = await compare({ 'main.tf': broken }, { 'main.tf': broken + volume('a', 100) });
    expect(result.diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('the configuration', () => {
  const tagged = 'policies:\n  required_tags: { level: hard, keys: [owner] }\n';
  const untagged = { 'main.tf': provider + volume('a', 100) };

  test('is read from the base: a pull request cannot excuse itself', async () => {
    const result = await compare(
      { 'main.tf': provider, 'tollgate.yml': tagged },
      { ...untagged, 'tollgate.yml': '' },
    );
    expect(result.verdict.state).toBe('fail');
    expect(result.findings[0]).toMatchObject({
      policyId: 'required-tags',
      status: 'fail',
      source: { file: 'main.tf', start: { line: 4 } },
    });
    expect(result.configChanges.length).toBeGreaterThan(0);
  });

  test('of the head holds when a user tries it out', async () => {
    const head = { ...untagged, 'tollgate.yml': tagged };
    expect((await compare({ 'main.tf': provider }, head)).verdict.state).toBe('pass');
    expect((await compare({ 'main.tf': provider }, head, { configFrom: 'head' })).verdict.state).toBe('fail');
  });

  test('that cannot be read does not let a change pass', async () => {
    const broken = { 'tollgate.yml': 'policies: [' };
    expect(
      (await compare({ ...broken, 'main.tf': provider }, { ...broken, ...untagged })).verdict.state,
    ).toBe('error');
  });
});

describe('the example shop', () => {
  test('gives these figures', async () => {
    const result = await compare(exampleShop(['base']), exampleShop(['base', 'change']));
    expect(result.verdict.state).toBe('fail');
    expect(result.diagnostics).toEqual([]);
    expect(result.findings.map(({ policyId, status }) => `${status} ${policyId}`)).toEqual([
      'fail billing-versions',
      'fail required-tags',
      'fail monthly-increase-limit',
      'warn unit-increase-limit',
    ]);
    const { base, head, delta } = result.totals;
    expect([base, head, delta].map((side) => side.monthly.likely.toFixed(2))).toEqual([
      '316.90',
      '777.51',
      '460.62',
    ]);
    const [unit] = result.units;
    expect(unit?.base.perUnit?.likely.toFixed(4)).toBe('3.5211');
    expect(unit?.head.perUnit?.likely.toFixed(4)).toBe('8.6390');
    expect(unit?.missing).toEqual([]);
  });
});
