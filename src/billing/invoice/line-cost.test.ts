import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decimal, sum } from '../../lib/decimal.ts';
import type { Meter } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { held, january, JANUARY, sku, terms, used } from './testing/make.ts';

const calls: Meter = { aggregate: 'sum', window: 'period', name: 'calls' };
const HALF = '2027-01-11T00:00:00Z';

const costs = (skus: readonly ReturnType<typeof sku>[], cells: readonly UsageCell[]) =>
  january(held(terms({ skus })), cells).lines.map(({ id, cost }) => `${id} ${cost?.toFixed() ?? 'unknown'}`);

describe('what usage cost us', () => {
  it('is split evenly over the SKUs that take it by one meter', () => {
    const cells = [
      ...used({ calls: '5' }, { cost: decimal('9') }),
      ...used({ a: '1' }, { cost: decimal('4') }),
    ];
    const skus = [
      sku('a', { meter: calls }),
      sku('b', { meter: calls }),
      sku('c', { meter: { ...calls, name: null } }),
    ];
    expect(costs(skus, cells)).toEqual(['a 8.5', 'b 4.5']);
  });

  it('is split over those that meter it in other ways too, however it is cut', () => {
    const most: Meter = { aggregate: 'max', window: 'period', name: 'calls' };
    const cells = [
      ...used({ calls: '5' }, { cost: decimal('6'), within: { from: JANUARY.from, to: HALF } }),
      ...used({ calls: '7' }, { cost: decimal('4'), within: { from: HALF, to: JANUARY.to } }),
      ...used({ calls: '3' }, { cost: decimal('10'), aggregate: 'max' }),
    ];
    expect(costs([sku('a', { meter: calls }), sku('b', { meter: most })], cells)).toEqual(['a 5', 'b 5']);
  });

  it('is not split over one that takes other rows, which have its unit', () => {
    const cells = [
      ...used({ calls: '5' }, { cost: decimal('6'), unit: 'unit' }),
      ...used({ calls: '5' }, { cost: decimal('8'), unit: 'k' }),
    ];
    const skus = [sku('a', { meter: calls }), sku('b', { meter: calls, unit: 'k' })];
    expect(costs(skus, cells)).toEqual(['a 6', 'b 8']);
  });

  it('has all of its digits, whoever shares it', () => {
    const skus = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => sku(id, { meter: calls }));
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.integer({ min: 1, max: skus.length }),
        (units, count) => {
          const cost = decimal(`${units}e-9`);
          const { lines } = january(
            held(terms({ skus: skus.slice(0, count) })),
            used({ calls: '1' }, { cost }),
          );
          const parts = lines.flatMap((line) => line.cost ?? []);
          expect(parts).toHaveLength(count);
          expect(sum(parts).toFixed()).toBe(cost.toFixed());
        },
      ),
    );
  });
});
