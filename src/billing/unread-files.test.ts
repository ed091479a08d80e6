import { expect, it } from 'vitest';

import { memoryTree } from '../../test/support/memory-tree.ts';
import { billingChanges } from './changes.ts';
import { unreadFiles } from './unread-files.ts';

const files = (...paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, 'x']));
const named = (...paths: readonly string[]) =>
  unreadFiles(memoryTree(files(...paths))).map(({ source }) => source?.file);

it.each([
  'billing/other/x.yaml',
  'billing/x.json',
  'billing/units/d.YAML',
  'Billing/units/i.yml',
  'billing/snapshots/f.yaml',
  'billing/usage/g.yaml',
])('says that %s is not read', (path) => {
  expect(named(path)).toEqual([path]);
});

it.each([
  'billing/units/a.yaml',
  'billing/profiles/deep/b.json',
  'billing/snapshots/standard/1.0.0.json',
  'billing/usage/2026-04.csv.meta.yaml',
  'billing/usage/2026-04.json',
  'billing/README.md',
  'deploy/values.yaml',
])('says nothing of %s', (path) => {
  expect(named(path)).toEqual([]);
});

it('names 20 and counts the others', () => {
  const found = unreadFiles(
    memoryTree(files(...Array.from({ length: 30 }, (_, at) => `billing/x${at}.yaml`))),
  );
  expect(found).toHaveLength(20);
  expect(found[19]?.message).toContain('There are 10 more of them.');
});

it('is said of a change for what it touches alone', () => {
  const base = files('billing/old.yaml');
  const { changes, diagnostics } = billingChanges(
    memoryTree(base),
    memoryTree({ ...base, ...files('billing/new.yaml') }),
    '2026-05-04T10:00:00Z',
  );
  expect(changes).toEqual([]);
  expect(diagnostics).toMatchObject([
    { severity: 'warning', code: 'unread-billing-file', source: { file: 'billing/new.yaml' } },
  ]);
});
