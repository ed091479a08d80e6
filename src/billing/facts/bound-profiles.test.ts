import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { bound, NOW, perUnit, profile, sku } from '../simulate/test-support/world.ts';
import { boundProfiles } from './bound-profiles.ts';

const body = `skus:\n${sku('calls', perUnit('1'))}`;

it('tells of what the change touches alone, be it the profile or the binding', () => {
  const head = openCatalogue(
    memoryTree({
      ...profile('api', '1.0.0', body),
      ...profile('gold', '1.0.0', body),
      ...bound({ acme: 'api@1.0.0', beta: 'api@1.0.0', zeta: 'gold@1.0.0' }),
    }),
  );
  expect(head.diagnostics).toEqual([]);
  const found = (...files: readonly string[]) =>
    boundProfiles(
      { head, now: NOW, nameOf: (customer) => `the ${customer}` },
      head.documents.filter(({ file }) => files.includes(file)),
    ).map(({ reference, customers, customer }) => `${reference} ${customers} ${customer}`);
  expect(found()).toEqual([]);
  expect(found('billing/profiles/gold.yaml')).toEqual(['gold@1.0.0 1 the zeta']);
  expect(found('billing/bindings/prod.yaml')).toEqual(['api@1.0.0 2 the acme', 'gold@1.0.0 1 the zeta']);
});
