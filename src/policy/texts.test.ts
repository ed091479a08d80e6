import { describe, expect, it } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import { amountText, percentText } from './figure-text.ts';
import { percentagesJson } from './figures.ts';
import { jsonText } from './json-text.ts';
import type { Json } from './json-text.ts';
import { range } from './testdata/facts.ts';

describe('amountText', () => {
  it.each([
    ['0', 'USD', '$0.00'],
    ['1234567.005', 'USD', '$1,234,567.01'],
    ['-12.3', 'USD', '-$12.30'],
    ['999.999', 'EUR', 'EUR 1,000.00'],
    ['0.5', 'USD', '$0.50'],
    ['0.00042', 'USD', '$0.00042'],
    ['0.000123456', 'USD', '$0.000123'],
  ])('writes %s %s as %s', (amount, currency, text) => {
    expect(amountText(decimal(amount), currency)).toBe(text);
  });
});

describe('percentText', () => {
  it.each([
    ['12.5', '12.5%'],
    ['10', '10%'],
    ['33.333333', '33.3%'],
    ['-3.25', '-3.3%'],
    ['12345', '12,345%'],
  ])('writes %s as %s', (percent, text) => {
    expect(percentText(decimal(percent))).toBe(text);
  });
});

describe('percentagesJson', () => {
  it('is null where the base is 0, figure by figure', () => {
    expect(percentagesJson(range('1', '2', '3'), range('0', '4', '12'))).toEqual({
      low: null,
      likely: decimal('50'),
      high: decimal('25'),
      text: { low: null, likely: '50%', high: '25%' },
    });
  });

  it('is null where a side is unknown', () => {
    expect(percentagesJson(null, range('1'))).toMatchObject({ low: null, likely: null, high: null });
    expect(percentagesJson(range('1'), null)).toMatchObject({ low: null, likely: null, high: null });
  });
});

describe('jsonText', () => {
  it.each<[Json, string]>([
    [decimal('0.10000000000000000000000001'), '0.10000000000000000000000001'],
    [decimal('1e30'), '1000000000000000000000000000000'],
    [[1, null, true, 'a"b'], '[1,null,true,"a\\"b"]'],
    [{ 'é\n': [] }, '{"é\\n":[]}'],
    ['half \ud800 pair', '"half � pair"'],
    ['tab\t "quote" \u0001', '"tab\\t \\"quote\\" \\u0001"'],
    ['whole \u{1f600} pair', '"whole \u{1f600} pair"'],
    ['\\ud800 as text', '"\\\\ud800 as text"'],
  ])('writes %j', (value, text) => {
    expect(jsonText(value)).toBe(text);
  });
});
