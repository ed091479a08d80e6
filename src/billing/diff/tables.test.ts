import { expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { billingChanges } from '../changes.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { perUnit, profile, sku, NOW, type Files } from '../simulate/test-support/world.ts';
import { withResolved } from './resolved-changes.ts';

const table = (id: string, ...rates: readonly string[]): Files => ({
  [`billing/tax/${id}.yaml`]: [
    `kind: TaxTable\nschemaVersion: 1\nid: ${id}\nversion: 1.0.0\nrows:`,
    ...rates.map(
      (rate, at) =>
        `  - { jurisdiction: DE, category: c${at}, rate: '${rate}', inclusive: false, from: 2026-01-01T00:00:00Z }`,
    ),
    '',
  ].join('\n'),
});

function differences(base: Files, head: Files) {
  const [before, after] = [memoryTree(base), memoryTree(head)];
  const { changes, diagnostics } = billingChanges(before, after, NOW);
  expect(diagnostics).toEqual([]);
  return withResolved(changes, openCatalogue(before), openCatalogue(after));
}

it('says the rates of a new table of taxes and of exchange', () => {
  const fx = `kind: FxTable\nschemaVersion: 1\nid: ecb\nversion: 1.0.0\nrates:\n  - { from: EUR, to: USD, date: '2026-07-01', rate: '1.1', source: ECB }\n`;
  const found = differences({}, { ...table('vat', '19'), 'billing/fx/ecb.yaml': fx });
  expect(found.map(({ differences: own }) => own.map(({ path, head }) => [path, head]))).toEqual([
    [
      ['FxTable', 'ecb@1.0.0'],
      ['rates[EUR USD 2026-07-01]', expect.stringContaining('"rate":"1.1"')],
    ],
    [
      ['TaxTable', 'vat@1.0.0'],
      ['rows[DE c0 2026-01-01T00:00:00Z]', expect.stringContaining('"rate":"19"')],
    ],
  ]);
  expect(found.every(({ requiredBump }) => requiredBump === 'none')).toBe(true);
});

it('says the first 50 rates of a large one, and counts the others', () => {
  const [found] = differences({}, table('vat', ...Array.from({ length: 60 }, () => '19')));
  expect(found?.differences).toHaveLength(52);
  expect(found?.differences.at(-1)).toMatchObject({ path: 'rows', head: '… 10 more' });
});

it('says which rates come and go with another table, also for a profile with SKUs of its own', () => {
  const api = (taxes: string) =>
    profile('api', '1.0.0', `taxes: ${taxes}@1.0.0\nskus:\n${sku('calls', perUnit('1'))}`, {
      lifecycle: 'draft',
    });
  const tables = { ...table('vat', '19'), ...table('other', '90') };
  const [found] = differences({ ...tables, ...api('vat') }, { ...tables, ...api('other') });
  const [taxes] = found?.differences ?? [];
  expect(taxes).toMatchObject({ path: 'taxes', changeClass: 'tax', approval: ['tax'] });
  expect(taxes?.leadsTo?.map(({ path, base, head }) => [path, base, head])).toContainEqual([
    'tax.rows[DE c0 2026-01-01T00:00:00Z].rate',
    '19',
    '90',
  ]);
});
