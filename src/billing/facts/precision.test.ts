import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { loadBilling } from '../load.ts';
import { perUnit, profile, sku } from '../simulate/test-support/world.ts';
import { fineAmounts } from './precision.ts';

function fine(unit: string, currency: string): string[] {
  const files = profile('api', '1.0.0', `skus:\n${sku('calls', perUnit(unit))}`, { currency });
  const { documents } = loadBilling(memoryTree(files));
  return documents
    .flatMap(fineAmounts)
    .map(({ text, decimals, minorDigits }) => `${text} ${decimals} ${minorDigits}`);
}

it.each([
  ['1', 'USD', []],
  ['1.25', 'USD', []],
  ['1.2550', 'USD', ['1.2550 3 2']],
  ['1.250', 'USD', []],
  ['1.000000000000000000', 'USD', []],
  ['1.250', 'KWD', []],
  ['1', 'JPY', []],
  ['1.5', 'JPY', ['1.5 1 0']],
])('of %s %s', (unit, currency, expected) => {
  expect(fine(unit, currency)).toEqual(expected);
});
