import { expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { billingChanges } from '../changes.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { perUnit, profile, sku } from '../simulate/test-support/world.ts';
import { usedTables } from './exchange.ts';
import { touchedDocuments } from './touched.ts';
import { writtenReferences } from './written-references.ts';

const table = (id: string) => `kind: FxTable
schemaVersion: 1
id: ${id}
version: 1.0.0
rates:
  - { from: EUR, to: USD, date: 2026-05-08, rate: '1.1', source: s, signedBy: '@jane' }
`;
const plan = (id: string, price: string, fx = 'ecb') =>
  profile(id, '1.0.0', `fx: ${fx}\nskus:\n${sku('api', perUnit(price))}`, { lifecycle: 'draft' });
const BASE = {
  'billing/fx/ecb.yaml': table('ecb'),
  'billing/fx/desk.yaml': table('desk'),
  ...plan('api', '1'),
};

/** The tables that the age of rates is asked of, and those of them that profiles begin to name. */
function asked(files: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const [base, head] = [memoryTree(BASE), memoryTree({ ...BASE, ...files })];
  const { documents, diagnostics } = openCatalogue(head);
  expect(diagnostics).toEqual([]);
  const { changes } = billingChanges(base, head, '2026-06-10T00:00:00Z');
  const used = usedTables(documents, changes, touchedDocuments(documents, changes));
  return [used.map(({ id }) => id), writtenReferences('fx', documents, changes)];
}

it('has what a new profile names, and what another names from now on', () => {
  expect(asked(plan('own', '1'))).toEqual([['ecb'], ['ecb']]);
  expect(asked(plan('api', '1', 'desk'))).toEqual([['desk'], ['desk']]);
});

it('has nothing that a profile named before', () => {
  expect(asked(plan('api', '2'))).toEqual([[], []]);
  expect(asked({})).toEqual([[], []]);
});

it('leaves it to the table itself that it is touched', () => {
  expect(asked({ 'billing/fx/ecb.yaml': table('ecb').replace('1.1', '1.2') })).toEqual([['ecb'], []]);
});
