import { expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { CostLine } from '../../model/cost.ts';
import type { EstimateResult, EstimatedResource } from '../../model/estimate.ts';
import { exactly, NO_COST } from '../../model/range.ts';
import { renderEstimate } from './terminal.ts';

const source = { file: 'main.tf', start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
const dollar = exactly(decimal('1'));
const line: CostLine = {
  ...{ component: 'Hours', unit: 'hour', quantity: dollar, monthly: dollar, kind: 'fixed', evidence: 'A' },
  price: {
    ...{ provider: 'aws', service: 'ec2', region: 'us-east-1', key: 'k', unit: 'hour', currency: 'USD' },
    ...{ tiers: [{ from: decimal('0'), price: decimal('1') }], asOf: '2026-01-01', source: 's' },
  },
};
const machine = (index: number): EstimatedResource => ({
  cost: {
    ...{ address: `aws_instance.web[${index}]`, type: 'aws_instance', project: '.', source },
    ...{ status: 'priced', lines: [line], monthly: dollar, fixed: dollar, variable: NO_COST },
  },
  ...{ region: 'us-east-1', service: 'aws/ec2', tags: {} },
});
const counts = { known: 0, assumed: 0, unresolved: 0, withheld: 0, computed: 0, unknown: 0 };
const result = (today: string): EstimateResult =>
  ({
    ...{ side: { ref: 'main', commit: null }, path: '', currency: 'USD', today },
    priceBook: { id: 'b', asOf: { aws: '2026-01-01' } },
    totals: { monthly: dollar, fixed: dollar, variable: NO_COST, unpriced: 0 },
    ...{ whatIf: [], without: null, breakdowns: [], inputs: [] },
    resources: Array.from({ length: 250 }, (_, index) => machine(index)),
    coverage: {
      ...{
        projects: 1,
        projectsSkipped: 0,
        resources: 250,
        free: 0,
        unknownTypes: [],
        unresolvedModules: [],
      },
      ...{ lines: { A: 250, B: 0, C: 0, D: 0 }, attributes: counts, tags: counts },
      ...{ unknownRepetition: 0, filesSkipped: 0 },
    },
    diagnostics: [{ severity: 'error', code: 'x', message: 'It is broken.', hint: 'Mend it.', source }],
  }) as unknown as EstimateResult;

const shown = (details: boolean, today = '2026-01-02'): string =>
  renderEstimate(result(today), { color: false, width: 100, details });

it('shows every resource with its details, and cuts nothing', () => {
  expect(shown(true).match(/aws_instance\.web\[\d+\]/g)).toHaveLength(250);
  expect(shown(true)).not.toContain('more');
  expect(shown(false)).not.toContain('aws_instance');
});

it('says what to do about a problem', () => {
  expect(shown(false)).toContain('main.tf:3 error: It is broken. Mend it.');
});

it('says when prices are old', () => {
  expect(shown(false)).not.toContain('days old');
  expect(shown(false, '2027-06-01')).toContain('Prices of aws are 516 days old');
});
