import { describe, expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { CapacityTier, Terms } from '../../model/billing/terms.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { splitTerms } from './split.ts';
import { perUnit, profile, sku } from './test-support/world.ts';

function terms(prices: Readonly<Record<string, string>>, rest = ''): Terms {
  const skus = Object.entries(prices).map(([id, unit]) => sku(id, perUnit(unit)));
  const [found] = openCatalogue(
    memoryTree(profile('api', '1.0.0', `skus:\n${skus.join('')}${rest}`)),
  ).profiles;
  if (found === undefined) throw new Error('no profile');
  return found.terms;
}

const ids = (side: Terms | null) => side?.skus.map(({ id }) => id).join(' ') ?? null;

function split(base: Terms, head: Terms) {
  const found = splitTerms(base, head);
  return [ids(found.shared), ids(found.base), ids(found.head)];
}

const OLD = { aa: '1', bb: '1', cc: '1' };
const NEW = { aa: '2', bb: '1', cc: '1' };

const discounts = (...lines: string[]) =>
  `discounts:\n${lines.map((line, index) => `  - { id: d${index}, value: '5', precedence: ${index}, ${line} }\n`).join('')}`;

describe('splitTerms', () => {
  it('shares what is alike', () => {
    expect(split(terms(OLD), terms(OLD))).toEqual(['aa bb cc', null, null]);
    expect(split(terms(OLD), terms(NEW))).toEqual(['bb cc', 'aa', 'aa']);
    expect(split(terms(OLD), terms({ ...OLD, dd: '1' }))).toEqual(['aa bb cc', '', 'dd']);
  });

  it('keeps together what a discount or a commitment ties together', () => {
    const tied = discounts('type: fixed, stacking: stack, skus: [aa, bb]');
    expect(split(terms(OLD, tied), terms(NEW, tied))).toEqual(['cc', 'aa bb', 'aa bb']);
    for (const limit of ["cap: '10'", "conditions: { minAmount: '5' }", "conditions: { minQuantity: '5' }"]) {
      const limited = discounts(`type: percent, stacking: stack, skus: [aa, bb], ${limit}`);
      expect(split(terms(OLD, limited), terms(NEW, limited))).toEqual(['cc', 'aa bb', 'aa bb']);
    }
    const spend =
      "commitments:\n  - { id: least, type: minSpend, amount: '10', period: month, skus: [aa, cc] }\n";
    expect(split(terms(OLD, spend), terms(NEW, spend))).toEqual(['bb', 'aa cc', 'aa cc']);
    const all = "commitments:\n  - { id: least, type: minSpend, amount: '10', period: month }\n";
    expect(split(terms(OLD, all), terms(NEW, all))).toEqual([null, 'aa bb cc', 'aa bb cc']);
  });

  it('keeps together what looks at the same usage', () => {
    const metered = (unit: string) => {
      const { skus, ...rest } = terms({ ...OLD, aa: unit });
      const meter = { aggregate: 'sum', window: 'period', name: 'calls' } as const;
      return { ...rest, skus: skus.map((one) => (one.id === 'bb' ? one : { ...one, meter })) };
    };
    expect(split(metered('1'), metered('2'))).toEqual(['bb', 'aa cc', 'aa cc']);
    const limited = (price: string) => {
      const { skus, ...rest } = terms(OLD);
      const tiers: CapacityTier[] = [
        { limits: { cc: decimal('5') }, price: decimal(price) },
        { limits: {}, price: decimal('9') },
      ];
      const capacity = { model: 'capacity', tiers } as const;
      return { ...rest, skus: skus.map((one) => (one.id === 'aa' ? { ...one, price: capacity } : one)) };
    };
    expect(split(limited('1'), limited('2'))).toEqual(['bb', 'aa cc', 'aa cc']);
  });

  it('lets each line have a plain percentage', () => {
    const plain = discounts('type: percent, stacking: stack');
    expect(split(terms(OLD, plain), terms(NEW, plain))).toEqual(['bb cc', 'aa', 'aa']);
    expect(split(terms(OLD), terms(OLD, discounts('type: percent, stacking: stack, skus: [bb]')))).toEqual([
      'aa cc',
      'bb',
      'bb',
    ]);
  });

  it('takes the whole where tax is in the prices', () => {
    const taxed = (prices: Readonly<Record<string, string>>, inclusive: boolean): Terms => {
      const window = { from: null, to: null };
      const row = { jurisdiction: 'DE', category: 'standard', rate: decimal('19'), inclusive, window };
      return { ...terms(prices), tax: { id: 'vat', version: '1.0.0', rows: [row] } };
    };
    const whole = 'aa bb cc';
    expect(split(taxed(OLD, true), taxed(NEW, true))).toEqual([null, whole, whole]);
    expect(split(taxed(OLD, false), taxed(NEW, false))).toEqual(['bb cc', 'aa', 'aa']);
  });

  it('takes the whole where discounts compete, or all lines change', () => {
    const best = discounts('type: percent, stacking: best');
    expect(split(terms(OLD, best), terms(NEW, best))).toEqual([null, 'aa bb cc', 'aa bb cc']);
    expect(split(terms(OLD), { ...terms(OLD), timezone: 'Europe/Berlin' })).toEqual([
      null,
      'aa bb cc',
      'aa bb cc',
    ]);
  });
});
