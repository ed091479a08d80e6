import { describe, expect, test } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { CheckResult } from '../../model/result.ts';
import { unknownsSection } from '../../render/report/unknowns.ts';
import { check } from '../check.ts';

const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n';
const blockOf = (address: string): string => `import {\n  to = ${address}\n  id = "x"\n}\n`;
const importBlock = blockOf('aws_ebs_volume.a');

const volume = (more = ''): string =>
  `resource "aws_ebs_volume" "a" {\n  availability_zone = "us-east-1a"\n  size = 100\n  type = "gp3"\n${more}}\n`;

/** What the gate says of a head that adds definitions to a provider and the import of all in it. */
async function checked(head: string, config = '', plan?: object): Promise<CheckResult> {
  using repository = temporaryRepository();
  const base = repository.commit({ 'main.tf': provider, 'tollgate.yml': `version: 1\n${config}` });
  const after = repository.commit({ 'main.tf': provider + head });
  const options = { repository: repository.folder, base, head: after, now: '2026-11-01T00:00:00Z' };
  if (plan === undefined) return (await check(options)).result;
  using folder = temporaryRepository();
  folder.write({ 'plan.json': JSON.stringify(plan) });
  const given = { plans: ['plan.json'], basePlans: [], states: [], folder: folder.folder };
  return (await check({ ...options, given })).result;
}

const found = ({ findings }: CheckResult): string[] =>
  findings.map(({ status, policyId }) => `${status} ${policyId}`).toSorted();

describe('an import block', () => {
  test('leaves open what was there, and with it the difference', async () => {
    const { changes, totals, unpricedChanges, verdict, diagnostics } = await checked(volume() + importBlock);
    const [{ change, base, head, delta } = {}] = changes;
    expect(change?.action).toBe('import');
    expect([base?.status, base?.monthly, delta]).toEqual(['unpriced', null, null]);
    expect(head?.monthly?.likely.toString()).toBe('8');
    expect([totals.base.unpriced, totals.delta.monthly.likely.toString(), unpricedChanges]).toEqual([
      1,
      '0',
      1,
    ]);
    expect(verdict.state).toBe('warn');
    expect(diagnostics).toMatchObject([
      { code: 'imported', hint: 'Give the plan of the change with --plan: it has both sides.' },
    ]);
  });

  test.each([
    ['hard', '', ['fail monthly-increase-limit', 'fail required-tags'], 'fail'],
    ['soft', ', unknown: warn', ['fail required-tags', 'warn monthly-increase-limit'], 'fail'],
  ])('gets nothing past limits and required tags that are %s', async (level, more, expected, state) => {
    const config =
      `policies:\n  required_tags: { level: ${level}, keys: [Owner] }\n` +
      `  monthly_increase: { level: ${level}, amount: 1${more} }\n`;
    const result = await checked(volume() + importBlock, config);
    expect(found(result)).toEqual(expected);
    expect(result.verdict.state).toBe(state);
  });

  test('leaves the cost of a unit open', async () => {
    const unit = 'units:\n  - { id: orders, per: 1, volume: { monthly: 10, source: x } }\n';
    const [orders] = (await checked(volume() + importBlock, unit)).units;
    expect([orders?.base.perUnit, orders?.delta, orders?.unpricedChanges]).toEqual([
      null,
      null,
      ['aws_ebs_volume.a'],
    ]);
  });

  test('of a type without a cost leaves no cost open', async () => {
    const role = 'resource "aws_iam_role" "a" {\n  name = "a"\n}\n';
    const { changes, unpricedChanges } = await checked(role + blockOf('aws_iam_role.a'));
    expect([changes[0]?.change.action, changes[0]?.base?.status, unpricedChanges]).toEqual([
      'import',
      'free',
      0,
    ]);
  });

  test('of what costs nothing as it is written leaves open what it cost', async () => {
    const certificate = 'resource "aws_acm_certificate" "a" {\n  domain_name = "example.com"\n}\n';
    const result = await checked(certificate + blockOf('aws_acm_certificate.a'));
    const [{ base, head } = {}] = result.changes;
    expect([base?.status, head?.status, result.unpricedChanges]).toEqual(['unpriced', 'free', 1]);
    expect(JSON.stringify(unknownsSection(result))).not.toContain('a type that is in no list');
  });

  test('keeps what ignore_changes names, which nobody knows', async () => {
    const ignoring = volume('  lifecycle {\n    ignore_changes = [size]\n  }\n');
    const { changes } = await checked(ignoring + importBlock);
    expect(changes[0]?.change.head?.attributes.entries.get('size')?.kind).toBe('unknown');
    expect(changes[0]?.head?.monthly).toBeNull();
  });

  test('of which there is a plan has both sides', async () => {
    const values = (size: number) => ({ availability_zone: 'us-east-1a', type: 'gp3', size });
    const change = {
      ...{ actions: ['update'], before: values(20), after: values(100), importing: { id: 'x' } },
      ...{ after_unknown: {}, before_sensitive: {}, after_sensitive: {} },
    };
    const resource = { address: 'aws_ebs_volume.a', mode: 'managed', type: 'aws_ebs_volume', name: 'a' };
    const { changes, diagnostics, unpricedChanges } = await checked(volume() + importBlock, '', {
      format_version: '1.2',
      resource_changes: [{ ...resource, provider_name: 'registry.terraform.io/hashicorp/aws', change }],
    });
    expect(
      changes.map(({ change: { action }, delta }) => [action, delta?.monthly.likely.toString()]),
    ).toEqual([['update', '6.4']]);
    expect([unpricedChanges, diagnostics.filter(({ code }) => code === 'imported')]).toEqual([0, []]);
  });
});
