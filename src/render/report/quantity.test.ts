import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Price } from '../../model/cost.ts';
import { exactly } from '../../model/range.ts';
import { priceText } from './quantity.ts';

const price = (...tiers: [from: string, price: string][]): Price => ({
  ...{ provider: 'aws', service: 'ebs', region: 'us-east-1', key: 'k', currency: 'USD', unit: 'IOPS-month' },
  ...{ asOf: '2026-01-01', source: 's' },
  tiers: tiers.map(([from, amount]) => ({ from: decimal(from), price: decimal(amount) })),
});
const iops = price(['0', '0'], ['3000', '0.005']);
const many = price(['0', '6'], ['10', '5'], ['20', '4'], ['30', '3'], ['40', '2'], ['50', '1']);

describe('a price', () => {
  it.each<[string, Price, string | null, string]>([
    ['without tiers', price(['0', '0.0001']), '5', '$0.0001 per IOPS-month'],
    ['that reaches a further tier', iops, '6000', '$0.00 per IOPS-month to 3,000, then $0.005'],
    ['that does not, not even at the bound', iops, '3000', '$0.00 per IOPS-month to 3,000'],
    ['of no quantity', iops, '0', '$0.00 per IOPS-month to 3,000'],
    ['of an unknown quantity', iops, null, '$0.00 per IOPS-month to 3,000, then $0.005'],
    [
      'with many tiers',
      many,
      '51',
      '$6.00 per IOPS-month to 10, then $5.00 to 20, then $4.00 to 30, then $3.00 to 40, then 2 more tiers',
    ],
    ['without any', price(), '1', 'unknown'],
  ])('%s', (_, one, quantity, text) => {
    expect(priceText(one, quantity === null ? null : exactly(decimal(quantity)))).toBe(text);
  });

  it('tells the tiers that the highest of a range reaches', () => {
    const range = { low: decimal('1'), likely: decimal('2'), high: decimal('11') };
    expect(priceText(many, range)).toBe('$6.00 per IOPS-month to 10, then $5.00 to 20');
  });
});
