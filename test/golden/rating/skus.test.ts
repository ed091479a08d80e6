import { describe, expect, it } from 'vitest';

import { priceOf } from './price.ts';
import { plain, sourceOf, vectorFiles, type Group, type SkuCase } from './vectors.ts';

const files = vectorFiles();
const all = files.flatMap((file) => file.groups.map((group) => ({ source: sourceOf(file, group), group })));

describe.each(files.filter(({ groups }) => groups.some((group) => 'sku' in group)))(
  'prices of worked examples in $file',
  ({ groups }) => {
    it.each(groups.flatMap(casesOf))('$title', ({ sku, example }) => {
      const { expect: ours, differs } = example;
      expect(priceOf(sku, example)).toBe(plain(ours));
      expect(differs && plain(differs.theirs)).not.toBe(plain(ours));
    });
  },
);

describe('the worked examples', () => {
  it('each name the page or file that they are from', () => {
    expect(all.filter(({ source }) => !/^https:\/\/[a-z.]+\/\S+$/.test(source))).toEqual([]);
  });

  it('are of all ten models', () => {
    const models = [...JSON.stringify(all).matchAll(/"model":"(\w+)"/g)].map(([, model]) => model);
    expect([...new Set(models)].sort()).toEqual([
      'capacity',
      'dynamic',
      'flat',
      'graduated',
      'graduatedPercentage',
      'package',
      'perUnit',
      'percentage',
      'stairstep',
      'volume',
    ]);
  });

  it('are many', () => {
    const cases = all.flatMap(({ group }): readonly object[] => group.cases);
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });
});

function casesOf(group: Group) {
  if (!('sku' in group)) return [];
  return group.cases.map((example) => ({ title: titleOf(group.name, example), sku: group.sku, example }));
}

function titleOf(name: string, { quantity, amounts }: SkuCase): string {
  return `${name}: ${quantity ?? `amounts of ${amounts?.join(', ') ?? 'none'}`}`;
}
