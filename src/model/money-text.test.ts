import { describe, expect, test } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import { money, percent, quantity } from './money-text.ts';

describe('money', () => {
  test.each([
    ['1234567.891', 'USD', {}, '$1,234,567.89'],
    ['132.57', 'USD', { signed: true }, '+$132.57'],
    ['-4.2', 'USD', {}, '-$4.20'],
    ['-4.2', 'EUR', {}, '-EUR 4.20'],
    ['-0', 'USD', { signed: true }, '$0.00'],
    ['0', 'EUR', {}, 'EUR 0.00'],
    ['1234.5', 'JPY', {}, 'JPY 1,235'],
    ['0.4', 'JPY', {}, '<JPY 1'],
    ['1200', 'JPY', { exact: true }, 'JPY 1,200'],
    ['0.00333', 'JPY', { fine: true }, 'JPY 0.00333'],
    ['1.2345', 'KWD', {}, 'KWD 1.235'],
    ['1.2345', 'KWD', { fine: true }, 'KWD 1.235'],
    ['0.004', 'USD', {}, '<$0.01'],
    ['-0.004', 'USD', { signed: true }, '-<$0.01'],
    ['0.005', 'USD', {}, '$0.01'],
    ['0.0042', 'USD', { fine: true }, '$0.0042'],
    ['0.00042349', 'USD', { fine: true }, '$0.000423'],
    ['0.42', 'USD', { fine: true }, '$0.42'],
    ['0.4', 'USD', { fine: true }, '$0.40'],
    ['12.3456', 'USD', { fine: true }, '$12.35'],
    ['0.9999', 'USD', { fine: true }, '$1.00'],
    ['0.0000166667', 'USD', { exact: true }, '$0.0000166667'],
    ['1234.5', 'EUR', { exact: true }, 'EUR 1,234.50'],
    ['-1200', 'USD', { exact: true }, '-$1,200.00'],
    ['0.00000000000001', 'USD', { fine: true }, '<$0.000000000001'],
  ] as const)('%s %s %j', (amount, currency, style, expected) => {
    expect(money(decimal(amount), currency, style)).toBe(expected);
  });
});

test.each([
  ['33.14', { signed: true }, '+33.1%'],
  ['-0.04', { signed: true }, '-<0.1%'],
  ['0', { signed: true }, '0%'],
  ['12345.6', {}, '12,346%'],
  ['99.95', {}, '100%'],
  ['10', { signed: true }, '+10%'],
  ['-3.25', {}, '-3.3%'],
])('percent %s %j', (value, style, expected) => {
  expect(percent(decimal(value), style)).toBe(expected);
});

test.each([
  ['730', '730'],
  ['1500000', '1,500,000'],
  ['0.25', '0.25'],
  ['0.000012', '0.000012'],
  ['-3.5', '-3.5'],
  ['0', '0'],
])('quantity %s', (value, expected) => {
  expect(quantity(decimal(value))).toBe(expected);
});
