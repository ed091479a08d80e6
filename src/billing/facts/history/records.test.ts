import { expect, it } from 'vitest';

import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { openCatalogue } from '../../resolve/catalogue.ts';
import { NOW, perUnit, profile, sku, type Files } from '../../simulate/test-support/world.ts';
import { historyFaults } from './records.ts';

const FILE = 'billing/profiles/api.yaml';
/** Published, and never kept as a snapshot. */
const unkept: Files = profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('1'))}`);

function faults(base: Files, touched: readonly string[]): string[] {
  const [before, head] = [openCatalogue(memoryTree(base)), openCatalogue(memoryTree(unkept))];
  const documents = head.documents.filter(({ file }) => touched.includes(file));
  return historyFaults({ base: before, head, changes: [], now: NOW }, documents).map(
    ({ source }) => source.file,
  );
}

it('asks for what stood before only where the change touches the file', () => {
  expect(faults({}, [])).toEqual([FILE]);
  expect(faults(unkept, [])).toEqual([]);
  expect(faults(unkept, [FILE])).toEqual([FILE]);
});
