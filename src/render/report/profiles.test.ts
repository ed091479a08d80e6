import { expect, it } from 'vitest';

import { result } from '../../../test/golden/render/build.ts';
import { schemaErrors } from '../../../test/support/published-schema.ts';
import type { CorrectionRecord } from '../../model/billing/correction.ts';
import type { ProfileChange } from '../../model/profile.ts';
import { renderJson } from '../json.ts';
import { plain } from '../plain.ts';
import { renderTerminal } from '../terminal.ts';
import { inlines } from './document.ts';
import { profilesSection, versionStep } from './profiles.ts';

const SOURCE = { file: 'billing/x.yaml', start: { line: 2, column: 1 }, end: { line: 2, column: 9 } };
const NONE = { base: null, head: null };

function change(kind: string, more: Partial<ProfileChange> = {}): ProfileChange {
  return {
    ...{ id: 'x', kind, file: SOURCE.file, action: 'create', baseVersion: null, headVersion: null },
    ...{ lifecycle: NONE, effectiveFrom: NONE, differences: [], requiredBump: 'none', actualBump: 'new' },
    ...{ bumpSufficient: true, effectiveInPast: null, versionSource: SOURCE, effectiveSource: SOURCE },
    ...more,
  };
}

/** The line of a change, without its place and its code. */
function line(one: ProfileChange): string {
  const [list] = profilesSection({ profiles: [one] })?.blocks ?? [];
  const parts = list?.kind === 'list' ? inlines(list.items[0] ?? '') : [];
  return plain(
    parts.map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : '')).join(''),
  );
}

it.each([
  ['BindingSet', {}, 'x (BindingSet, create) new'],
  ['Correction', { action: 'delete', requiredBump: 'refused' }, 'x (Correction, delete) removed: is refused'],
  ['BindingSet', { action: 'update' }, 'x (BindingSet, update) changed'],
  ['FxTable', { headVersion: '1.0.0' }, 'x (FxTable, create) new 1.0.0: needs no version step'],
  [
    'UnitDefinition',
    { action: 'update', baseVersion: '1.0.0', headVersion: '1.0.1', requiredBump: 'patch' },
    'x (UnitDefinition, update) 1.0.0 → 1.0.1: needs a patch version step, has it',
  ],
  [
    'TaxTable',
    {
      headVersion: '1.0.0',
      effectiveFrom: { base: null, head: '2026-01-01T00:00:00Z' },
      effectiveInPast: true,
    },
    'x (TaxTable, create) new 1.0.0: needs no version step; effective from 2026-01-01T00:00:00Z (in the past)',
  ],
] as const)('a %s has only what such a file can have', (kind, more, expected) => {
  expect(line(change(kind, more)).trim()).toBe(expected);
});

it('a profile without what it must have says so', () => {
  expect(line(change('BillingProfile')).trim()).toBe(
    'x (BillingProfile, create) new without a version: needs no version step; lifecycle none; effective from none (no date could be read)',
  );
});

it('a removed profile has the date that it had', () => {
  const effectiveFrom = { base: '2026-01-01T00:00:00Z', head: null };
  const removed = change('BillingProfile', { action: 'delete', baseVersion: '1.0.0', effectiveFrom });
  expect(line(removed)).toMatch(/effective from 2026-01-01T00:00:00Z$/);
});

it('the short line of a file without a version names what happens to it', () => {
  expect(versionStep(change('BindingSet'))).toBe('new');
  expect(versionStep(change('RateCard'))).toBe('new without a version');
});

it('says what corrections charge and give back, for whom and in sum', () => {
  const record: CorrectionRecord = {
    ...{ BilledCost: '-36.5', BillingCurrency: 'EUR', ChargeCategory: 'Usage', ChargeClass: 'Correction' },
    ...{ ChargeDescription: 'Counted twice.', ChargePeriodStart: '2026-03-01T00:00:00Z' },
    ...{
      ChargePeriodEnd: '2026-04-01T00:00:00Z',
      ConsumedQuantity: '-3000',
      ConsumedUnit: 'call',
      SkuId: 'api',
    },
    ...{ SubAccountId: 't-1', SubAccountType: 'tenant', x_BillingProfileId: 'pro' },
    ...{ x_BillingProfileVersion: '1.0.0', x_BillingProfileSha256: 'a'.repeat(64), x_CorrectionId: 'x' },
  };
  const corrections = [record, { ...record, BilledCost: '6.25' }];
  const shown = renderTerminal(result({ profiles: [change('Correction')], corrections }), {
    color: false,
    width: 160,
  });
  expect(shown).toContain('What is corrected, before tax: -EUR 30.25.');
  expect(shown).toMatch(
    /x +tenant t-1 +api +2026-03-01T00:00:00Z to 2026-04-01T00:00:00Z +-3,000 call +-EUR 36\.50 +pro@1\.0\.0/,
  );
  expect(schemaErrors('result', renderJson(result({ corrections }), { toolVersion: '1.0.0' }))).toEqual([]);
});
