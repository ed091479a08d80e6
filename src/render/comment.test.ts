import { describe, expect, test } from 'vitest';
import {
  at,
  compared,
  costed,
  cost,
  finding,
  line,
  range,
  result,
  totals,
  unit,
  unknownLine,
  unitSide,
} from '../../test/golden/render/build.ts';
import { result as grown } from '../../test/golden/render/grown/result.ts';
import { result as hostile } from '../../test/golden/render/hostile/result.ts';
import { result as profiles } from '../../test/golden/render/profiles/result.ts';
import { result as unknown } from '../../test/golden/render/unknown/result.ts';
import type { CheckResult } from '../model/result.ts';
import { checkOutput } from './check.ts';
import { renderComment } from './comment.ts';
import { renderSummary } from './summary.ts';

const context = { headSha: 'a'.repeat(40), toolVersion: '1.0.0' };

/** Everything that the first screen can hold, and more of it than fits. */
const crowded: CheckResult = {
  ...grown,
  unpricedChanges: 3,
  profiles: profiles.profiles,
  configChanges: ['a', 'b'],
  units: Array.from({ length: 9 }, (_, at) =>
    unit({ id: `u${at}`, label: `unit ${at}`, base: unitSide(range('1')), head: unitSide(range('2')) }),
  ),
  findings: Array.from({ length: 40 }, (_, at) => finding({ policyId: `p${at}`, message: 'no' })),
};

const many = (n: number, address: (at: number) => string): CheckResult =>
  result({
    totals: compared(totals(range('1')), totals(range('1')), totals(range('9'))),
    changes: Array.from({ length: n }, (_, index) =>
      costed('create', address(index), { head: cost('a.b', [line('x', range('1'), '5', 'hours')]) }),
    ),
    findings: Array.from({ length: n }, (_, index) =>
      finding({ policyId: 'p', message: 'm', source: at('main.tf', index + 1) }),
    ),
  });

describe('the first screen', () => {
  test.each(Object.entries({ grown, hostile, profiles, unknown, crowded, quiet: result() }))(
    'of %s has at most 15 lines and one alert at the top level',
    (_, input) => {
      const comment = renderComment(input, context);
      const [top = '', folded = ''] = comment.split(/\n<details>/, 2);
      const lines = top.split('\n').filter((text) => text.replaceAll('>', '').trim() !== '');
      expect(lines.length).toBeLessThanOrEqual(15);
      expect(lines[0]).toMatch(/^### \S+ Tollgate: /u);
      expect(top.match(/^> \[!/gm)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(folded).not.toMatch(/^\s*> \[!/m);
    },
  );

  test('counts what it leaves out', () => {
    const top = renderComment(crowded, context).split('<details>')[0];
    expect(top).toContain('… and 6 more');
    expect(top).toMatch(/> - … and 3\d more/);
  });
});

describe('size', () => {
  test('5,000 changes fit a comment, in whole rows, with the total and a count', () => {
    const comment = renderComment(
      many(5000, (n) => `module.m["${n}"].aws_instance.app`),
      context,
    );
    expect(comment.length).toBeLessThan(60_000);
    expect(comment).toMatch(/\| … and [\d,]+ more \|/);
    expect(comment).toContain('| **Total** |');
    expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
    for (const row of comment.split('\n').filter((text) => text.startsWith('| create')))
      expect(row).toMatch(/ \|$/);
    expect(comment.trimEnd()).toMatch(/<\/sub>$/);
  });

  test('hostile addresses do not break the budget', () => {
    const comment = renderComment(
      many(5000, () => '|'.repeat(5000)),
      context,
    );
    expect(comment.length).toBeLessThan(60_000);
  });

  test('a summary holds more, and less than 1 MiB', () => {
    const input = many(20_000, (n) => `aws_instance.größe_${n}`);
    const summary = renderSummary(input, context);
    expect(summary.length).toBeGreaterThan(renderComment(input, context).length);
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
  });
});

test('a result without anything to tell says so', () => {
  const comment = renderComment(result(), context);
  expect(comment).toContain('no longer changes cost');
  expect(comment).toContain('✅');
  expect(comment).not.toContain('[!');
});

test('hostile text opens no markup, mention, reference or comment', () => {
  const bare = renderComment(hostile, { ...context, filesUrl: 'https://example.com/' })
    .replaceAll(/\\[\\`]/g, '')
    .replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '')
    .replaceAll(/\]\(https:\/\/example\.com\/[^)\s]*\)/g, ']');
  expect(bare).not.toMatch(/@\w/);
  expect(bare).not.toMatch(/(?<!&)#\d/);
  expect(bare).not.toMatch(/<!--|<script|<img/);
  expect(bare).not.toMatch(/https?:\/\//);
  expect(bare).not.toMatch(/(?<!\\)\]\(/);
  expect(bare).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(bare.replaceAll(/<\/?(?:details|summary|sub|code)>/g, '')).not.toMatch(/<\w/);
});

test('each table row has as many cells as its head', () => {
  let cells = 0;
  for (const text of renderComment(hostile, context).split('\n')) {
    const row = text.replaceAll(/\\\|/g, '');
    if (!row.startsWith('| ')) cells = 0;
    else if (cells === 0) cells = row.split('|').length;
    else expect(row.split('|').length).toBe(cells);
  }
});

test('a reason that a finding tells already is not told twice', () => {
  const findings = [finding({ policyId: 'p', title: 'Tags', message: 'No owner.' })];
  const reasons = ['Tags (hard): No owner.', 'Waits for finance.'];
  const comment = renderComment(result({ findings, verdict: { state: 'fail', reasons } }), context);
  expect(comment).not.toContain('Tags (hard)');
  expect(comment).toContain('> **Waits for finance.**');
  expect(comment).toContain('> - **Tags**: No owner.');
});

test('an unknown price before the change is told, with its reason', () => {
  const change = costed('update', 'a.b', {
    base: cost('a.b', [unknownLine('Hours', 'no such type')], 'unpriced'),
    head: cost('a.b', [line('Hours', range('1'), '5', 'hours')]),
  });
  const comment = renderComment(result({ changes: [change], unpricedChanges: 1 }), context);
  expect(comment).toContain('| update | `a.b` | unknown | $5.00 | unknown | D → A |');
  expect(comment).toContain('`a.b` Hours (before the change): no such type');
});

test('secrets are nowhere', () => {
  expect(renderSummary(unknown, context)).not.toContain('hunter');
});

test.each([
  ['pass', 'success'],
  ['warn', 'neutral'],
  ['pending', 'action_required'],
  ['fail', 'failure'],
  ['error', 'failure'],
] as const)('a check run of %s concludes %s', (state, conclusion) => {
  const check = checkOutput({ ...grown, verdict: { state, reasons: [] } }, context);
  expect(check.conclusion).toBe(conclusion);
  expect(check.title).toContain('+$252.25/mo (+61.2%)');
  expect(check.summary.length).toBeLessThanOrEqual(65_535);
  expect(check.annotations.length).toBe(2);
});
