import { expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { changedParts } from './changed-parts.ts';
import { perUnit, profile, sku } from './test-support/world.ts';

function terms(more: string, header: Readonly<Record<string, string>> = {}) {
  const { profiles, diagnostics } = openCatalogue(
    memoryTree(profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('1'), more)}`, header)),
  );
  expect(diagnostics).toEqual([]);
  const [found] = profiles;
  if (found === undefined) throw new Error('not resolved');
  return found.terms;
}

it.each([
  ['skus[calls].minAmount', "minAmount: '5'", {}],
  ['skus[calls].maxAmount', "maxAmount: '5'", {}],
  ['skus[calls].proration', 'proration: days', {}],
  ['rounding', '', { rounding: '{ mode: halfEven, level: line }' }],
])('takes %s for a part of its own', (path, more, header) => {
  const [base, head] = [terms(''), terms(more, header)];
  const [part, ...others] = changedParts(base, head, undefined);
  expect([part?.path, others]).toEqual([path, []]);
  expect(part?.terms).toEqual(head);
});
