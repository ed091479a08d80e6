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
