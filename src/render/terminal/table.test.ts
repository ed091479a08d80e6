import { expect, it } from 'vitest';

import { paint } from './ansi.ts';
import { tableLines } from './table.ts';

const look = paint(false);
const rows = [
  ['Hash', 'abc'],
  ['Commit', 'def'],
];

it('has a line of titles where a column has one', () => {
  const columns = [{ title: 'Invoice' }, { title: '' }];
  expect(tableLines({ kind: 'table', columns, rows }, 40, look)).toEqual([
    'Invoice',
    'Hash     abc',
    'Commit   def',
  ]);
});

it('has no empty line in the place of titles', () => {
  const columns = [{ title: '' }, { title: '' }];
  expect(tableLines({ kind: 'table', columns, rows }, 40, look)).toEqual(['Hash    abc', 'Commit  def']);
});

it('makes columns of text narrower than a word where the table is too wide else', () => {
  const columns = [{ title: 'Where' }, { title: 'Amount', align: 'right' as const }];
  const place = 'billing/profiles/storefront.yaml:5';
  const lines = tableLines({ kind: 'table', columns, rows: [[place, '+$1,234,567.89']] }, 24, look);
  expect(Math.max(...lines.map((line) => line.length))).toBe(24);
  expect(lines.map((line) => line.slice(0, 8).trimEnd()).join('')).toBe(`Where${place}`);
  expect(lines[1]).toMatch(/ {2}\+\$1,234,567\.89$/);
});

it('breaks no number, be it in a column of text', () => {
  const columns = [{ title: 'What' }, { title: 'Before' }];
  const lines = tableLines(
    { kind: 'table', columns, rows: [['skus[api].price.unit', '0.00000123456 each']] },
    20,
    look,
  );
  expect(lines).toContainEqual(expect.stringMatching(/ 0\.00000123456$/));
});
