import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import { tieredCost } from './tiers.ts';

const tiers = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([from, price]) => ({ from: decimal(from), price: decimal(price) }));

/** Internet egress of us-east-1: https://aws.amazon.com/ec2/pricing/on-demand/ (Data Transfer). */
const egress = tiers(['0', '0.09'], ['10240', '0.085'], ['51200', '0.07'], ['153600', '0.05']);

describe('tieredCost', () => {
  it.each([
    ['0', '0'],
    ['-5', '0'],
    ['1', '0.09'],
    ['10240', '921.6'],
    ['10241', '921.685'],
    ['51200', '4403.2'],
    ['200000', '13891.2'],
  ])('charges %s GB at %s', (quantity, cost) => {
    expect(tieredCost(decimal(quantity), egress).toFixed()).toBe(cost);
  });

  it('charges nothing below an included quantity', () => {
    const iops = tiers(['0', '0'], ['3000', '0.005']);
    expect(tieredCost(decimal('3000'), iops).toFixed()).toBe('0');
    expect(tieredCost(decimal('4000'), iops).toFixed()).toBe('5');
  });

  const table = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 10_000 })), {
      maxLength: 5,
    })
    .map((steps) => {
      let from = 0;
      return steps.map(([width, price], index) => {
        from += index === 0 ? 0 : width;
        return { from: decimal(from), price: decimal(price).div(decimal(1000)) };
      });
    })
    .filter((rows) => rows.length > 0);
  const quantity = fc.integer({ min: 0, max: 100_000 });

  it('costs the sum of what lies below and above any split', () => {
    fc.assert(
      fc.property(table, quantity, quantity, (rows, part, whole) => {
        const [low, high] = part < whole ? [part, whole] : [whole, part];
        const shifted = rows.flatMap((tier, index) => {
          const next = rows[index + 1];
          if (next?.from.lte(decimal(low)) === true) return [];
          const from = tier.from.lt(decimal(low)) ? decimal(low) : tier.from;
          return [{ from: from.minus(decimal(low)), price: tier.price }];
        });
        const split = tieredCost(decimal(low), rows).plus(tieredCost(decimal(high - low), shifted));
        expect(tieredCost(decimal(high), rows).toFixed()).toBe(split.toFixed());
      }),
    );
  });

  it('never costs less for more', () => {
    fc.assert(
      fc.property(table, quantity, quantity, (rows, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(tieredCost(decimal(low), rows).lte(tieredCost(decimal(high), rows))).toBe(true);
      }),
    );
  });
});
