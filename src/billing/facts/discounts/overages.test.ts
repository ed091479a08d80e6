import { expect, it } from 'vitest';

import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { openCatalogue } from '../../resolve/catalogue.ts';
import { profile, sku } from '../../simulate/test-support/world.ts';
import { overagesOf } from './overages.ts';

const price = "{ model: graduated, tiers: [{ upTo: '100', unit: '1' }, { upTo: null, unit: '0.5' }] }";

function overages(commitment: string, more = ''): string[] {
  const body = `skus:\n${sku('calls', price, more)}commitments:\n  - { id: reserved, period: month, trueUp: period, ${commitment} }\n`;
  const { profiles, diagnostics } = openCatalogue(memoryTree(profile('api', '1.0.0', body)));
  expect(diagnostics).toEqual([]);
  return profiles.flatMap(overagesOf).map(({ inside, above }) => `${inside.text} ${above.text}`);
}

it.each([
  // 100 x 1 + 100 x 0.5 = 150 for 200.
  ['a unit of the committed quantity on average', "type: quantity, amount: '200'", '$0.75 $0.60'],
  ['the first unit where money is committed', "type: minSpend, amount: '200'", '$1.00 $0.60'],
])('holds a rate above it against %s', (_, commitment, expected) => {
  expect(overages(`${commitment}, overage: { type: rate, value: '0.6' }, skus: [calls]`)).toEqual([expected]);
});

it.each([
  // 6,000 / 60 = 100 billed units at 1 each.
  ['converted', "convert: { op: divide, factor: '60' }", "type: quantity, amount: '6000'", ['$1.00 $0.60']],
  [
    'the first converted',
    "convert: { op: multiply, factor: '1000' }",
    "type: minSpend, amount: '9'",
    ['$1.00 $0.60'],
  ],
  // (60 x 1) / 60 of 200 metered.
  ['paid beside free', "freeQuantity: '140'", "type: quantity, amount: '200'", ['$1.00 $0.60']],
  ['the first paid', "freeQuantity: '140'", "type: minSpend, amount: '9'", ['$1.00 $0.60']],
  [
    'the first paid above what is free',
    "freeQuantity: '300'",
    "type: quantity, amount: '200'",
    ['$1.00 $0.60'],
  ],
])('takes units that are billed: %s', (_, more, commitment, expected) => {
  expect(overages(`${commitment}, overage: { type: rate, value: '0.6' }, skus: [calls]`, more)).toEqual(
    expected,
  );
});
