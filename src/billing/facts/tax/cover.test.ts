import { describe, expect, it } from 'vitest';

import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { openCatalogue, type Catalogue } from '../../resolve/catalogue.ts';
import { planSnapshots } from '../../snapshot/plan.ts';
import { taxCovers } from './cover.ts';

const NOW = '2026-06-10T00:00:00Z';

const profile = (version: string, from: string, table: string) => `kind: BillingProfile
schemaVersion: 1
id: standard
version: ${version}
lifecycle: published
environment: prod
owner: { accountable: '@jane' }
effective: { from: ${from} }
migration: { mode: all }
currency: EUR
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: P3D
timezone: UTC
taxes: ${table}@1.0.0
skus:
  - { id: api, name: API, unit: call, meter: { aggregate: sum }, price: { model: perUnit, unit: '1' } }
`;
const table = (id: string, jurisdiction: string, to = '') => `kind: TaxTable
schemaVersion: 1
id: ${id}
version: 1.0.0
rows:
  - { jurisdiction: ${jurisdiction}, category: standard, rate: '19', inclusive: false, from: 2020-01-01T00:00:00Z${to} }
`;
const BINDINGS = `kind: BindingSet
schemaVersion: 1
id: prod
environment: prod
bindings:
  - { type: tenant, id: acme, profile: standard@1.0.0, from: 2026-01-01T00:00:00Z, jurisdiction: DE }
`;

/** `standard` 1.0.0 is kept, and 2.0.0 takes over in August; each has its tax table. */
function repository(
  old: string,
  next: string,
  bindings = BINDINGS,
): { catalogue: Catalogue; touched: Catalogue['documents'] } {
  const tables = { 'billing/tax/old.yaml': old, 'billing/tax/next.yaml': next };
  const before = {
    ...tables,
    'billing/profiles/standard.yaml': profile('1.0.0', '2026-01-01T00:00:00Z', 'old'),
  };
  const kept = planSnapshots(openCatalogue(memoryTree(before)), '2026-01-01T00:00:00Z').files;
  const after = {
    ...tables,
    'billing/profiles/standard.yaml': profile('2.0.0', '2026-08-01T00:00:00Z', 'next'),
    'billing/bindings/prod.yaml': bindings,
    ...Object.fromEntries(kept.map(({ path, text }) => [path, text])),
  };
  const catalogue = openCatalogue(memoryTree(after));
  expect(catalogue.diagnostics).toEqual([]);
  return { catalogue, touched: catalogue.documents };
}

const missing = ({ catalogue, touched }: ReturnType<typeof repository>) =>
  taxCovers(catalogue, touched, NOW).flatMap(({ reference, table: id, missingFrom, source }) =>
    missingFrom === null ? [] : [`${reference} ${id} ${missingFrom} ${source.file}:${source.start.line}`],
  );

describe('the tax rates of bound customers', () => {
  it('are those of each version while it is in force', () => {
    expect(missing(repository(table('old', 'DE'), table('next', 'DE')))).toEqual([]);
    expect(missing(repository(table('old', 'DE'), table('next', 'FR')))).toEqual([
      'standard@2.0.0 next@1.0.0 2026-08-01T00:00:00Z billing/bindings/prod.yaml:6',
    ]);
    expect(missing(repository(table('old', 'FR'), table('next', 'DE')))).toEqual([
      `standard@1.0.0 old@1.0.0 ${NOW} billing/bindings/prod.yaml:6`,
    ]);
  });

  it('may end when the next version takes over', () => {
    const until = (day: string) => table('old', 'DE', `, to: ${day}T00:00:00Z`);
    expect(missing(repository(until('2026-08-01'), table('next', 'DE')))).toEqual([]);
    expect(missing(repository(until('2026-07-31'), table('next', 'DE')))).toEqual([
      'standard@1.0.0 old@1.0.0 2026-07-31T00:00:00Z billing/bindings/prod.yaml:6',
    ]);
  });

  it('are missing of whoever lacks one, also when a later binding has it', () => {
    const resumed = `${table('old', 'DE', ', to: 2026-07-01T00:00:00Z')}  - { jurisdiction: DE, category: standard, rate: '19', inclusive: false, from: 2026-07-10T00:00:00Z }
`;
    const line = (id: string, from: string) =>
      `  - { type: tenant, id: ${id}, profile: standard@1.0.0, from: ${from}T00:00:00Z, jurisdiction: DE }\n`;
    const head = BINDINGS.slice(0, BINDINGS.indexOf('  - '));
    const found = (...lines: readonly string[]) =>
      missing(repository(resumed, table('next', 'DE'), head + lines.join('')));
    const [early, late] = [line('acme', '2026-01-01'), line('beta', '2026-07-15')];
    const gap = 'standard@1.0.0 old@1.0.0 2026-07-01T00:00:00Z billing/bindings/prod.yaml:';
    expect(found(early, late)).toEqual([`${gap}6`]);
    expect(found(late, early)).toEqual([`${gap}7`]);
    expect(found(late)).toEqual([]);
  });

  it('are missing where the profile names its table when only that is touched', () => {
    const { catalogue, touched } = repository(table('old', 'DE'), table('next', 'FR'));
    const profiles = touched.filter(({ kind }) => kind === 'BillingProfile');
    expect(missing({ catalogue, touched: profiles })).toEqual([
      'standard@2.0.0 next@1.0.0 2026-08-01T00:00:00Z billing/profiles/standard.yaml:15',
    ]);
  });
});
