import { expect, it } from 'vitest';
import { csvRows } from './focus-csv.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+49 1', "'+49 1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['-', "'-"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['=HYPERLINK("http://a.example","x")', '"\'=HYPERLINK(""http://a.example"",""x"")"'],
  ['-12.50', '-12.50'],
  ['-3', '-3'],
  ['t-100', 't-100'],
  ['a=b', 'a=b'],
  ['the "new" plan', '"the ""new"" plan"'],
  ['two\nlines', '"two\nlines"'],
])('writes %j as %j', (text, field) => {
  expect(csvRows(['id', 'rest'], [{ id: text, rest: null }])).toBe(`${field},\n`);
});
