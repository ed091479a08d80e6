import { describe, expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { compare, edit, published } from '../../../test/golden/billing/compare.ts';
import { openCatalogue } from '../resolve/catalogue.ts';

const SUPPORT = "price: { model: flat, amount: '99' }";
const CONVERT = "convert: { op: divide, factor: '1000' }";

/** The profile with another price of its third SKU, and with more keys of that. */
const priced = (price: string, ...more: readonly string[]) =>
  edit(published, [SUPPORT, [`price: ${price}`, ...more].join('\n    ')]);

const found = (...given: Parameters<typeof priced>) =>
  compare(undefined, priced(...given)).diagnostics.map(
    ({ severity, code, source, message, hint }) =>
      `${severity} ${code} ${source?.start.line ?? 0}:${source?.start.column ?? 0} ${message} ${hint ?? ''}`,
  );

const PERCENTAGE = "{ model: percentage, rate: '1' }";
const capacity = (key: string) =>
  `{ model: capacity, tiers: [{ limits: { ${key}: '5' }, price: '10' }, { limits: {}, price: '50' }] }`;

describe('conversion and free quantity where the price does not go by the quantity', () => {
  it.each([
    ["{ model: flat, amount: '99' }", 'a flat price is the same for any quantity.'],
    [PERCENTAGE, 'a percentage price goes by the amounts of events.'],
    ["{ model: dynamic, multiplier: '1' }", 'a dynamic price goes by the amounts of events.'],
    [
      "{ model: graduatedPercentage, tiers: [{ upTo: null, rate: '1' }] }",
      'a graduatedPercentage price goes by the amounts of events.',
    ],
    [capacity('seats'), 'a capacity price has no limit of support itself.'],
  ])('%s', (price, expected) => {
    expect(found(price, CONVERT)).toEqual([
      `warning without-effect 42:5 "convert" changes nothing: ${expected} Take it out.`,
    ]);
    expect(found(price, "freeQuantity: '0'")).toEqual([]);
  });

  it.each([
    "{ model: perUnit, unit: '1' }",
    "{ model: package, size: '10', price: '1' }",
    capacity('support'),
  ])('says nothing where it does: %s', (price) => {
    expect(found(price, CONVERT, "freeQuantity: '5'")).toEqual([]);
  });

  it('names what a percentage has instead', () => {
    expect(found(PERCENTAGE, "freeQuantity: '5'")).toEqual([
      'warning without-effect 42:5 "freeQuantity" changes nothing: a percentage price goes by the amounts of events. Take "freeEvents" or "freeAmount" of the price for what is free.',
    ]);
  });

  it('is a warning: the file is read, and what it said before is not told', () => {
    const content = priced(PERCENTAGE, CONVERT);
    const catalogue = openCatalogue(memoryTree({ 'billing/profiles/standard.yaml': content }));
    expect(catalogue.profile('standard@1.2.0')?.terms.skus).toHaveLength(3);
    expect(catalogue.diagnostics).toHaveLength(1);
    expect(compare(content, published).diagnostics).toEqual([]);
  });
});
