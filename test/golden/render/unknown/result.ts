import { decimal } from '../../../../src/lib/decimal.ts';
import { at, compared, cost, costed, counts, difference, line, range, result as build, secret, totals, unit, unitSide, unknownLine } from '../build.ts';

const disk = line('General purpose SSD (gp3)', range('20'), '0.0952', 'GB-month');

/** Much is not known: nothing of it may look like zero. */
export const result = build({
  verdict: { state: 'error', reasons: ['1 file could not be read, so the check is not complete.'] },
  totals: compared(
    { ...totals(range('0')), unpriced: 1 },
    { ...totals(range('1.904')), unpriced: 3 },
    totals(range('1.904')),
  ),
  unpricedChanges: 2,
  changes: [
    costed('create', 'aws_instance.part', {
      head: cost(
        'aws_instance.part',
        [disk, unknownLine('Linux, on demand', 'the instance type is unknown: no-variable-value var.size')],
        'partly-priced',
      ),
    }),
    costed(
      'update',
      'aws_db_instance.main',
      {
        base: cost('aws_db_instance.main', [unknownLine('Database hours', 'no price for db.x9.large in eu-moon-1')], 'unpriced'),
        head: cost('aws_db_instance.main', [unknownLine('Database hours', 'no price for db.x9.large in eu-moon-1')], 'unpriced'),
      },
      { differences: [difference('password', secret('hunter2'), secret('hunter3'))] },
    ),
    costed('create', 'acme_thing.x', { head: cost('acme_thing.x', [], 'unknown-type') }),
  ],
  units: [
    unit({
      id: 'orders',
      label: '1,000 orders',
      volume: { monthly: decimal('50000'), source: 'orders table', asOf: '2026-10-31' },
      revenue: { amount: decimal('40'), source: 'finance report' },
      base: unitSide(null, { known: { monthly: range('176'), perUnit: range('3.52') }, unpriced: 1 }),
      head: unitSide(null, { known: { monthly: range('432'), perUnit: range('8.64') }, unpriced: 2 }),
      known: { monthly: range('256'), perUnit: range('5.12'), percent: null },
      unpricedChanges: ['aws_instance.part'],
      missing: ['1 resource of it at base has no full price.', '2 resources of it at head have no full price.'],
    }),
    unit({
      id: 'users',
      label: 'user',
      volume: { monthly: decimal('1000'), source: 'login table' },
      revenue: { amount: decimal('2') },
      base: unitSide(null, { known: { monthly: range('4'), perUnit: range('0.004') }, unpriced: 1 }),
      head: unitSide(null, { known: { monthly: range('5'), perUnit: range('0.005') }, unpriced: 1 }),
      known: { monthly: range('1'), perUnit: range('0.001'), percent: null },
      missing: ['1 resource of it at base has no full price.', '1 resource of it at head has no full price.'],
    }),
  ],
  configChanges: ['monthlyIncrease.level: hard becomes advisory'],
  coverage: {
    projects: 2,
    projectsSkipped: 2,
    resources: 3,
    attributes: { ...counts(1400, { 'no-variable-value': 6, 'data-source': 12, 'unknown-repetition': 6 }), assumed: 2 },
    tags: { ...counts(3, { 'unresolved-module': 1 }), assumed: 1 },
    lines: { A: 1, B: 0, C: 0, D: 3 },
    free: 0,
    unknownTypes: [{ type: 'acme_thing', count: 1 }],
    unknownRepetition: 1,
    unresolvedModules: [
      {
        address: 'module.vpc',
        sourceAddress: 'terraform-aws-modules/vpc/aws',
        reason: 'the source is a registry',
        source: at('main.tf', 40),
      },
    ],
    filesSkipped: 2,
  },
  diagnostics: [
    {
      severity: 'error',
      code: 'hcl-syntax',
      message: 'Expected a closing brace, found the end of the file.',
      source: at('broken.tf', 7),
      hint: 'Close the block that begins in line 3.',
    },
    { severity: 'warning', code: 'usage-key', message: 'The usage key montly_requests is not known.', source: at('usage.yml', 3) },
  ],
});
