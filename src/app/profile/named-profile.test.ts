import { expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../../billing/resolve/catalogue.ts';
import { referenceTo } from '../../billing/resolve/resolved-profile.ts';
import { perUnit, profile, sku, type Files } from '../../billing/simulate/test-support/world.ts';
import { planSnapshots } from '../../billing/snapshot/plan.ts';
import { namedProfile } from './named-profile.ts';

const body = `skus:\n${sku('calls', perUnit('1'))}`;
const version = (number: string, from: string, lifecycle = 'published') =>
  profile('api', number, body, { effective: `{ from: ${from}T00:00:00Z }`, lifecycle });

/** Two published versions that never end, and a draft. */
const VERSIONS = [
  version('1.0.0', '2026-01-01'),
  version('2.0.0', '2026-08-01'),
  version('3.0.0', '2026-09-01', 'draft'),
];
const files = VERSIONS.reduce<Files>((before, next) => {
  const { files: kept } = planSnapshots(
    openCatalogue(memoryTree({ ...before, ...next })),
    '2026-01-01T00:00:00Z',
  );
  return { ...before, ...next, ...Object.fromEntries(kept.map(({ path, text }) => [path, text])) };
}, {});
const catalogue = openCatalogue(memoryTree(files));
const named = (name: string, at: string | null) => referenceTo(namedProfile(catalogue, '.', name, at).terms);

it.each([
  ['2026-01-01T00:00:00Z', 'api@1.0.0'],
  ['2026-07-31T23:59:59Z', 'api@1.0.0'],
  ['2026-08-01T00:00:00Z', 'api@2.0.0'],
  ['2026-10-01T00:00:00Z', 'api@2.0.0'],
])('is the highest published version that has begun at %s', (at, expected) => {
  expect(catalogue.diagnostics).toEqual([]);
  expect(named('api', at)).toBe(expected);
});

it('is the newest without an instant, also where that is a draft', () => {
  expect(named('api', null)).toBe('api@3.0.0');
  expect(named('api@2.0.0', null)).toBe('api@2.0.0');
});
