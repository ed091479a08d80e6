import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Price, Tier } from '../../model/billing/terms.ts';
import { rate, skuOf } from './test-support/build.ts';

/** Quantities and prices are whole numbers of this small part here, and amounts of its square. */
const SCALE = 9;

interface WholeTier {
  readonly upTo: bigint | null;
  readonly unit: bigint;
  readonly flat: bigint;
}

const units = fc.bigInt({ min: 0n, max: 10n ** 12n });
const tierList = fc
  .array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), units, units), { minLength: 1, maxLength: 6 })
  .map((steps): WholeTier[] => {
    let bound = 0n;
    return steps.map(([width, unit, flat], index) => {
      bound += width;
      return { upTo: index === steps.length - 1 ? null : bound, unit, flat };
    });
  });
/** A quantity anywhere, or at a bound and beside it. */
const cases = tierList.chain((list) => {
  const bounds = list.flatMap(({ upTo }) => (upTo === null ? [] : [upTo - 1n, upTo, upTo + 1n]));
  const anywhere = fc.bigInt({ min: 0n, max: 10n ** 27n });
  return fc.tuple(fc.constant(list), fc.oneof(anywhere, fc.constantFrom(0n, 1n, ...bounds)), fc.boolean());
});

function graduated(list: readonly WholeTier[], quantity: bigint, zeroUsageFlat: boolean): bigint {
  let [total, low] = [0n, 0n];
  for (const [index, { upTo, unit, flat }] of list.entries()) {
    const isEntered = quantity > low || (index === 0 && zeroUsageFlat);
    if (!isEntered) break;
    const high = upTo === null || quantity < upTo ? quantity : upTo;
    total += (high - low) * unit + flat * 10n ** BigInt(SCALE);
    low = upTo ?? low;
  }
  return total;
}

function volume(list: readonly WholeTier[], quantity: bigint, zeroUsageFlat: boolean): bigint {
  if (quantity === 0n && !zeroUsageFlat) return 0n;
  const tier = list.find(({ upTo }) => upTo === null || quantity <= upTo);
  return quantity * (tier?.unit ?? 0n) + (tier?.flat ?? 0n) * 10n ** BigInt(SCALE);
}

/** A whole number of small parts as a decimal text without trailing zeros. */
function text(value: bigint, scale: number): string {
  const digits = value.toString().padStart(scale + 1, '0');
  const rest = digits.slice(-scale).replace(/0+$/, '');
  return rest === '' ? digits.slice(0, -scale) : `${digits.slice(0, -scale)}.${rest}`;
}

const small = (value: bigint) => decimal(text(value, SCALE));
const tiersOf = (list: readonly WholeTier[]): Tier[] =>
  list.map(({ upTo, unit, flat }) => ({
    ...{ upTo: upTo === null ? null : small(upTo), unit: small(unit), flat: small(flat) },
  }));

it.each([
  ['graduated', graduated],
  ['volume', volume],
] as const)('%s is what whole numbers say', (model, reference) => {
  fc.assert(
    fc.property(cases, ([list, quantity, zeroUsageFlat]) => {
      const price: Price = { model, tiers: tiersOf(list), zeroUsageFlat };
      const expected = text(reference(list, quantity, zeroUsageFlat), 2 * SCALE);
      expect(rate(skuOf(price), text(quantity, SCALE))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

it('stairstep is what whole numbers say', () => {
  fc.assert(
    fc.property(cases, ([list, quantity, zeroUsageFlat]) => {
      const stairs = list.map((stair) => ({ ...stair, unit: 0n }));
      const price: Price = { model: 'stairstep', tiers: tiersOf(list), zeroUsageFlat };
      const expected = text(volume(stairs, quantity, zeroUsageFlat), 2 * SCALE);
      expect(rate(skuOf(price), text(quantity, SCALE))).toBe(expected);
    }),
  );
});

it('packages are what whole numbers say, at multiples of the size and beside them', () => {
  const size = fc.bigInt({ min: 1n, max: 10n ** 15n });
  const count = fc.bigInt({ min: 0n, max: 10n ** 9n });
  const beside = fc.constantFrom(-1n, 0n, 1n);
  fc.assert(
    fc.property(size, count, beside, units, (each, packages, more, price) => {
      const quantity = each * packages + more < 0n ? 0n : each * packages + more;
      const expected = text(((quantity + each - 1n) / each) * price, SCALE);
      const sku = skuOf({ model: 'package', size: small(each), price: small(price) });
      expect(rate(sku, text(quantity, SCALE))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

it('conversions are rounded as whole numbers say', () => {
  const factor = fc.bigInt({ min: 1n, max: 10n ** 12n });
  fc.assert(
    fc.property(units, factor, fc.constantFrom('up', 'down', 'halfUp'), (quantity, by, round) => {
      const extra = { up: by - 1n, down: 0n, halfUp: by / 2n }[round];
      const expected = ((quantity + extra) / by).toString();
      const convert = { op: 'divide', factor: small(by), round } as const;
      const sku = skuOf({ model: 'perUnit', unit: decimal('1') }, { convert });
      expect(rate(sku, text(quantity, SCALE))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
