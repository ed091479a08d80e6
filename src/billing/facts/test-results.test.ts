import { describe, expect, it } from 'vitest';
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
  const found = skuTests(...tested(price, [[quantity, '0']]), () => undefined);
  expect(found).toMatchObject([{ tests: 1, untested }]);
});

describe('SKUs that stand in other files', () => {
  const card = `kind: RateCard\nschemaVersion: 1\nid: core\nversion: 1.0.0\nlifecycle: published\ncurrency: USD
owner: { accountable: '@jane' }\neffective: { from: 2026-01-01T00:00:00Z }\nskus:\n${sku('calls', perUnit('2'))}${sku('pages', perUnit('3'))}`;
  const parameters = 'parameters: { price: { path: "skus[calls].price.unit" } }\n';
  const files = {
    'billing/ratecards/core.yaml': card,
    ...profile('team', '1.0.0', parameters, { rateCard: 'core@1.0.0' }),
    ...profile('large', '1.0.0', "params: { price: '1' }\n", { extends: 'team@1.0.0' }),
    ...profile('small', '1.0.0', `skus:\n${sku('faxes', perUnit('9'))}`, { extends: 'team@1.0.0' }),
  };

  it.each([
    ['of its rate card, there', 'team', ['calls rateCard', 'pages rateCard']],
    ['of the profile that it extends, where a parameter changes them', 'large', ['calls params']],
    ['of its own alone, where it takes the others over', 'small', ['faxes skus']],
  ])('are tested by a profile: those %s', (_, id, expected) => {
    const { profile: profileOf, profiles, diagnostics } = openCatalogue(memoryTree(files));
    expect(diagnostics).toEqual([]);
    const found = profiles.find(({ terms }) => terms.id === id);
    const document = found?.document ?? undefined;
    if (found === undefined || document === undefined) throw new Error('not resolved');
    const lines = files[found.file as keyof typeof files].split('\n');
    expect(
      skuTests(found, document, profileOf).map(({ sku: name, source: { file, start } }) => {
        expect(file).toBe(found.file);
        const line = lines[start.line - 1] ?? '';
        return `${name} ${line.startsWith(' ') ? 'skus' : (line.split(':')[0] ?? '')}`;
      }),
    ).toEqual(expected);
  });
});
