import { memoryTree } from '../../support/memory-tree.ts';
import { openCatalogue } from '../../../src/billing/resolve/catalogue.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import type { Terms } from '../../../src/model/billing/terms.ts';
import type { ProfileText } from './vectors.ts';

/** Since when profiles, tax rates and customers of the examples are there. */
export const START = '2020-01-01T00:00:00Z';

/** What a profile of examples has that its file does not write. */
export const PROFILE = {
  kind: 'BillingProfile',
  schemaVersion: 1,
  id: 'vector',
  version: '1.0.0',
  lifecycle: 'published',
  environment: 'prod',
  owner: { accountable: '@example/finance' },
  effective: { from: START },
  currency: 'USD',
  rounding: { mode: 'halfUp', level: 'line' },
  cadence: 'monthly',
  cutoff: 'P3D',
  timezone: 'UTC',
};
const SKU = { id: 'item', name: 'Item', unit: 'unit', meter: { aggregate: 'sum' } };

export type TaxRates = readonly {
  readonly category?: string;
  readonly rate: string;
  readonly inclusive?: boolean;
}[];

/**
 * The terms that the product reads from a profile: as a file of a repository, so by the published schema and all checks.
 * Throws what it finds wrong.
 */
export function termsOf({ skus, ...rest }: ProfileText, taxes: TaxRates = []): Terms {
  const files: Record<string, string> = {
    'billing/profiles/vector.json': JSON.stringify({
      ...PROFILE,
      ...rest,
      ...(taxes.length > 0 && { taxes: 'vector@1.0.0' }),
      skus: skus.map((sku) => ({ ...SKU, ...(sku.id !== undefined && { name: sku.id }), ...sku })),
    }),
  };
  if (taxes.length > 0) files['billing/tax/vector.json'] = JSON.stringify(taxTable(taxes));
  const { diagnostics, profiles } = openCatalogue(memoryTree(files));
  const problems = diagnostics.filter(({ severity }) => severity === 'error');
  const [profile] = profiles;
  if (problems.length > 0 || profile === undefined) throw new Error(JSON.stringify(problems, undefined, 2));
  return profile.terms;
}

function taxTable(taxes: TaxRates): JsonObject {
  const rows = taxes.map(({ category = 'standard', rate, inclusive = false }) => ({
    jurisdiction: 'DE',
    category,
    rate,
    inclusive,
    from: START,
  }));
  return {
    kind: 'TaxTable',
    schemaVersion: 1,
    id: 'vector',
    version: '1.0.0',
    lifecycle: 'published',
    owner: PROFILE.owner,
    effective: PROFILE.effective,
    rows,
  };
}
