import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

import { billingChanges } from '../../src/billing/changes.ts';
import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { committed, EXAMPLE, generatedFiles } from './files.ts';
import type { Files } from './snapshots.ts';

const NOW = '2026-11-16T09:00:00Z';
const base = filesIn('base');
const head = { ...base, ...filesIn('change') };

/** All files of a folder of the example. */
function filesIn(folder: string): Files {
  const root = join(EXAMPLE, folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [relative(root, path), readFileSync(path, 'utf8')]));
}

describe('examples/saas-billing', () => {
  it.each(Object.entries(generatedFiles()))('has %s as tools/examples writes it', (path, text) => {
    expect(committed(path)).toBe(text);
  });

  it.each([
    ['as it is', base],
    ['with the change', head],
  ])('has nothing wrong in its billing files %s', (_, files) => {
    expect(openCatalogue(memoryTree(files)).diagnostics).toEqual([]);
  });

  it('keeps every version of two years', () => {
    const { versions } = openCatalogue(memoryTree(head));
    const kept = ['team', 'enterprise'].map((id) => versions(id).map(({ terms }) => terms.version));
    expect(kept).toEqual([
      ['1.0.0', '1.1.0', '2.0.0', '3.0.0'],
      ['1.0.0', '2.0.0'],
    ]);
  });

  it('changes prices in a new major version that is announced in time', () => {
    const { changes } = billingChanges(memoryTree(base), memoryTree(head), NOW);
    expect(changes.map(({ id, requiredBump, actualBump }) => [id, requiredBump, actualBump])).toEqual([
      ['team', 'major', 'major'],
      ['platform', 'major', 'major'],
    ]);
  });
});
