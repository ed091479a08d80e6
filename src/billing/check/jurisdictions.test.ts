import { expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { loadBilling } from '../load.ts';

function problems(jurisdiction: string, rate = '19'): string[] {
  const row = `{ jurisdiction: ${jurisdiction}, category: standard, rate: '${rate}', inclusive: false, from: 2026-01-01T00:00:00Z }`;
  const tax = `kind: TaxTable\nschemaVersion: 1\nid: europe\nversion: 1.0.0\nowner: { accountable: '@jane' }\nrows:\n  - ${row}\n`;
  const binding = `{ type: tenant, id: acme, profile: api@1.0.0, from: 2026-01-01T00:00:00Z, jurisdiction: ${jurisdiction} }`;
  const bindings = `kind: BindingSet\nschemaVersion: 1\nid: prod\nenvironment: prod\nbindings:\n  - ${binding}\n`;
  const tree = memoryTree({ 'billing/tax/t.yaml': tax, 'billing/bindings/prod.yaml': bindings });
  return loadBilling(tree)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ source, message, hint }) => `${source?.file ?? ''} ${message} ${hint ?? ''}`);
}

it.each(['DE', 'US-CA', 'XI'])('takes %s', (jurisdiction) => {
  expect(problems(jurisdiction)).toEqual([]);
});

it.each([
  ['UK', 'There is no country "UK". Write GB, as ISO 3166-1 has it.'],
  ['EL', 'There is no country "EL". Write GR, as ISO 3166-1 has it.'],
  ['ZZ-CA', 'There is no country "ZZ". Write the code of ISO 3166-1, such as DE or US-CA.'],
])('refuses %s in bindings and tax tables', (jurisdiction, message) => {
  expect(problems(jurisdiction)).toEqual([
    `billing/bindings/prod.yaml ${message}`,
    `billing/tax/t.yaml ${message}`,
  ]);
});

it('refuses a tax of more than the price', () => {
  expect(problems('DE', '100')).toEqual([]);
  expect(problems('DE', '2000')).toEqual([
    'billing/tax/t.yaml A tax of 2000 percent is more than the price itself. A rate is in percent: write 19 for 19 percent.',
  ]);
});
