import { expect, it } from 'vitest';

import type { ProfileChange, ProfileDifference } from '../../model/profile.ts';
import { profileJson } from './profile.ts';

const start = { line: 1, column: 1 };
const source = { file: 'billing/profiles/api.yaml', start, end: start };
const led = {
  path: 'skus[calls].price.unit',
  kind: 'changed',
  base: '1',
  head: '2',
  changeClass: 'price',
} as const;
const difference: ProfileDifference = {
  ...{ path: 'rateCard', kind: 'changed', base: 'card@1.0.0', head: 'card@2.0.0', changeClass: 'price' },
  ...{ requiredBump: 'major', approval: ['finance', 'owner'], source },
};

function differencesOf(...differences: readonly ProfileDifference[]): unknown {
  const sides = { base: null, head: null };
  const change: ProfileChange = {
    ...{ id: 'api', kind: 'BillingProfile', file: source.file, action: 'update', lifecycle: sides },
    ...{
      baseVersion: '1.0.0',
      headVersion: '2.0.0',
      effectiveFrom: sides,
      effectiveInPast: null,
      differences,
    },
    ...{ requiredBump: 'major', actualBump: 'major', bumpSufficient: true },
    ...{ versionSource: source, effectiveSource: source },
  };
  return (profileJson(change) as { differences: unknown }).differences;
}

it('has what a difference leads to elsewhere, where there is any', () => {
  expect(differencesOf({ ...difference, leadsTo: [led] }, difference)).toMatchObject([
    { leadsTo: [led] },
    {},
  ]);
  expect(differencesOf(difference)).not.toMatchObject([{ leadsTo: expect.anything() as unknown }]);
});
