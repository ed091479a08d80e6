import { edit, golden, published } from '../golden/billing/compare.ts';
import { snapshotVersions } from '../../src/app/profile/snapshot.ts';
import { temporaryRepository, type TemporaryRepository } from './temporary-repository.ts';

export const PROFILE = 'billing/profiles/standard.yaml';
export const LOCK = 'billing.lock.json';
export const BINDINGS = 'billing/bindings/prod.json';
export const snapshotFile = (version: string): string => `billing/snapshots/standard/${version}.json`;

const TESTS = `  - { sku: api-calls, quantity: '101000', expect: '125' }
  - { sku: api-calls, quantity: '1001000', expect: '1025' }
  - { sku: seats, quantity: '2', expect: '25' }
  - { sku: support, quantity: '1', expect: '99' }
`;

export const first = edit(
  published,
  ['timezone: UTC\n', 'timezone: UTC\ntaxes: europe@1.0.0\n'],
  ['x-ticket', `${TESTS}x-ticket`],
);
export const second = edit(
  first,
  ['version: 1.2.0', 'version: 2.0.0'],
  ['from: 2026-01-01', 'from: 2026-06-01'],
  ['newOnly', 'all'],
  ["unit: '12.50'", "unit: '14'"],
  ["expect: '25'", "expect: '28'"],
);

const binding = { type: 'tenant', id: 't-001', profile: 'standard@1.2.0', from: '2026-02-01T00:00:00Z' };

/** Bindings of an environment as the text of their file. */
export function bound(environment: string, ...bindings: object[]): string {
  return JSON.stringify({ kind: 'BindingSet', schemaVersion: 1, id: environment, environment, bindings });
}

/** A repository that published standard@1.2.0 and then 2.0.0, in two commits; t-001 is bound to the first. */
export function publishedVersions(): TemporaryRepository {
  const repository = temporaryRepository();
  repository.write({
    [PROFILE]: first,
    'billing/tax/europe.yaml': golden('tax.yaml'),
    [BINDINGS]: bound('prod', binding),
  });
  publish(repository, 'Publish the standard plan', '2025-12-01T00:00:00Z');
  repository.write({ [PROFILE]: second });
  publish(repository, 'Raise the price of a seat', '2026-04-01T00:00:00Z');
  return repository;
}

function publish(repository: TemporaryRepository, message: string, now: string): void {
  snapshotVersions({ repository: repository.folder, check: false, now });
  repository.commit({}, message);
}
