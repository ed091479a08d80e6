import { describe, expect, test } from 'vitest';
import {
  at,
  cost,
  costed,
  finding,
  line,
  range,
  result,
  unknownLine,
} from '../../../test/golden/render/build.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CheckResult } from '../../model/result.ts';
import { renderTerminal } from '../terminal.ts';
import { buildReport } from './report.ts';

const shown = (input: Partial<CheckResult>): string =>
  renderTerminal(result(input), { color: false, width: 400, details: true });

const tagless = (subject: string, line: number) =>
  finding({
    policyId: 'required-tags',
    subject,
    message: 'Tag "team" is "x".',
    source: at('locals.tf', line),
  });

describe('findings', () => {
  test('with the same words of one place are one, and name who they are about', () => {
    const findings = ['b', 'a', 'c', 'd', 'e'].map((name) => tagless(`aws_vpc.${name}`, 3));
    const input = { findings: [...findings, tagless('aws_vpc.z', 4)] };
    const subjects = '5 resources: aws_vpc.b, aws_vpc.a, aws_vpc.c and 2 more';
    const items = buildReport(result(input)).alert?.items;
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items?.[0])).toContain('5 resources: ');
    const text = shown(input);
    expect(text.split('Tag "team" is "x".')).toHaveLength(3);
    expect(text).toContain(` ${subjects} locals.tf:3: Tag "team" is "x".`);
    expect(text).toContain(' aws_vpc.z locals.tf:4: Tag "team" is "x".');
  });

  test.each([
    ['The month costs $9.00 more, over the limit of $5.00.', false],
    ['The month costs too much.', true],
    ['The month costs $9.00 more.', true],
  ])('say what is and what was expected only once: %s', (message, apart) => {
    const text = shown({
      findings: [finding({ policyId: 'p', message, actual: '$9.00', expected: 'at most $5.00' })],
    });
    expect(text.includes('Is $9.00. Expected at most $5.00.')).toBe(apart);
  });

  test('are not counted as a reason of their own', () => {
    const findings = [tagless('aws_vpc.a', 3), tagless('aws_vpc.b', 4)].map((found) => ({
      ...found,
      title: 'Tags: all',
      level: 'soft' as const,
    }));
    const text = shown({
      findings,
      verdict: { state: 'fail', reasons: ['Tags: all (soft): 2 findings.', 'Other.'] },
    });
    expect(text).not.toContain('2 findings.');
    expect(text).toContain('Other.');
    expect(text).not.toContain('more reason');
  });

  test('are no reason of their own either where their title has a colon', () => {
    const found = { ...tagless('aws_vpc.a', 3), title: 'Tags: all', level: 'soft' as const };
    const reasons = [`Tags: all (soft): ${found.message}`];
    const text = shown({ findings: [found], verdict: { state: 'fail', reasons } });
    expect(text).toContain(found.message);
    expect(text).not.toContain('Tags: all (soft):');
  });
});

test.each([
  ['hcl-syntax', 'Could not be read'],
  ['yaml-syntax', 'Could not be read'],
  ['unknown-key', 'Is wrong'],
  ['undeclared-reference', 'Is wrong'],
  ['instance-limit', 'Is wrong'],
])('an error %s: %s', (code, words) => {
  const error: Diagnostic = { severity: 'error', code, message: 'Such.', source: at('a.tf', 1) };
  expect(shown({ diagnostics: [error] })).toContain(`• a.tf:1 ${words}: Such.`);
});

test('lines that are unknown for one reason are one item', () => {
  const lines = [
    unknownLine('Disk', 'no size'),
    unknownLine('IOPS', 'no size'),
    unknownLine('Hours', 'no type'),
    ...['A', 'B', 'C', 'D'].map((name) => unknownLine(name, 'no class')),
  ];
  const entry = costed('create', 'a.b', { head: cost('a.b', lines, 'unpriced') });
  const text = shown({ changes: [entry], unpricedChanges: 1 });
  expect(text).toContain('• a.b Disk; IOPS: no size');
  expect(text).toContain('• a.b Hours: no type');
  expect(text).toContain('• a.b A and 3 more lines: no class');
});

test.each([
  ['usage', 'monthly_requests'],
  ['indirect', undefined],
])('a resource that stays as it is costs more by %s', (word, usageKey) => {
  const side = (count: string) => {
    const one = line('Requests', range(count), '5', 'requests');
    return cost('a.b', [usageKey === undefined ? one : { ...one, usageKey }]);
  };
  const entry = costed('no-op', 'a.b', { base: side('1'), head: side('2') });
  expect(shown({ changes: [entry] })).toMatch(new RegExp(`^ +${word} +a\\.b `, 'm'));
});

test.each([
  ['2026-10-01', '2027-10-01', undefined],
  ['2026-10-01', '2027-10-02', 'Prices of aws are 366 days old'],
  ['2026-10-01', undefined, undefined],
])('prices of %s on %s: %s', (asOf, today, said) => {
  const entry = costed('create', 'a.b', { head: cost('a.b', [line('Hours', range('1'), '5', 'hours')]) });
  const priceBook = { id: 'x', asOf: { aws: asOf, azure: '2001-01-01' } };
  const text = shown({ changes: [entry], priceBook, ...(today === undefined ? {} : { today }) });
  expect(/Prices of .* old/.exec(text)?.[0]).toBe(said);
});

test('several changed rules end in one full stop', () => {
  expect(shown({ configChanges: ['The limit changes from 1 to 2.', 'b', 'c'] })).toContain(
    "Changes the gate's own rules: The limit changes from 1 to 2, and 2 more\n",
  );
});
