import { describe, expect, it } from 'vitest';

import { asNumber, textReading } from './reading.ts';

/** The figure that a text stands for, or why there is none. */
function figure(text: string): string {
  const reading = asNumber(textReading(text), 'size');
  if (reading.kind === 'number') return reading.range.likely.toFixed();
  return reading.kind === 'unknown' ? reading.reason : reading.kind;
}

describe('a text where a number is asked', () => {
  it.each([
    ['100', '100'],
    ['0.5', '0.5'],
    ['1e5', '100000'],
    ['1E+5', '100000'],
    ['25e-1', '2.5'],
    ['+1000000', '1000000'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+.5e1', '5'],
    ['-0', '0'],
  ])('%s is %s, as Terraform converts it', (text, expected) => {
    expect(figure(text)).toBe(expected);
  });

  it.each(['-1', '-1e5', '1e99', '1e-99', '1e999', '+1e19'])('%s is no quantity', (text) => {
    expect(figure(text)).toMatch(/^size is (negative|out of range)$/);
  });

  it.each([
    '',
    '+',
    '.',
    'e5',
    '1e',
    ' 1',
    '1 ',
    '0x10',
    '1_000',
    '1,000',
    '--1',
    '+-1',
    '1e1000',
    'Inf',
    'NaN',
  ])('%j is none', (text) => {
    expect(figure(text)).toBe(`size: expected a number, found "${text}"`);
  });
});
