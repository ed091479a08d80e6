import { expect, it } from 'vitest';

import { bound, change, only, perUnit, profile, sku, skuTexts, text } from './test-support/world.ts';

const VAT = {
  'billing/tax/vat.yaml':
    "kind: TaxTable\nschemaVersion: 1\nid: vat\nversion: 1.0.0\nlifecycle: published\nowner: { accountable: '@jane' }\neffective: { from: 2026-01-01T00:00:00Z }\nrows:\n  - { jurisdiction: DE, category: standard, rate: '25', inclusive: true, from: 2026-01-01T00:00:00Z }\n",
};
const used = [{ customer: 'acme', key: 'calls', quantity: '1000' }];

function taxed(version: string, unit: string, rest: string) {
  const body = `skus:\n${sku('calls', perUnit(unit))}${rest}taxes: vat@1.0.0\n`;
  return { ...profile('api', version, body), ...bound({ acme: 'api@1.0.0, jurisdiction: DE' }), ...VAT };
}

it('takes the tax within what a commitment charges out of that', () => {
  const least = "commitments:\n  - { id: least, type: minSpend, amount: '200', period: month }\n";
  const found = change(taxed('1.0.0', '0.1', least), taxed('2.0.0', '0.12', least), used);
  // With tax 100 + 100, then 120 + 80: a fifth of each is tax.
  expect(skuTexts(found)).toEqual(['api calls: 80 -> 96 (16)', 'api least: 80 -> 64 (-16)']);
  expect(text(only(found).revenue)).toBe('160 -> 160 (0)');
});

it('counts discounts without the tax that is in them', () => {
  const promo = "discounts:\n  - { id: promo, type: percent, value: '10', precedence: 1, stacking: stack }\n";
  const found = change(taxed('1.0.0', '0.1', promo), taxed('2.0.0', '0.12', promo), used);
  // With tax 10 and 12.
  expect(text(only(found).discounts)).toBe('8 -> 9.6 (1.6)');
  expect(text(only(found).revenue)).toBe('72 -> 86.4 (14.4)');
});

it('takes from each line the tax of its own category', () => {
  const path = 'billing/tax/vat.yaml';
  const row = (category: string, rate: string) =>
    `  - { jurisdiction: DE, category: ${category}, rate: '${rate}', inclusive: true, from: 2026-01-01T00:00:00Z }\n`;
  const files = (version: string, unit: string) => ({
    ...taxed(
      version,
      unit,
      `${sku('disk', perUnit('11'), 'taxCategory: reduced')}${sku('log', perUnit('5'), 'taxCategory: digital')}`,
    ),
    [path]: VAT[path] + row('reduced', '10') + row('digital', '25'),
  });
  const more = [...used, ...['disk', 'log'].map((key) => ({ customer: 'acme', key, quantity: '10' }))];
  // With tax 100 then 120 at 25 percent, 110 at 10, and 50 of another category at 25.
  const found = change(files('1.0.0', '0.1'), files('2.0.0', '0.12'), more);
  expect(skuTexts(found)).toEqual([
    'api calls: 80 -> 96 (16)',
    'api disk: 100 -> 100 (0)',
    'api log: 40 -> 40 (0)',
  ]);
});
