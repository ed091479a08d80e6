import { expect, test } from 'vitest';
import type { Value } from '../../../../model/value.ts';
import { SourceText } from '../../../../model/source.ts';
import { parseExpressionText } from '../../syntax/parse.ts';
import { evaluate } from '../expression.ts';
import { MAX_WEIGHT } from '../limits.ts';
import { list, text } from '../make.ts';
import { markSensitive } from '../marks.ts';
import { traits } from '../traits.ts';
import { evaluateText, scopeOf } from './evaluate-text.ts';

const long = text('a'.repeat(1_000_000));
const names: Readonly<Record<string, Value>> = {
  long,
  many: list(
    Array.from({ length: 60_000 }, () => text('x')),
    'string',
  ),
  secret: markSensitive(text('hunter2')),
};

/** What would grow without bound ends as `evaluation-limit`. */
const LIMITED = [
  'concat(many, many)',
  'join(long, many)',
  'replace(long, "a", long)',
  '"${long}${long}${long}${long}${long}"',
  '[for x in many : [for y in many : y]]',
  'setproduct(many, many)',
  'regex("(a+)+b(c*)*(a|a)*{1}", "x")',
  'indent(1000000, join("\\n", many))',
  '[for x in many : long]',
  'jsonencode([for x in range(100) : long])',
  '1e900 * 1e900',
  'regex("(?:a{1000}){11}", "x")',
] as const;

test.each(LIMITED)('%s', (expression) => {
  const { value, diagnostics } = evaluateText(expression, { names });
  const codes = diagnostics.map(({ code }) => code);
  expect(value.kind).toBe('unknown');
  expect(codes.some((code) => code === 'evaluation-limit' || code === 'expression-error')).toBe(true);
});

test('a pattern that makes backtracking explode is matched in linear time', () => {
  const { value } = evaluateText(
    'can(regex("^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"))',
  );
  expect(value).toMatchObject({ kind: 'bool', value: false });
});

test('values that share parts stay small when they are written out', () => {
  const source = new SourceText('main.tf', '[x, x]');
  const { expression } = parseExpressionText(source);
  let value: Value = text('a');
  const kinds = new Set<string>();
  for (let i = 0; i < 60; i++) {
    value = evaluate(expression, scopeOf(source, { names: { x: value } }, []));
    kinds.add(value.kind);
    expect(traits(value).weight).toBeLessThanOrEqual(MAX_WEIGHT);
  }
  expect([...kinds]).toEqual(['tuple', 'unknown']);
});

test('a reference to itself ends', () => {
  const source = new SourceText('main.tf', '[x]');
  const { expression } = parseExpressionText(source);
  const codes = new Set<string>();
  const scope = {
    ...scopeOf(source, {}, []),
    report: ({ code }: { code: string }) => void codes.add(code),
    resolve: () => ({ value: evaluate(expression, scope), consumed: 0 }),
  };
  expect(evaluate(expression, scope).kind).toBe('tuple');
  expect([...codes]).toEqual(['evaluation-limit']);
});

test.each([
  'secret + 1',
  'tonumber(secret)',
  '{a = 1}[secret]',
  'regex(secret, "x")',
  'cidrhost(secret, 1)',
  'null[secret]',
  'templatestring("$${${secret}}", {})',
])('no message shows a sensitive value: %s', (expression) => {
  const { diagnostics } = evaluateText(expression, { names });
  expect(diagnostics).toHaveLength(1);
  expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
});

test('the problem of a template that is no file has the place of its call', () => {
  const { diagnostics } = evaluateText('templatestring("a $${nope}", {})');
  expect(diagnostics).toMatchObject([
    { message: 'There is nothing named "nope" here.', source: { file: 'main.tf', start: { column: 1 } } },
  ]);
});

test.each([
  'zipmap([secret], [1])',
  'keys({(secret) = 1})',
  '{for k in [secret] : k => 1}',
  'merge({(secret) = 1}, {})',
])('a sensitive key makes the whole sensitive: %s', (expression) => {
  expect(evaluateText(expression, { names }).value.sensitive).toBe(true);
});

test('an error has its place and says what was expected', () => {
  const { diagnostics } = evaluateText('[\n  1,\n  {a = 1}.b,\n]');
  expect(diagnostics).toEqual([
    {
      severity: 'error',
      code: 'expression-error',
      message: 'This object has no attribute "b".',
      source: { file: 'main.tf', start: { line: 3, column: 3 }, end: { line: 3, column: 12 } },
    },
  ]);
});

test('an error leaves the other parts of an object known', () => {
  const { value } = evaluateText('{a = 1, b = nope.x}');
  expect(value).toMatchObject({ kind: 'object' });
  if (value.kind !== 'object') return;
  expect(value.entries.get('a')).toMatchObject({ kind: 'number' });
  expect(value.entries.get('b')).toMatchObject({ kind: 'unknown', reason: 'error-in-expression' });
});

test('an unknown function is a warning and names itself', () => {
  const { value, diagnostics } = evaluateText('nosuch(1)');
  expect(value).toMatchObject({ reason: 'unsupported-function', detail: 'nosuch()' });
  expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'unsupported-function' }]);
});
