import { describe, expect, it } from 'vitest';

import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { billingChanges } from '../../changes.ts';
import { openCatalogue } from '../../resolve/catalogue.ts';
import { touchedDocuments } from '../touched.ts';
import { tableAges } from './ages.ts';

const NOW = '2026-06-10T00:00:00Z';

const table = (id: string) => `kind: TaxTable
schemaVersion: 1
id: ${id}
version: 1.0.0
effective: { from: 2026-06-01T00:00:00Z }
rows:
  - { jurisdiction: DE, category: standard, rate: '19', inclusive: false, from: 2020-01-01T00:00:00Z }
`;
const profile = (id: string) => `kind: BillingProfile
schemaVersion: 1
id: ${id}
version: 1.0.0
lifecycle: draft
environment: prod
owner: { accountable: '@jane' }
effective: { from: 2026-01-01T00:00:00Z }
currency: EUR
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: P3D
timezone: UTC
taxes: vat@1.0.0
skus:
  - { id: api, name: API, unit: call, meter: { aggregate: sum }, price: { model: perUnit, unit: '1' } }
`;
const FILE = 'billing/profiles/api.yaml';
const BASE = {
  'billing/tax/vat.yaml': table('vat'),
  'billing/tax/gst.yaml': table('gst'),
  [FILE]: profile('api'),
};

/** The tables that a change of some files asks the age of, in days. */
function asked(files: Readonly<Record<string, string>>): string[] {
  const [base, head] = [memoryTree(BASE), memoryTree({ ...BASE, ...files })];
  const catalogue = openCatalogue(head);
  expect(catalogue.diagnostics).toEqual([]);
  const { changes } = billingChanges(base, head, NOW);
  const touched = touchedDocuments(catalogue.documents, changes);
  return tableAges(catalogue, changes, touched, NOW).map(({ subject, ageDays }) => `${subject} ${ageDays}`);
}

describe('the age of a tax table', () => {
  it('is asked where the table is touched', () => {
    expect(asked({ 'billing/tax/vat.yaml': `${table('vat')}x-desk: taxes\n` })).toEqual(['TaxTable/vat 9']);
  });

  it('is asked where a profile begins to name it', () => {
    expect(asked({ [FILE]: profile('api').replace('vat@', 'gst@') })).toEqual(['TaxTable/gst 9']);
    expect(asked({ 'billing/profiles/own.yaml': profile('own') })).toEqual(['TaxTable/vat 9']);
  });

  it('is not asked where a profile that names it changes otherwise', () => {
    expect(asked({ [FILE]: profile('api').replace('@jane', '@joe') })).toEqual([]);
    expect(asked({ [FILE]: profile('api').replace("unit: '1'", "unit: '2'") })).toEqual([]);
  });
});
