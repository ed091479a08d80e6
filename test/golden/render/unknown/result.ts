import { at, cost, costed, difference, line, range, result as build, secret, totals, unknownLine } from '../build.ts';

const disk = line('General purpose SSD (gp3)', range('20'), '0.0952', 'GB-month');

/** Much is not known: nothing of it may look like zero. */
export const result = build({
  verdict: { state: 'error', reasons: ['1 file could not be read, so the check is not complete.'] },
  totals: {
    base: totals(range('0')),
    head: totals(range('1.904')),
    delta: totals(range('1.904')),
  },
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
  configChanges: ['monthlyIncrease.level: hard becomes advisory'],
  coverage: {
    projects: 2,
    projectsSkipped: 2,
    resources: 3,
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
