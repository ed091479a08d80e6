import { expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { boundsOf, jumpsOf } from './bounds.ts';
import { profile, sku } from './test-support/world.ts';

const tiers = "{ model: graduated, tiers: [{ upTo: '10', unit: '3' }, { upTo: null, unit: '1' }] }";

function sold(more: string) {
  const [found] = openCatalogue(
    memoryTree(profile('api', '1.0.0', `skus:\n${sku('calls', tiers, more)}`)),
  ).profiles;
  const [only] = found?.terms.skus ?? [];
  if (only === undefined) throw new Error('not resolved');
  return only;
}

it.each([
  // 5 units are free: the 6th is the first that is billed, and the 16th the first of the second tier.
  ['down', 'divide', '1000', ['6000', '16000']],
  ['halfUp', 'divide', '1000', ['5500', '15500']],
  ['up', 'divide', '1000', ['5000', '15000']],
  ['none', 'divide', '1000', ['5000', '15000']],
  ['down', 'multiply', '0.5', ['12', '32']],
])('jumps where rounding %s bills more: %s %s', (round, op, factor, expected) => {
  const one = sold(`freeQuantity: '5', convert: { op: ${op}, factor: '${factor}', round: ${round} }`);
  expect(jumpsOf(one).map(String)).toEqual(expected);
});

it('begins with the first unit that is billed where nothing is free', () => {
  const one = sold("convert: { op: divide, factor: '1000', round: down }");
  expect([jumpsOf(one), boundsOf(one)].map((list) => list.map(String))).toEqual([
    ['1000', '11000'],
    ['10000'],
  ]);
});
