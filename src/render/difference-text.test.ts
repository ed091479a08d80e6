import { expect, test } from 'vitest';
import { difference, secret, text } from '../../test/golden/render/build.ts';
import { SourceText } from '../model/source.ts';
import type { Value } from '../model/value.ts';
import { differenceText } from './difference-text.ts';

test('a secret on one side hides the other', () => {
  expect(differenceText(difference('password', text('old'), secret('new')))).toEqual({
    base: '(sensitive)',
    head: '(sensitive)',
  });
  expect(differenceText(difference('password', undefined, secret('new')))).toEqual({
    base: '(not set)',
    head: '(sensitive)',
  });
});

const set = (items: readonly string[]): Value => ({
  kind: 'set',
  items: items.map((item) => text(item)),
  origin: [],
});
const written = (expression: string): Value => ({
  kind: 'unknown',
  reason: 'no-variable-value',
  detail: 'var.n',
  origin: [{ source: new SourceText('main.tf', expression), start: 0, end: expression.length }],
});

test('of long texts the part that differs is shown', () => {
  const policy = (action: string): Value => text(`${'a'.repeat(500)}\n${action}${'b'.repeat(500)}`);
  const { base, head } = differenceText(difference('policy', policy('s3:Get'), policy('s3:*')));
  expect(base).toMatch(/^…a{35}\\ns3:Getb+…$/);
  expect(head).toMatch(/^…a{35}\\ns3:\*b+…$/);
  expect([base.length, head.length]).toEqual([120, 120]);
});

test.each<[string, Value, Value, RegExp, RegExp]>([
  ['the end of a text', text('a'.repeat(500)), text(`${'a'.repeat(500)}b`), /^…a{40}"$/, /^…a{40}b"$/],
  [
    'a later part of a set',
    set(['a', 'b', 'c', 'd', 'e', 'x']),
    set(['a', 'b', 'c', 'd', 'e', 'y']),
    /"e", "x"/,
    /"e", "y"/,
  ],
  ['a short text', text('a'), text('b'), /^"a"$/, /^"b"$/],
  [
    'the beginning of a long text',
    text(`x${'a'.repeat(500)}`),
    text(`y${'a'.repeat(500)}`),
    /^"xa+…$/,
    /^"ya+…$/,
  ],
  [
    'what is unknown and written otherwise',
    written('var.n'),
    written('var.n * 10'),
    /^var\.n \(unknown: /,
    /^var\.n \* 10 \(unknown: /,
  ],
])('what differs is seen: %s', (_, before, after, base, head) => {
  const shown = differenceText(difference('x', before, after));
  expect(shown.base).toMatch(base);
  expect(shown.head).toMatch(head);
});

test('a part of a character is not shown', () => {
  const face = (more: string): Value => text(`${'😀'.repeat(99)}${more}`);
  expect(differenceText(difference('x', face('a'), face('b'))).base).not.toContain('\uFFFD');
});
