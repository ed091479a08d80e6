import { describe, expect, test } from 'vitest';

import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { check } from '../check.ts';

const CONFIG = `version: 1
units:
  - { id: order, label: order, volume: { monthly: 1000, source: orders }, match: { types: [aws_*] } }
policies:
  monthly_increase: { level: soft, amount: 10 }
  unit_increase: { level: soft, amounts: { order: 0.01 } }
`;
const QUEUE = 'provider "aws" {\n  region = "us-east-1"\n}\nresource "aws_sqs_queue" "q" {}\n';
const VOLUME =
  'resource "aws_ebs_volume" "v" {\n  availability_zone = "us-east-1a"\n  type = "gp3"\n  size = 1000\n}\n';
const usage = (requests: number): string =>
  `resource_usage:\n  aws_sqs_queue.q:\n    monthly_requests: ${requests}\n`;

/** The likely delta, what is denied and the codes of what is said, for a change of these files. */
async function judge(
  base: Record<string, string>,
  head: Record<string, string>,
  deleted: readonly string[] = [],
) {
  using repository = temporaryRepository();
  const before = repository.commit({ 'tollgate.yml': CONFIG, 'main.tf': QUEUE, ...base });
  if (deleted.length > 0) repository.git('rm', '--quiet', ...deleted);
  const after = repository.commit(head);
  const options = { repository: repository.folder, base: before, head: after, now: '2026-11-01T00:00:00Z' };
  const { totals, findings, diagnostics, configChanges } = (await check(options)).result;
  return {
    delta: totals.delta.monthly.likely.toFixed(),
    denied: findings
      .filter(({ status }) => status === 'fail')
      .map(({ policyId, actual }) => `${policyId} ${actual ?? ''}`)
      .sort(),
    said: diagnostics.map(({ severity, code }) => `${severity} ${code}`),
    changes: configChanges,
  };
}

const denied = ['monthly-increase-limit $80.00', 'unit-increase-limit $0.08'];

describe('a change that pays for itself with lower usage', () => {
  test('is held against what it costs with the usage of the base', async () => {
    const found = await judge(
      { 'tollgate-usage.yml': usage(500_000_000) },
      { 'tollgate-usage.yml': usage(0), 'v.tf': VOLUME },
    );
    expect(Number(found.delta)).toBeLessThan(0);
    expect(found.denied).toEqual(denied);
    expect(found.said).toEqual(['warning usage-changed']);
  });

  test('also when it puts another file in the place of the old one', async () => {
    const found = await judge(
      { 'tollgate-usage.yml': usage(500_000_000) },
      { 'infracost-usage.yml': usage(0), 'v.tf': VOLUME },
      ['tollgate-usage.yml'],
    );
    expect(found.denied).toEqual(denied);
    expect(found.changes.map((text) => text.split(',')[0])).toEqual([
      'The usage file tollgate-usage.yml is deleted',
      'The usage file infracost-usage.yml is new',
    ]);
  });
});

describe('a resource that has other usage under another name', () => {
  const queues = (...names: string[]): string =>
    names.map((name) => `resource "aws_sqs_queue" "${name}" {\n  fifo_queue = true\n}\n`).join('');
  const moved = 'moved {\n  from = aws_sqs_queue.q\n  to   = aws_sqs_queue.r\n}\n';
  const provider = QUEUE.slice(0, QUEUE.indexOf('resource'));
  const limits = ['monthly-increase-limit', 'unit-increase-limit'];

  test.each<[string, string, string, string[]]>([
    ['moved', queues('r') + moved, '', limits],
    ['as another one', queues('r'), '', limits],
    ['as another one, with one more', queues('a', 'r'), '', limits],
    ['but as the base says of it', queues('r'), '  aws_sqs_queue.r:\n    monthly_requests: 2\n', []],
  ])('%s', async (_, resources, alsoAtBase, expected) => {
    const renamed = usage(1).replace('.q:', '.r:');
    const found = await judge(
      { 'tollgate-usage.yml': usage(500_000_000) + alsoAtBase },
      { 'tollgate-usage.yml': renamed, 'main.tf': provider + resources },
    );
    expect(Number(found.delta)).toBeLessThan(0);
    expect(found.denied.map((text) => text.split(' ')[0])).toEqual(expected);
  });
});

test('higher usage is held against the limits as it is', async () => {
  const found = await judge({ 'tollgate-usage.yml': usage(0) }, { 'tollgate-usage.yml': usage(500_000_000) });
  expect(Number(found.delta)).toBeGreaterThan(100);
  expect(found.denied.map((text) => text.split(' ')[0])).toEqual([
    'monthly-increase-limit',
    'unit-increase-limit',
  ]);
});

test('usage of a resource that is not there is said, when all projects are evaluated', async () => {
  const unmatched = usage(1).replace('.q:', '.p:');
  expect((await judge({}, { 'tollgate-usage.yml': unmatched })).said).toEqual([
    'warning usage-changed',
    'warning usage-unmatched',
  ]);
});
