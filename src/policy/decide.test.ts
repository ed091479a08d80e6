import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Finding } from '../model/finding.ts';
import { decide } from './decide.ts';
import { policies } from './testdata/facts.ts';

function finding(status: Finding['status'], level: Finding['level'], message = 'm'): Finding {
  return { policyId: 'required-tags', title: 'Required tags', level, status, message, fingerprint: 'f' };
}

const unread: Diagnostic = { severity: 'error', code: 'hcl-syntax', message: 'x' };
const off = policies();
const hard = policies({ profileVersion: { level: 'hard' } });

describe('decide', () => {
  it.each([
    ['pass', [], []],
    ['warn', [finding('warn', 'hard')], ['Required tags (hard): m']],
    ['warn', [finding('error', 'soft', 'broken')], ['Required tags (soft): broken']],
    ['fail', [finding('error', 'hard', 'broken')], ['Required tags (hard): broken']],
    ['fail', [finding('fail', 'soft')], ['Required tags (soft): m']],
    ['fail', [finding('fail', 'hard'), finding('fail', 'hard')], ['Required tags (hard): 2 findings.']],
    [
      'fail',
      [finding('error', 'hard'), finding('error', 'hard')],
      ['Required tags (hard): the policy could not be evaluated 2 times.'],
    ],
    [
      'fail',
      [finding('warn', 'hard', 'w'), finding('fail', 'hard', 'd')],
      ['Required tags (hard): d', 'Required tags (hard): w'],
    ],
  ] as const)('says %s to %j', (state, findings, reasons) => {
    expect(decide({ findings, diagnostics: [], policies: off })).toEqual({ state, reasons });
  });

  it('cannot pass what was not read when a policy is hard', () => {
    expect(decide({ findings: [], diagnostics: [unread, unread], policies: hard })).toEqual({
      state: 'error',
      reasons: ['2 parts of the change have errors, so billing-versions (hard) cannot be taken as kept.'],
    });
  });

  it.each([
    ['error', 'billing/profiles/a.yaml', hard],
    ['warn', 'main.tf', hard],
    ['error', 'main.tf', policies({ requiredTags: { level: 'hard', keys: [], unknown: 'warn' } })],
    [
      'warn',
      'billing/profiles/a.yaml',
      policies({ requiredTags: { level: 'hard', keys: [], unknown: 'warn' } }),
    ],
    ['error', 'tollgate.yml', hard],
  ] as const)(
    'says %s when %s was not read and a policy that judges it is hard or not',
    (state, file, level) => {
      const start = { line: 1, column: 1 };
      const diagnostics = [{ ...unread, source: { file, start, end: start } }];
      expect(decide({ findings: [], diagnostics, policies: level }).state).toBe(state);
    },
  );

  it('warns of what was not read when no policy is hard', () => {
    expect(decide({ findings: [], diagnostics: [unread], policies: off })).toEqual({
      state: 'warn',
      reasons: ['One part of the change has an error: the result is incomplete.'],
    });
  });

  it('never gives a plain pass to what was not judged', () => {
    const part: Diagnostic = { severity: 'warning', code: 'not-evaluated', message: 'modules/a changed.' };
    expect(decide({ findings: [], diagnostics: [part, part], policies: off })).toEqual({
      state: 'warn',
      reasons: ['Not judged (and 1 more): modules/a changed.'],
    });
  });

  it.each([
    'answers-changed',
    'imported',
    'kept-at-base',
    'new-var-file',
    'no-longer-managed',
    'plan-stale',
    'tofu-only',
    'tofu-twin',
  ])('%s is no plain pass', (code) => {
    const part: Diagnostic = { severity: 'warning', code, message: 'Who knows.' };
    expect(decide({ findings: [], diagnostics: [part], policies: off }).reasons).toEqual([
      'Not judged: Who knows.',
    ]);
  });

  it('does not count warnings of the reader', () => {
    const doubt: Diagnostic = { ...unread, severity: 'warning' };
    expect(decide({ findings: [], diagnostics: [doubt], policies: hard }).state).toBe('pass');
  });

  it('puts the worst first', () => {
    const verdict = decide({
      findings: [finding('warn', 'advisory', 'w'), finding('fail', 'hard', 'd')],
      diagnostics: [unread],
      policies: hard,
      pending: ['Finance has not approved yet.'],
    });
    expect(verdict.state).toBe('fail');
    expect(verdict.reasons).toEqual([
      'Required tags (hard): d',
      'One part of the change has an error, so billing-versions (hard) cannot be taken as kept.',
      'Finance has not approved yet.',
      'Required tags (advisory): w',
    ]);
  });

  it('is pending while an approval is missing', () => {
    expect(decide({ findings: [], diagnostics: [], policies: off, pending: ['p'] }).state).toBe('pending');
  });
});
