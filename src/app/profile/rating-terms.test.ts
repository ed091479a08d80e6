import { expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../../billing/resolve/catalogue.ts';
import { bound, perUnit, profile, sku } from '../../billing/simulate/test-support/world.ts';
import { termsByBindings, termsByProfile } from './rating-terms.ts';

const set = (text: string) =>
  text.replace('id: prod\nenvironment: prod', 'id: staging\nenvironment: staging');
const [bindings = ''] = Object.values(
  bound({
    acme: 'api@1.0.0',
    beta: 'api@1.0.0, jurisdiction: DE, to: 2026-03-01T00:00:00Z',
  }),
);
const catalogue = openCatalogue(
  memoryTree({
    ...profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('1'))}`),
    'billing/bindings/prod.yaml': `${bindings}  - { type: account, id: acme, profile: api@1.0.0, from: 2026-01-01T00:00:00Z }
  - { type: tenant, id: beta, profile: api@1.0.0, jurisdiction: FR, from: 2026-03-01T00:00:00Z }
`,
    'billing/bindings/staging.yaml': set(Object.values(bound({ zeta: 'api@1.0.0' })).join('')),
  }),
);
const [{ terms } = { terms: undefined }] = catalogue.profiles;

it('needs the type of a customer where two have its id', () => {
  expect(catalogue.diagnostics).toEqual([]);
  if (terms === undefined) throw new Error('not resolved');
  const { termsOf } = termsByProfile(catalogue, 'prod', terms);
  expect(termsOf('acme', null)).toEqual([]);
  expect(termsOf('acme', 'account').map(({ binding }) => binding.type)).toEqual(['account']);
});

it('takes what the last binding of a customer says', () => {
  if (terms === undefined) throw new Error('not resolved');
  const [part] = termsByProfile(catalogue, 'prod', terms).termsOf('beta', null);
  expect(part?.binding).toMatchObject({ jurisdiction: 'FR', from: '0001-01-01T00:00:00Z', to: null });
});

it('bills those who are bound in the environment, and no others', () => {
  const ids = (environment: 'prod' | 'staging') =>
    termsByBindings(catalogue, environment, null).customers.map(({ type, id }) => `${type} ${id}`);
  expect(ids('prod').sort()).toEqual(['account acme', 'tenant acme', 'tenant beta', 'tenant beta']);
  expect(ids('staging')).toEqual(['tenant zeta']);
});
