import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { loadBilling } from '../load.ts';
import { skuCenters } from './centers.ts';

/** A rate card whose only SKU belongs to a center, or to none. */
const card = (id: string, center: string | null) => `kind: RateCard
schemaVersion: 1
id: ${id}
version: 1.0.0
lifecycle: published
owner: { accountable: '@jane' }
effective: { from: 2026-01-01T00:00:00Z }
currency: USD
skus:
  - { id: api, name: S, unit: call, meter: { aggregate: sum }, price: { model: perUnit, unit: '1' }${center === null ? '' : `, profitCenter: ${center}`} }
`;

function centers(all: Readonly<Record<string, string | null>>) {
  const files = Object.entries(all).map(([id, center]) => [`billing/ratecards/${id}.yaml`, card(id, center)]);
  const { documents, diagnostics } = loadBilling(
    memoryTree(Object.fromEntries(files) as Record<string, string>),
  );
  expect(diagnostics).toEqual([]);
  return skuCenters(documents, documents);
}

it('names the centers of other files, and never the own one alone', () => {
  const found = centers({ one: 'web', two: 'ads', three: null, zero: 'ads' });
  expect(found.map(({ subject, center, others }) => [subject, center, others])).toEqual([
    ['RateCard/one', 'web', ['ads']],
    ['RateCard/three', null, ['ads', 'web']],
    ['RateCard/two', 'ads', ['ads', 'web']],
    ['RateCard/zero', 'ads', ['ads', 'web']],
  ]);
  expect(found.every(({ inUse }) => inUse)).toBe(true);
  expect(centers({ one: null })).toEqual([]);
});

it('names no more than 20 others, however many files there are', () => {
  const names = Array.from({ length: 30 }, (_, index) => String(10 + index));
  const all = Object.fromEntries(names.map((name) => [`card-${name}`, `center-${name}`]));
  for (const { others } of centers(all)) expect(others).toHaveLength(20);
});
