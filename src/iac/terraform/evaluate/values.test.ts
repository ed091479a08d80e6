import { expect, test } from 'vitest';
import { SourceText } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import { equals, sameValue } from './equal.ts';
import { known, list, map, object, text, tuple, unknown } from './make.ts';
import { markSensitive } from './marks.ts';
import { MAX_ORIGINS, joinOrigins, withOrigin } from './origin.ts';
import { toPlain } from './plain.ts';
import { evaluateText } from './vectors/evaluate-text.ts';

const source = new SourceText('main.tf', 'x'.repeat(100));
const span = (at: number): { source: SourceText; start: number; end: number } => ({
  source,
  start: at,
  end: at + 1,
});
const u = unknown('data-source', { detail: 'data.aws_ami.x' });

/** Two values, what `==` says of them, and whether a provider can tell them apart. */
const PAIRS: readonly (readonly [Value, Value, string, string])[] = [
  [known(80), known('80'), 'different', 'same'],
  [known(true), known('true'), 'different', 'same'],
  [tuple([text('a')]), list([text('a')], 'string'), 'different', 'same'],
  [object({ a: text('x') }), map(new Map([['a', text('x')]]), 'string'), 'different', 'same'],
  [known(null), known(null), 'same', 'same'],
  [known(null), known(''), 'different', 'different'],
  [known({ a: 1 }), known({ a: 1, b: null }), 'different', 'different'],
  [u, known('x'), 'unknown', 'unknown'],
  [u, u, 'unknown', 'unknown'],
  [object({ a: u, b: text('x') }), object({ a: u, b: text('y') }), 'different', 'different'],
  [{ ...object({}), rest: { reason: 'data-source' } }, object({ a: text('x') }), 'unknown', 'unknown'],
  [
    { ...tuple([text('a')]), rest: { reason: 'data-source' } },
    tuple([text('b'), text('c')]),
    'different',
    'different',
  ],
  [unknown('data-source', { candidates: [text('a'), text('b')] }), text('c'), 'different', 'different'],
  [unknown('data-source', { prefix: 'arn:' }), text('x'), 'different', 'different'],
];

test.each(PAIRS)('equality %#', (a, b, strict, loose) => {
  expect([equals(a, b), equals(b, a)]).toEqual([strict, strict]);
  expect([sameValue(a, b), sameValue(b, a)]).toEqual([loose, loose]);
});

test('plain data marks what is unknown and what must not be shown', () => {
  const value = object({
    b: u,
    a: tuple([known(1), markSensitive(text('hunter2'))]),
    big: evaluateText('9007199254740993').value,
    open: { ...object({ k: text('v') }), rest: { reason: 'data-source' } },
    pick: unknown('no-variable-value', { candidates: [text('m5'), text('t3')] }),
  });
  expect(JSON.stringify(toPlain(value))).toBe(
    '{"a":[1,{"$sensitive":true}],"b":{"$unknown":"data-source","detail":"data.aws_ami.x"},"big":"9007199254740993",' +
      '"open":{"k":"v","$rest":"data-source"},"pick":{"$unknown":"no-variable-value","candidates":["m5","t3"]}}',
  );
});

test('origins keep the first and the last places, once each', () => {
  let value: Value = text('a');
  for (let i = 0; i < 40; i++) value = withOrigin(withOrigin(value, span(i)), span(i));
  expect(value.origin).toHaveLength(MAX_ORIGINS);
  expect(value.origin.map(({ start }) => start)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 32, 33, 34, 35, 36, 37, 38, 39,
  ]);
  expect(
    joinOrigins([text('a', [span(1)]), text('b', [span(1), span(2)])], span(3)).map((s) => s.start),
  ).toEqual([1, 2, 3]);
});

test('a value names the literal that it comes from, and the reference that brought it', () => {
  const literal = withOrigin(text('m5.large'), span(50));
  const { value } = evaluateText('x', { names: { x: literal } });
  expect(value.origin.map(({ start, end }) => [start, end])).toEqual([
    [50, 51],
    [0, 1],
  ]);
});
