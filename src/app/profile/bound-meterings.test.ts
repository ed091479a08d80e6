import { expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../../billing/resolve/catalogue.ts';
import { bound, perUnit, profile, sku } from '../../billing/simulate/test-support/world.ts';
import { boundMeterings } from './bound-meterings.ts';

const catalogue = openCatalogue(
  memoryTree({
    ...profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('1'))}`),
    ...profile('gold', '1.0.0', `skus:\n${sku('disk', perUnit('1'))}`),
    ...bound({
      acme: 'api@1.0.0, from: 2026-03-01T00:00:00Z, to: 2026-05-01T00:00:00Z',
      beta: 'gold@1.0.0, from: 2026-03-01T00:00:00Z, to: 2026-05-01T00:00:00Z',
    }),
  }),
);

/** Keys with the instants that divide their usage. */
function keys(from: string, to: string): string[] {
  const window = { from: Date.parse(from), to: Date.parse(to) };
  return boundMeterings(catalogue, 'prod', window).map(({ key, metering }) =>
    [key, ...metering.cuts.map((cut) => new Date(cut).toISOString().slice(0, 10))].join(' '),
  );
}

it('has what every customer is metered by, not the first alone', () => {
  expect(catalogue.diagnostics).toEqual([]);
  expect(keys('2026-04-01', '2026-04-02')).toEqual(['calls', 'disk']);
});

it('divides usage where terms begin or end inside of the time, not at its edges', () => {
  expect(keys('2026-03-01', '2026-05-01')).toEqual(['calls', 'disk']);
  expect(keys('2026-02-28', '2026-05-02')).toEqual([
    'calls 2026-03-01 2026-05-01',
    'disk 2026-03-01 2026-05-01',
  ]);
});
