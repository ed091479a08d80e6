import { expect, it } from 'vitest';

import type { ProfileChange, ProfileDifference } from '../../model/profile.ts';
import { impactBlocks } from './impact.ts';

const NONE = { base: null, head: null };
const source = {
  file: 'billing/profiles/team.yaml',
  start: { line: 4, column: 1 },
  end: { line: 4, column: 1 },
};
const led = { path: 'tax.rows[DE standard].rate', kind: 'changed', base: '19', head: '90' } as const;

function changed(kind: string, id: string, ...differences: readonly ProfileDifference[]): ProfileChange {
  return {
    ...{ id, kind, file: source.file, action: 'update', differences },
    ...{ baseVersion: '1.0.0', headVersion: '2.0.0', lifecycle: NONE, effectiveFrom: NONE },
    ...{ requiredBump: 'major', actualBump: 'major', bumpSufficient: true, effectiveInPast: false },
    ...{ versionSource: source, effectiveSource: source },
  };
}

/** What is said of a profile that goes over to another table, beside another change. */
function told(head: string, beside: ProfileChange): string {
  const taxes: ProfileDifference = {
    ...{ path: 'taxes', kind: 'changed', base: 'vat@1.0.0', head, changeClass: 'tax', requiredBump: 'major' },
    ...{ approval: ['tax'], source, leadsTo: [{ ...led, changeClass: 'tax' }] },
  };
  return JSON.stringify(impactBlocks([changed('BillingProfile', 'team', taxes), beside], null));
}

it('shows the old and the new rates of those who have another tax table', () => {
  const text = told('other@1.0.0', changed('TaxTable', 'vat'));
  expect(text).toContain(led.path);
  expect(text).toMatch(/"text":"19"[^]*"text":"90"/u);
});

it('leaves them to the table where that changes itself', () => {
  expect(told('vat@2.0.0', changed('TaxTable', 'vat'))).not.toContain(led.path);
});
