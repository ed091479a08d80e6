import { expect, it } from 'vitest';

import { edit, published } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { planSnapshots } from '../snapshot/plan.ts';
import { termsInForce } from './timeline.ts';

const FILE = 'billing/profiles/standard.yaml';
const version = (number: string, day: string, migration: string) =>
  edit(published, ['1.2.0', number], ['from: 2026-01-01', `from: ${day}`], ['{ mode: newOnly }', migration]);

it('is as docs/billing-versions.md says', () => {
  let files: Record<string, string> = {};
  for (const text of [
    version('1.0.0', '2026-01-01', '{ mode: newOnly }'),
    version('2.0.0', '2026-06-01', '{ mode: newOnly }'),
    version('3.0.0', '2026-09-01', '{ mode: existingFrom, date: 2026-12-01T00:00:00Z }'),
  ]) {
    files = { ...files, [FILE]: text };
    const plan = planSnapshots(openCatalogue(memoryTree(files)), '2025-12-01T00:00:00Z');
    for (const file of plan.files) files[file.path] = file.text;
  }
  const bindings = [
    { id: 'a-1', profile: 'standard@1.0.0', from: '2026-02-01T00:00:00Z' },
    { id: 'b-1', profile: 'standard@2.0.0', from: '2026-07-01T00:00:00Z' },
    { id: 'c-1', profile: 'standard@1.0.0', from: '2026-02-01T00:00:00Z', to: '2026-11-01T00:00:00Z' },
    { id: 'd-1', profile: 'standard@2.0.0', from: '2026-05-01T00:00:00Z' },
  ].map((binding) => ({ type: 'tenant', ...binding }));
  const set = { kind: 'BindingSet', schemaVersion: 1, id: 'prod', environment: 'prod', bindings };
  const catalogue = openCatalogue(
    memoryTree({ ...files, 'billing/bindings/prod.json': JSON.stringify(set) }),
  );
  expect(catalogue.diagnostics).toEqual([]);
  const held = bindings.map(({ id }) =>
    termsInForce(catalogue, 'prod', id, null).map(
      ({ terms, from, to }) => `${terms.version} ${from.slice(0, 10)} ${to?.slice(0, 10) ?? 'open'}`,
    ),
  );
  expect(held).toEqual([
    ['1.0.0 2026-02-01 2026-12-01', '3.0.0 2026-12-01 open'],
    ['2.0.0 2026-07-01 2026-12-01', '3.0.0 2026-12-01 open'],
    ['1.0.0 2026-02-01 2026-11-01'],
    ['2.0.0 2026-06-01 2026-12-01', '3.0.0 2026-12-01 open'],
  ]);
});
