import { expect, it } from 'vitest';
import { attributionOf } from './attribution.ts';
import type { UsageCounts } from './usage.ts';

const NONE: UsageCounts = { rows: 0, accepted: 0, deduplicated: 0, pooled: 0, rejected: {} };

it.each<[string, Partial<UsageCounts>, string | undefined, string | undefined]>([
  ['no row', {}, undefined, undefined],
  ['only doublets and shared cost', { rows: 3, deduplicated: 2, pooled: 1 }, undefined, undefined],
  ['all taken', { rows: 5, accepted: 4, deduplicated: 1 }, '100', '0'],
  [
    'customers and SKUs that nobody knows',
    { rows: 11, accepted: 5, pooled: 1, rejected: { 'unknown-identity': 2, 'unknown-sku': 1, late: 2 } },
    '50',
    '30',
  ],
])('%s', (_, counts, accuracy, untagged) => {
  const found = attributionOf({ ...NONE, ...counts });
  expect(found.accuracy?.toFixed()).toBe(accuracy);
  expect(found.untagged?.toFixed()).toBe(untagged);
});
