import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { loadBilling } from '../load.ts';
import { nearProfiles } from './near-profiles.ts';

/** A profile that sells things, each at its price. */
const profile = (id: string, prices: readonly number[], cutoff = 'P3D') => `kind: BillingProfile
schemaVersion: 1
id: ${id}
version: 1.0.0
lifecycle: published
environment: prod
owner: { accountable: '@jane' }
effective: { from: 2026-01-01T00:00:00Z }
currency: USD
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: ${cutoff}
timezone: UTC
skus:
${prices.map((unit, index) => `  - { id: sku-${index}, name: S, unit: call, meter: { aggregate: sum }, price: { model: perUnit, unit: '${unit}' } }\n`).join('')}`;

function near(all: Readonly<Record<string, string>>, touched: readonly string[]) {
  const files = Object.entries(all).map(([id, text]): [string, string] => [
    `billing/profiles/${id}.yaml`,
    text,
  ]);
  const { documents, diagnostics } = loadBilling(memoryTree(Object.fromEntries(files)));
  expect(diagnostics).toEqual([]);
  return nearProfiles(
    documents,
    documents.filter(({ id }) => touched.includes(id)),
  ).map(({ subject, other, differing }) => [subject, other, ...differing]);
}

describe('profiles that are almost alike', () => {
  it('are found among any number of them', () => {
    const many = Array.from({ length: 700 }, (_, index): [string, string] => {
      const id = `p-${String(index).padStart(3, '0')}`;
      return [id, profile(id, [index, index, index])];
    });
    const all = { ...Object.fromEntries(many), 'z-last': profile('z-last', [650, 650, 1]) };
    expect(near(all, ['z-last'])).toEqual([['z-last', 'p-650', 'skus[sku-2].price.unit']]);
    expect(near(all, ['p-650', 'p-649'])).toEqual([['p-650', 'z-last', 'skus[sku-2].price.unit']]);
  });

  it('are those that a comparison of all pairs finds', () => {
    const prices = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(prices, fc.constantFrom('P3D', 'P4D')), { minLength: 2, maxLength: 8 }),
        (made) => {
          const ids = made.map((_, index) => `p-${index}`);
          const all = Object.fromEntries(
            made.map(([units, cutoff], index) => [`p-${index}`, profile(`p-${index}`, units, cutoff)]),
          );
          const apart = (a: number, b: number) => {
            const [[left = [], one] = [], [right = [], two] = []] = [made[a], made[b]];
            return left.filter((unit, index) => unit !== right[index]).length + Number(one !== two);
          };
          const expected = ids.flatMap((id, index) => {
            const others = ids.map((_, other) => other).filter((other) => other !== index);
            const [best = -1] = others.toSorted((a, b) => apart(index, a) - apart(index, b) || a - b);
            return apart(index, best) > 2 ? [] : [[id, `p-${best}`, apart(index, best)]];
          });
          const found = near(all, ids).map(([id, other, ...differing]) => [id, other, differing.length]);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
