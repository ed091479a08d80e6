import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { perUnit, profile, sku } from '../simulate/test-support/world.ts';
import { testResults } from './test-results.ts';
import { skuTests } from './tests.ts';

/** The only profile and its file, with tests `quantity expected` of its only SKU. */
function tested(price: string, tests: readonly (readonly [string, string])[]) {
  const lines = tests.map(
    ([quantity, expected]) => `  - { sku: calls, quantity: '${quantity}', expect: '${expected}' }\n`,
  );
  const { profiles, documents, diagnostics } = openCatalogue(
    memoryTree(profile('api', '1.0.0', `skus:\n${sku('calls', price)}tests:\n${lines.join('')}`)),
  );
  expect(diagnostics).toEqual([]);
  const [[found], [document]] = [profiles, documents];
  if (found === undefined || document === undefined) throw new Error('not resolved');
  return [found, document] as const;
}

it('passes a test by the exact amount, or by what is billed of it', () => {
  // 5 x 0.333 = 1.665, half up 1.67.
  const expected = ['1.665', '1.67', '1.66', '1.6650001'];
  const results = testResults(
    ...tested(
      perUnit('0.333'),
      expected.map((amount) => ['5', amount] as const),
    ),
  );
  expect(results.map((one) => `${one.expected} ${one.actual ?? '?'} ${String(one.passed)}`)).toEqual([
    '1.665 1.665 true',
    '1.67 1.665 true',
    '1.66 1.665 false',
    '1.6650001 1.665 false',
  ]);
});

it.each([
  ['at the bound', '100', '100', []],
  ['one step above', '100', '101', []],
  ['one step below', '100', '99', []],
  ['two steps above', '100', '102', ['100']],
  ['two steps below', '100', '98', ['100']],
  ['one step of its last digit above', '0.25', '0.26', []],
  ['two of them', '0.25', '0.27', ['0.25']],
])('takes a bound for tested %s', (_, upTo, quantity, untested) => {
  const price = `{ model: graduated, tiers: [{ upTo: '${upTo}', unit: '2' }, { upTo: null, unit: '1' }] }`;
  expect(skuTests(...tested(price, [[quantity, '0']]))).toMatchObject([{ tests: 1, untested }]);
});
