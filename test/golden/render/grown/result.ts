import { decimal } from '../../../../src/lib/decimal.ts';
import { at, compared, cost, costed, difference, finding, line, range, result as build, text, totals, unit, unitSide } from '../build.ts';

const small = line('Linux, on demand, m5.large', range('730'), '0.115', 'hours');
const large = line('Linux, on demand, m5.2xlarge', range('730'), '0.46', 'hours');
const disk = line('General purpose SSD (gp3)', range('200'), '0.0952', 'GB-month');
const requests = {
  ...line('Requests', range('2000000', '1000000', '4000000'), '0.0000002', 'requests'),
  kind: 'variable',
  evidence: 'C',
  reason: 'two million requests, the default of a function',
  usageKey: 'monthly_requests',
} as const;

/** A larger instance, a new function and a queue that goes: too dear, and a tag is missing. */
export const result = build({
  verdict: {
    state: 'fail',
    reasons: ['2 findings block: required-tags, monthly-increase.', '1 warning.'],
  },
  totals: compared(
    totals(range('400.10'), range('12')),
    totals(range('651.95'), range('12.40', '12.20', '12.80')),
    totals(range('251.85'), range('0.40', '0.20', '0.80')),
  ),
  changes: [
    costed(
      'replace',
      'module.web["eu"].aws_instance.app[0]',
      { base: cost('aws_instance.app', [small, disk]), head: cost('aws_instance.app', [large, disk]) },
      {
        differences: [
          difference('instance_type', text('m5.large'), text('m5.2xlarge')),
          difference('tags["team"]', text('shop'), undefined),
          {
            ...difference(
              'ami',
              text('ami-0abc'),
              { kind: 'unknown', reason: 'data-source', detail: 'data.aws_ami.linux.id', origin: [] },
            ),
            certainty: 'maybe',
          },
        ],
        replaceBecause: ['ami'],
      },
    ),
    costed('create', 'aws_lambda_function.resize', { head: cost('aws_lambda_function.resize', [requests]) }),
    costed('delete', 'aws_sqs_queue.jobs', { base: cost('aws_sqs_queue.jobs', [], 'free') }),
    costed(
      'move',
      'aws_ebs_volume.data',
      { base: cost('aws_ebs_volume.data', [disk]), head: cost('aws_ebs_volume.data', [disk]) },
      { previousAddress: 'aws_ebs_volume.old' },
    ),
  ],
  units: [
    unit({
      id: 'orders',
      label: '1,000 orders',
      base: unitSide(range('0.4'), { margin: decimal('4.6'), marginPercent: decimal('92') }),
      head: unitSide(range('0.6525'), { margin: decimal('4.3475'), marginPercent: decimal('86.95') }),
      delta: range('0.2525'),
      percent: decimal('63.125'),
    }),
    unit({
      id: 'users',
      label: 'monthly active user',
      base: unitSide(range('0.0042')),
      head: unitSide(range('0.004234', '0.0042', '0.0043')),
      delta: range('0.000034', '0', '0.0001'),
      percent: decimal('0.81'),
    }),
    unit({
      id: 'emails',
      label: '1,000 e-mails',
      base: unitSide(null),
      head: unitSide(null),
      missing: ['no volume is given'],
    }),
  ],
  findings: [
    finding({
      policyId: 'required-tags',
      title: 'Required tags',
      message: 'aws_instance.app[0] lacks the tag team.',
      subject: 'module.web["eu"].aws_instance.app[0]',
      source: at('modules/web/main.tf', 12, 30),
      fix: 'Add team = "…" to its tags.',
      docsUrl: 'https://example.com/policies/required-tags',
    }),
    finding({
      policyId: 'monthly-increase',
      title: 'Monthly increase',
      level: 'soft',
      message: 'The change adds $252.25 a month, more than the limit of $200.00.',
      actual: '$252.25',
      expected: 'at most $200.00',
    }),
    finding({
      policyId: 'unit-increase',
      title: 'Increase per unit',
      level: 'advisory',
      status: 'warn',
      message: '1,000 orders cost 63.1% more.',
      subject: 'orders',
      source: at('tollgate.yml', 9),
    }),
  ],
});
