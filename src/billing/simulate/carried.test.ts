import { expect, it } from 'vitest';

import { bound, change, only, perUnit, profile, sku, skuTexts, text } from './test-support/world.ts';

it('counts what was used of a commitment in earlier billing periods of its own', () => {
  const world = (version: string, unit: string) => ({
    ...profile(
      'api',
      version,
      `skus:\n${sku('calls', perUnit(unit))}commitments:
  - { id: least, type: minSpend, amount: '350', period: quarter, trueUp: period }
`,
    ),
    ...bound({ acme: 'api@1.0.0' }),
  });
  const used = [1, 2, 3].map((month) => ({ customer: 'acme', key: 'calls', quantity: '1000', month }));
  const found = change(world('1.0.0', '0.1'), world('2.0.0', '0.12'), used);
  // 100 a month are 50 less than promised for the quarter, 120 a month are 10 more.
  expect(skuTexts(found)).toEqual(['api calls: 300 -> 360 (60)', 'api least: 50 -> 0 (-50)']);
  expect(text(only(found).revenue)).toBe('350 -> 360 (10)');
});
