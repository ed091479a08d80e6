import { describe, expect, test } from 'vitest';
import { cost, costed, counts, finding, result, unknownLine } from '../../../test/golden/render/build.ts';
import type { CheckResult, CostedChange } from '../../model/result.ts';
import { renderTerminal } from '../terminal.ts';

const shown = (input: Partial<CheckResult>): string =>
  renderTerminal(result(input), { color: false, width: 400, details: true });

describe('what makes values unknown', () => {
  const { coverage } = result();
  const culprits = Array.from({ length: 25 }, (_, index) => ({
    culprit: `var.v${index}`,
    reason: 'no-variable-value' as const,
    count: 100 - index,
  }));

  test('is named by its count, and what is not named is counted', () => {
    const attributes = { ...counts(9, { 'no-variable-value': 2200 }), culprits, moreCulprits: 7 };
    const text = shown({ coverage: { ...coverage, attributes } });
    expect(text).toContain(
      'Unknown priced attributes by what they depend on: var.v0 (100), var.v1 (99), var.v2 (98),',
    );
    expect(text).toContain('var.v19 (81), and 12 more');
    expect(text).not.toContain('var.v20');
  });

  test('is called by its reason where it has no name', () => {
    const [tags] = [{ culprit: null, reason: 'evaluation-limit' as const, count: 3 }];
    const text = shown({ coverage: { ...coverage, tags: { ...counts(1), culprits: [tags] } } });
    expect(text).toContain('Unknown tags by what they depend on: evaluation limit (3)');
  });
});

describe('the projects that were evaluated', () => {
  test('are named with what they were read from and their resources, those of plans first', () => {
    const text = shown({
      inputs: [
        { project: 'app@prod', from: 'hcl', resources: 12, varFiles: ['a', 'b', 'c', 'd'] },
        { project: 'net', from: 'plan', plan: 'p.json', resources: 1 },
      ],
    });
    expect(text).toContain(
      '• Project net from plan p.json: 1 resource\n  • Project app@prod from configuration with a, b, c and 1 more file: 12 resources\n',
    );
  });

  test('are at most thirty', () => {
    const inputs = Array.from({ length: 33 }, (_, index) => ({
      project: `p${String(index).padStart(2, '0')}`,
      from: 'hcl' as const,
      resources: 1,
    }));
    const text = shown({ inputs });
    expect(text).toContain('Project p29 from');
    expect(text).not.toContain('Project p30');
    expect(text).toContain('• 3 more projects\n');
  });
});

const REASON = 'region is unknown: provider aws names no region';
const unpriced = (address: string, component: string, reason = REASON): CostedChange => {
  const head = cost(address, [unknownLine(component, reason)], 'unpriced');
  return costed('create', address, { head });
};

test('resources that lack a price for one reason are one item', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const text = shown({
    changes: [
      ...names.map((name) => unpriced(`aws_ebs_volume.${name}`, 'Storage')),
      unpriced('aws_eip.x', 'Address'),
      unpriced('aws_eip.y', 'Address', 'another reason'),
    ],
    unpricedChanges: 7,
  });
  expect(text).toContain(
    `• 6 resources: aws_ebs_volume.a, aws_ebs_volume.b, aws_ebs_volume.c and 3 more Storage; Address: ${REASON}\n`,
  );
  expect(text).toContain('• aws_eip.y Address: another reason\n');
  expect(text).toContain('Unknown: 2 items');
  expect(text.split(REASON)).toHaveLength(2);
});

test('findings are counted as they are listed', () => {
  const same = finding({ policyId: 'p', message: 'Untold.', subject: 'module.vpc', status: 'warn' });
  const other = { ...same, subject: 'module.db', status: 'fail' as const };
  const text = shown({ findings: [other, same, same, { ...same, subject: 'module.eks' }] });
  expect(text).toContain('── Findings: 1 blocking, 2 warnings');
});
