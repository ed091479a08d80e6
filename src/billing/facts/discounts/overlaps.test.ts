import { expect, it } from 'vitest';

import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { billingChanges } from '../../changes.ts';
import { openCatalogue } from '../../resolve/catalogue.ts';
import { NOW, profile, sku } from '../../simulate/test-support/world.ts';
import { overlapsOf, overlapWarnings } from './overlaps.ts';

/** As many discounts of everything, each with the precedence that is given for its place. */
function discounted(count: number, precedence: (at: number) => number) {
  const discounts = Array.from(
    { length: count },
    (_, at) =>
      `  - { id: d-${at}, type: percent, value: '1', precedence: ${precedence(at)}, stacking: stack, enabled: false }\n`,
  );
  const price = "{ model: perUnit, unit: '1' }";
  const body = `skus:\n${sku('calls', price)}discounts:\n${discounts.join('')}`;
  const tree = memoryTree(profile('api', '1.0.0', body));
  const head = openCatalogue(tree);
  const { changes } = billingChanges(memoryTree({}), tree, NOW);
  const pairs = head.profiles.flatMap(overlapsOf).map(({ first, second }) => `${first} ${second}`);
  return { pairs, warnings: overlapWarnings(head, changes).map(({ code, message }) => [code, message]) };
}

it('knows each pair of a few', () => {
  const { pairs, warnings } = discounted(3, (at) => at);
  expect(pairs).toEqual(['d-0 d-1', 'd-0 d-2', 'd-1 d-2']);
  expect(warnings).toEqual([]);
});

it('lists no more than 50 of many, what breaks the rule first, and says how many there are', () => {
  const { pairs, warnings } = discounted(200, (at) => (at === 198 ? 199 : at));
  expect(pairs).toHaveLength(50);
  expect(pairs[0]).toBe('d-198 d-199');
  expect(warnings).toEqual([
    ['many-overlaps', expect.stringMatching(/^Of the 19900 pairs of discounts of "api" .* judge 50, /)],
  ]);
});
