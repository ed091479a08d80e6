import { openCatalogue } from '../../../src/billing/resolve/catalogue.ts';
import { planSnapshots } from '../../../src/billing/snapshot/plan.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { benchSkus } from './catalogue.ts';

/** Of the generated profiles; customers are bound to them in turn. */
export const PROFILES = [
  { id: 'starter', timezone: 'UTC' },
  { id: 'team', timezone: 'UTC' },
  { id: 'global', timezone: 'Europe/Berlin' },
] as const;

export const customerName = (index: number): string => `tenant-${String(index).padStart(5, '0')}`;

/**
 * Billing files of both sides by path: version 1.0.0, and version 2.0.0 that all customers get on 1 May 2026. Both sides have the
 * snapshots of version 1.0.0.
 */
export function billingFiles(
  customers: number,
  skus: number,
): Record<'base' | 'head', Record<string, string>> {
  const side = (version: 1 | 2): Record<string, string> =>
    Object.fromEntries(
      PROFILES.map(({ id, timezone }) => [
        `billing/profiles/${id}.yaml`,
        profile(id, timezone, version, skus),
      ]),
    );
  const published = planSnapshots(openCatalogue(memoryTree(side(1))), '2025-01-01T00:00:00Z').files;
  const both = {
    'billing/bindings/prod.yaml': bindingSet(customers),
    ...Object.fromEntries(published.map(({ path, text }) => [path, text])),
  };
  return { base: { ...both, ...side(1) }, head: { ...both, ...side(2) } };
}

function profile(id: string, timezone: string, version: 1 | 2, skus: number): string {
  const from = version === 1 ? '2025-01-01T00:00:00Z' : '2026-05-01T00:00:00Z';
  const lines = benchSkus(skus).map(
    ({ id: sku, unit, aggregate, window, prices }) =>
      `  - { id: ${sku}, name: ${sku}, unit: ${unit}, meter: { aggregate: ${aggregate}, window: ${window} }, price: ${prices[version - 1] ?? ''} }`,
  );
  return `kind: BillingProfile
schemaVersion: 1
id: ${id}
version: ${version}.0.0
lifecycle: published
environment: prod
owner: { accountable: '@jane', finance: '@example/finance' }
effective: { from: ${from} }
${version === 1 ? '' : `supersedes: ${id}@1.0.0\nmigration: { mode: all }\n`}currency: USD
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: P3D
timezone: ${timezone}
skus:
${lines.join('\n')}
`;
}

function bindingSet(customers: number): string {
  const lines = Array.from({ length: customers }, (_, index) => {
    const { id } = PROFILES[index % PROFILES.length] ?? PROFILES[0];
    return `  - { type: tenant, id: ${customerName(index)}, profile: ${id}@1.0.0, from: 2025-01-01T00:00:00Z }`;
  });
  return `kind: BindingSet\nschemaVersion: 1\nid: prod\nenvironment: prod\nbindings:\n${lines.join('\n')}\n`;
}
