import { describe, expect, test } from 'vitest';
import { range } from '../../test/golden/render/build.ts';
import { decimal } from '../lib/decimal.ts';
import { bounds, monthlyDelta, moneyRange } from './money.ts';

test('a monthly delta carries its sign and period', () => {
  expect(monthlyDelta(decimal('132.571'), 'USD')).toBe('+$132.57/mo');
});

describe('ranges', () => {
  test.each([
    [range('20', '12', '40'), '+$20.00 (+$12.00 – $40.00)'],
    [range('-1', '-5', '3'), '-$1.00 (-$5.00 – +$3.00)'],
    [range('-3', '-2', '-4'), '-$3.00 (-$4.00 – -$2.00)'],
    [range('7'), '+$7.00'],
    [range('0', '0', '3'), '$0.00 ($0.00 – $3.00)'],
  ])('%#', (figure, expected) => {
    expect(moneyRange(figure, 'USD', { signed: true })).toBe(expected);
  });

  test('without signs', () => {
    expect(bounds(range('20', '12', '40'), 'EUR')).toBe('EUR 12.00 – EUR 40.00');
  });
});
