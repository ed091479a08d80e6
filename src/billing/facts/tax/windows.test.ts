import { expect, it } from 'vitest';

import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { loadBilling } from '../../load.ts';
import { taxSuccessions } from './windows.ts';

const row = (from: string, to: string | null, jurisdiction = 'DE') =>
  `  - { jurisdiction: ${jurisdiction}, category: standard, rate: '19', inclusive: false, from: ${from}${to === null ? '' : `, to: ${to}`} }\n`;

it('follows the rates of a place in time, in whatever order the file has them', () => {
  const rows = [
    row('2026-01-01T00:00:00Z', null),
    row('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z', 'FR'),
    row('2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'),
    row('2021-01-01T00:00:01Z', '2026-01-01T00:00:00Z'),
  ];
  const text = `kind: TaxTable\nschemaVersion: 1\nid: vat\nversion: 1.0.0\nrows:\n${rows.join('')}`;
  const { documents } = loadBilling(memoryTree({ 'billing/tax/vat.yaml': text }));
  const found = documents.flatMap(taxSuccessions);
  expect(
    found.map(({ jurisdiction, begins, apart, source }) => [jurisdiction, begins, apart, source.start.line]),
  ).toEqual([
    ['DE', '2021-01-01T00:00:01Z', 1000, 9],
    ['DE', '2026-01-01T00:00:00Z', 0, 6],
  ]);
});
