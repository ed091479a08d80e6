import { describe, expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { Sku } from '../../model/billing/terms.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { risingSlices, volumeDrops, type RisingSlice, type VolumeDrop } from './drops.ts';
import { profile, sku } from './test-support/world.ts';

function skuWith(price: string): Sku {
  const [found] = openCatalogue(
    memoryTree(profile('api', '1.0.0', `skus:\n${sku('calls', price)}`)),
  ).profiles;
  const [first] = found?.terms.skus ?? [];
  if (first === undefined) throw new Error('no SKU');
  return first;
}

const texts = (found: readonly (VolumeDrop | RisingSlice)[]) =>
  found.map(({ bound, before, after }) => [bound, before, after].map((value) => value.toFixed()).join(' '));

describe('volumeDrops', () => {
  it('finds where more costs less', () => {
    // 1000 x 0.1 = 100, but just above all of it is 0.08: 80. At 5000 it rises from 400 to 400 + 50.
    const price =
      "{ model: volume, tiers: [{ upTo: '1000', unit: '0.1' }, { upTo: '5000', unit: '0.08' }, { upTo: null, unit: '0.08', flat: '50' }] }";
    expect(texts(volumeDrops(skuWith(price)))).toEqual(['1000 100 80']);
  });

  it('finds a stair that goes down, and none in a graduated price', () => {
    const stairs =
      "{ model: stairstep, zeroUsageFlat: false, tiers: [{ upTo: '10', flat: '5' }, { upTo: '20', flat: '4' }, { upTo: null, flat: '9' }] }";
    expect(texts(volumeDrops(skuWith(stairs)))).toEqual(['10 5 4']);
    const graduated = "{ model: graduated, tiers: [{ upTo: '10', unit: '5' }, { upTo: null, unit: '1' }] }";
    expect(volumeDrops(skuWith(graduated))).toEqual([]);
  });
});

describe('risingSlices', () => {
  it('finds where the next unit costs more', () => {
    const price =
      "{ model: graduated, tiers: [{ upTo: '10', unit: '5' }, { upTo: '20', unit: '1' }, { upTo: null, unit: '2' }] }";
    expect(texts(risingSlices(skuWith(price)))).toEqual(['20 1 2']);
    const rates =
      "{ model: graduatedPercentage, tiers: [{ upTo: '100', rate: '1' }, { upTo: null, rate: '1.5' }] }";
    expect(texts(risingSlices(skuWith(rates)))).toEqual(['100 1 1.5']);
    expect(
      risingSlices(
        skuWith("{ model: volume, tiers: [{ upTo: '10', unit: '1' }, { upTo: null, unit: '2' }] }"),
      ),
    ).toEqual([]);
  });
});
