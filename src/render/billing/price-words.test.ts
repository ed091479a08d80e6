import { expect, it } from 'vitest';

import type { JsonObject } from '../../lib/json.ts';
import { priceWords } from './price-words.ts';

const tier = (upTo: string | null, prices: JsonObject) => ({ upTo, ...prices });

it.each<[JsonObject, string]>([
  [{ model: 'flat', amount: '49' }, 'flat 49'],
  [{ model: 'perUnit', unit: '0.11' }, 'per unit 0.11'],
  [{ model: 'package', size: '1000', price: '5' }, '5 per package of 1,000'],
  [{ model: 'percentage', rate: '2.9' }, '2.9% of events'],
  [{ model: 'percentage', rate: '2.9', fixed: '0.30' }, '2.9% of events plus 0.30'],
  [{ model: 'dynamic', multiplier: '1.2' }, 'event amounts times 1.2'],
  [
    { model: 'volume', tiers: [tier('100000', { unit: '0.2', flat: '5' }), tier(null, { unit: '0.1' })] },
    'volume: to 100,000 0.2 plus 5, above 0.1',
  ],
  [
    { model: 'stairstep', tiers: [tier('10', { flat: '90' }), tier(null, { flat: '150' })] },
    'stairstep: to 10 90, above 150',
  ],
  [
    {
      model: 'graduatedPercentage',
      tiers: [tier('500.5', { rate: '3' }), tier(null, { rate: '2', flat: '1' })],
    },
    'graduatedPercentage: to 500.5 3%, above 2% plus 1',
  ],
  [
    {
      model: 'capacity',
      tiers: [
        { limits: { seats: '10', calls: '5000' }, price: '90' },
        { limits: {}, price: '400' },
      ],
    },
    'capacity: seats 10 and calls 5,000 for 90, above for 400',
  ],
])('%j', (price, words) => {
  expect(priceWords(price)?.words).toBe(words);
});

it('says nothing of what is no price', () => {
  expect(priceWords({ model: 'linear', unit: '1' })).toBeUndefined();
  expect(priceWords({ model: 'flat' })).toBeUndefined();
});

it('leaves to others what it does not say', () => {
  expect(priceWords({ model: 'percentage', rate: '2', min: '1' })?.keys).toEqual(['model', 'rate', 'fixed']);
});
