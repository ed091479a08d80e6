import { expect, it } from 'vitest';

import type { ProfileChange } from '../../model/profile.ts';
import { paint } from '../terminal/ansi.ts';
import { tableLines } from '../terminal/table.ts';
import { impactBlocks } from './impact.ts';

const place = {
  file: 'billing/profiles/api.yaml',
  start: { line: 33, column: 1 },
  end: { line: 33, column: 1 },
};
const NONE = { base: null, head: null };
const SKU = {
  ...{ cost: { variable: '0.0003' }, freeQuantity: '10000', id: 'api-calls', meter: { aggregate: 'sum' } },
  price: {
    model: 'graduated',
    tiers: [
      { unit: '0.0017', upTo: '10000' },
      { unit: '0.0015', upTo: null },
    ],
  },
};

const RESTORED: ProfileChange = {
  ...{ id: 'api', kind: 'BillingProfile', file: place.file, action: 'update', lifecycle: NONE },
  ...{ baseVersion: '2.0.0', headVersion: '3.0.0', effectiveFrom: NONE, effectiveInPast: false },
  ...{ requiredBump: 'major', actualBump: 'major', bumpSufficient: true },
  ...{ versionSource: place, effectiveSource: place },
  differences: [
    {
      ...{ path: 'skus[api-calls]', kind: 'added', base: null, head: JSON.stringify(SKU), source: place },
      ...{ changeClass: 'new-sku', requiredBump: 'major', approval: ['accountable', 'finance'] },
    },
    {
      ...{ path: 'effective.from', kind: 'changed', source: place, changeClass: 'effective-date' },
      ...{ base: '2027-01-01T00:00:00Z', head: '2027-02-01T00:00:00Z', requiredBump: 'patch', approval: [] },
    },
  ],
};

it.each([80, 110])('a whole SKU is in words, its price first, within %d columns', (width) => {
  const [, table] = impactBlocks([RESTORED], null);
  if (table?.kind !== 'table') throw new Error('There is no table.');
  const lines = tableLines(table, width, paint(false));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  // The column of what is there at head, without what stands beside it.
  const at = lines[0]?.indexOf('After') ?? 0;
  const end = lines[0]?.indexOf('Class') ?? 0;
  const after = lines.slice(1).map((line) => line.slice(at, end).trim());
  expect(after.join(' ')).toMatch(/^graduated: to 10,000 0\.0017, above 0\.0015,/);
});
