import { expect, test } from 'vitest';
import { decimal } from '../../../lib/decimal.ts';
import { Gatherer } from '../lists/gatherer.ts';
import { giveRow, type PricedRow } from './give-row.ts';
import type { ListRule } from './list-rule.ts';
import { RuleSet } from './rule-set.ts';

/** What the tiers of one SKU in r1 come to by a rule: prices of the book, and what keys without one have instead. */
function given(
  more: Partial<ListRule>,
  tiers: Readonly<Record<string, string>>,
  row: Partial<PricedRow> = {},
) {
  const rule = { where: {}, key: 'k', unit: 'request', ...more };
  const rules = new RuleSet([{ provider: 'aws', service: 's', offers: ['O'], rows: [rule] }]);
  const gatherer = new Gatherer();
  for (const [from, price] of Object.entries(tiers)) {
    const tier = { from: decimal(from), price: decimal(price) };
    const base = { fields: {}, region: 'r1', unit: 'Requests', currency: 'USD', sku: 'S' };
    giveRow(rules, { ...base, ...tier, ...row }, gatherer);
  }
  const { prices, conflicts } = gatherer.content();
  return {
    cells: prices.flatMap(({ region, cells }) => cells.map(({ tiers }) => `${region} ${tiers}`)),
    conflicts: conflicts.map(({ region, prices }) => `${region} ${prices.join('; ')}`),
  };
}

test('one price after the allowance of the account holds from 0', () => {
  expect(given({ allowance: 100 }, { 0: '0', 100: '0.09' })).toEqual({ cells: ['r1 0.09'], conflicts: [] });
});

test('several prices after the allowance of the account are none', () => {
  expect(given({ allowance: 100 }, { 0: '0', 100: '0.09', 10240: '0.085' })).toEqual({
    cells: [],
    conflicts: [
      "r1 0.09 (S); a tier that is left out: a tier begins neither at 0 nor at the account's allowance of 100",
    ],
  });
});

test('a price stands where the rule says, and so does the lack of one', () => {
  expect(given({ region: 'global' }, { 0: '1', 100: '0.5' }).cells).toEqual(['global 1 100:0.5']);
  const lacking = { region: 'global', allowance: 100 };
  expect(given(lacking, { 100: '1', 200: '0.5' }).conflicts).toEqual([expect.stringMatching(/^global 1/)]);
});
