import { describe, expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { billingChanges } from '../changes.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { planSnapshots } from '../snapshot/plan.ts';
import { unreferredVersions } from './unreferred.ts';

const NOW = '2026-06-10T00:00:00Z';

const TABLE = `kind: TaxTable
schemaVersion: 1
id: vat
version: 1.0.0
lifecycle: published
owner: { accountable: '@jane' }
effective: { from: 2026-01-01T00:00:00Z }
rows:
  - { jurisdiction: DE, category: standard, rate: '19', inclusive: false, from: 2020-01-01T00:00:00Z }
`;
const CARD = `kind: RateCard
schemaVersion: 1
id: core
version: 1.0.0
lifecycle: published
owner: { accountable: '@jane' }
effective: { from: 2026-01-01T00:00:00Z }
currency: EUR
skus:
  - { id: api, name: API, unit: call, meter: { aggregate: sum }, price: { model: perUnit, unit: '1' } }
`;
const profile = (id: string, references: string) => `kind: BillingProfile
schemaVersion: 1
id: ${id}
version: 1.0.0
lifecycle: published
environment: prod
owner: { accountable: '@jane' }
effective: { from: 2026-01-01T00:00:00Z }
currency: EUR
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: P3D
timezone: UTC
${references}
`;
const BASE = {
  'billing/tax/vat.yaml': TABLE,
  'billing/ratecards/core.yaml': CARD,
  'billing/profiles/api.yaml': profile('api', 'rateCard: core@1.0.0\ntaxes: vat@1.0.0'),
  'billing/profiles/partner.yaml': profile('partner', 'extends: api@1.0.0'),
};

/** Both sides of a change of some files, after all of the base was published. */
function sides(files: Readonly<Record<string, string>>) {
  const kept = planSnapshots(openCatalogue(memoryTree(BASE)), '2026-01-01T00:00:00Z').files;
  const before = { ...BASE, ...Object.fromEntries(kept.map(({ path, text }) => [path, text])) };
  const [base, head] = [memoryTree(before), memoryTree({ ...before, ...files })];
  const catalogue = openCatalogue(head);
  expect(catalogue.diagnostics).toEqual([]);
  return { head: catalogue, changes: billingChanges(base, head, NOW).changes };
}

const found = (files: Readonly<Record<string, string>>) =>
  unreferredVersions(sides(files)).map(
    ({ subject, reference, others, profiles, source }) =>
      `${subject} ${reference} not ${others.join('+')} of ${profiles.join('+')} ${source.file}:${source.start.line}`,
  );

const next = (text: string) => text.replace('version: 1.0.0', 'version: 2.0.0');
const RAISED = { 'billing/tax/vat.yaml': next(TABLE).replace("'19'", "'16'") };
const LATER = {
  'billing/profiles/partner.yaml': next(
    profile('partner', 'extends: api@1.0.0\nsupersedes: partner@1.0.0\ntaxes: vat@2.0.0'),
  ),
};

describe('a version that no profile refers to', () => {
  it('is that of a tax table or rate card which others have before it, by what they extend as well', () => {
    expect(found(RAISED)).toEqual([
      'TaxTable/vat vat@2.0.0 not vat@1.0.0 of api+partner billing/tax/vat.yaml:4',
    ]);
    expect(found({ 'billing/ratecards/core.yaml': next(CARD).replace("'1'", "'2'") })).toEqual([
      'RateCard/core core@2.0.0 not core@1.0.0 of api+partner billing/ratecards/core.yaml:4',
    ]);
  });

  it('is none once a profile refers to it', () => {
    expect(found({ ...RAISED, ...LATER })).toEqual([]);
  });

  it('is none while it is a draft, where it rates the same, and where nobody had one before', () => {
    const draft = RAISED['billing/tax/vat.yaml'].replace('published', 'draft');
    expect(found({ 'billing/tax/vat.yaml': draft })).toEqual([]);
    expect(found({ 'billing/tax/vat.yaml': next(TABLE) })).toEqual([]);
    expect(found({ 'billing/tax/gst.yaml': TABLE.replace('id: vat', 'id: gst') })).toEqual([]);
  });

  it('is there for nobody who is retired', () => {
    const retired = Object.fromEntries(
      Object.entries({ ...BASE, ...LATER })
        .filter(([path]) => path.startsWith('billing/profiles/'))
        .map(([path, text]) => [path, text.replace('published', 'retired')]),
    );
    expect(
      found({ ...RAISED, 'billing/profiles/partner.yaml': retired['billing/profiles/partner.yaml'] ?? '' }),
    ).toEqual(['TaxTable/vat vat@2.0.0 not vat@1.0.0 of api billing/tax/vat.yaml:4']);
    expect(found({ ...RAISED, ...retired })).toEqual([]);
  });
});
