import { expect, test } from 'vitest';
import { at, finding, result } from '../../test/golden/render/build.ts';
import { checkAnnotations } from './annotations.ts';

test('findings and diagnostics with a place become remarks; columns only within one line', () => {
  const input = result({
    findings: [
      finding({ policyId: 'p', title: 'T', message: 'no', fix: 'do', source: at('a.tf', 3) }),
      finding({ policyId: 'q', message: 'hm', status: 'warn', source: at('a.tf', 5, 9) }),
      finding({ policyId: 'r', message: 'nowhere' }),
    ],
    diagnostics: [
      { severity: 'error', code: 'bad', message: 'broken', source: at('b.tf', 1) },
      { severity: 'warning', code: 'odd', message: 'doubt' },
    ],
  });
  expect(checkAnnotations(input)).toEqual([
    {
      path: 'a.tf',
      startLine: 3,
      endLine: 3,
      startColumn: 1,
      endColumn: 10,
      level: 'failure',
      title: 'T (p, hard)',
      message: 'no\nFix: do',
    },
    { path: 'a.tf', startLine: 5, endLine: 9, level: 'warning', title: 'q (q, hard)', message: 'hm' },
    {
      path: 'b.tf',
      startLine: 1,
      endLine: 1,
      startColumn: 1,
      endColumn: 10,
      level: 'failure',
      title: 'bad',
      message: 'broken',
    },
  ]);
});

test('titles and messages keep within the limits of a check run', () => {
  const long = 'ä'.repeat(100_000);
  const [one] = checkAnnotations(
    result({
      findings: [finding({ policyId: long, title: long, message: long, fix: long, source: at('a', 1) })],
    }),
  );
  expect(one?.title.length).toBeLessThanOrEqual(255);
  expect(Buffer.byteLength(one?.message ?? '')).toBeLessThan(64 * 1024);
});
