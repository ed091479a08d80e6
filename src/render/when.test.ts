import { describe, expect, test } from 'vitest';
import {
  compared,
  costed,
  cost,
  finding,
  line,
  range,
  result,
  totals,
} from '../../test/golden/render/build.ts';
import { result as profiles } from '../../test/golden/render/profiles/result.ts';
import { decimal } from '../lib/decimal.ts';
import type { CommentConfig } from '../model/config.ts';
import type { CheckResult } from '../model/result.ts';
import { commentDecision } from './when.ts';

const dearer = (amount: string): CheckResult =>
  result({
    totals: compared(totals(range('1')), totals(range('1')), totals(range(amount))),
  });
const free = costed('create', 'aws_iam_role.r', { head: cost('aws_iam_role.r', [], 'free') });
const swap = [
  costed('create', 'a.b', { head: cost('a.b', [line('x', range('1'), '5', 'hours')]) }),
  costed('delete', 'a.c', { base: cost('a.c', [line('x', range('1'), '5', 'hours')]) }),
];
const warned = result({
  verdict: { state: 'warn', reasons: ['1 warning.'] },
  findings: [finding({ policyId: 'p', message: 'm', status: 'warn' })],
});
const denied = result({
  verdict: { state: 'fail', reasons: ['1 finding.'] },
  findings: [finding({ policyId: 'p', message: 'm' })],
});

describe('commentDecision creates', () => {
  test.each<[string, CheckResult, CommentConfig['when'], string | null, boolean]>([
    ['nothing', result(), 'changes', null, false],
    ['nothing', result(), 'violations', null, false],
    ['nothing', result(), 'always', null, true],
    ['a violation', denied, 'never', null, false],
    ['a violation', denied, 'violations', null, true],
    ['a violation', denied, 'changes', '100', true],
    ['a warning', warned, 'violations', null, false],
    ['a warning', warned, 'changes', null, true],
    ['a cost', dearer('5'), 'changes', null, true],
    ['a cost below the minimum', dearer('5'), 'changes', '5.01', false],
    ['a saving at the minimum', dearer('-5'), 'changes', '5', true],
    ['a cost', dearer('5'), 'violations', null, false],
    ['a free resource', result({ changes: [free] }), 'changes', null, false],
    ['two costs that cancel out', result({ changes: swap }), 'changes', null, true],
    ['an unknown cost', result({ unpricedChanges: 1 }), 'changes', '100', true],
    [
      'a changed call of a module outside of the repository',
      result({ coverage: { ...result().coverage, changedModules: 1 } }),
      'changes',
      '100',
      true,
    ],
    ['a price list', profiles, 'changes', '100', true],
    ['a changed rule', result({ configChanges: ['x'] }), 'changes', '100', true],
    [
      'a file that could not be read',
      result({ diagnostics: [{ severity: 'error', code: 'c', message: 'm' }] }),
      'changes',
      null,
      true,
    ],
  ])('for %s', (_, input, when, minimum, create) => {
    const config = { when, minimumAmount: minimum === null ? null : decimal(minimum) };
    expect(commentDecision(input, config)).toMatchObject({ create, update: when !== 'never' });
  });
});
