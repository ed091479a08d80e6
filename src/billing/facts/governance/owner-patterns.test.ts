import { expect, it } from 'vitest';
import { ownedBy, parseOwners } from './owner-patterns.ts';

const FILE = 'billing/profiles/standard.yaml';

it.each([
  ['*', FILE, true],
  ['/billing/', FILE, true],
  ['/billing', FILE, true],
  ['billing/', FILE, true],
  ['billing/*', FILE, false],
  ['billing/**', FILE, true],
  ['profiles/', FILE, true],
  ['/profiles/', FILE, false],
  ['*.yaml', FILE, true],
  ['/*.yaml', FILE, false],
  ['/billing/*/standard.yaml', FILE, true],
  ['/billing/**/standard.yaml', FILE, true],
  ['**/standard.yaml', FILE, true],
  ['standard.yaml/', FILE, false],
  ['/bill', FILE, false],
  ['!billing/', FILE, false],
  ['/billing/[a-z]/', FILE, false],
  ['billing', 'infra/billing/main.tf', true],
])('%s is for %s: %s', (pattern, path, expected) => {
  expect(ownedBy(parseOwners(`${pattern} @owner`), path)).toEqual(expected ? ['@owner'] : []);
});

it('takes the last line that matches, comments out', () => {
  const lines = parseOwners('* @all\n# /billing/ @nobody\n/billing/ @finance @tax # both\n/billing/fx/\n');
  expect([FILE, 'billing/fx/ecb.yaml', 'main.tf'].map((path) => ownedBy(lines, path))).toEqual([
    ['@finance', '@tax'],
    [],
    ['@all'],
  ]);
});
