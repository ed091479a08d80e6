import { expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../config/defaults.ts';
import { decimal } from '../../../lib/decimal.ts';
import type { BillingPolicyConfig } from '../../../model/billing/config.ts';
import type { PolicyConfig } from '../../../model/config.ts';
import { loosenedSettings } from './loosened.ts';

function policies(billing: Partial<BillingPolicyConfig>): PolicyConfig {
  return { ...DEFAULT_CONFIG.policies, billing: { ...DEFAULT_CONFIG.policies.billing, ...billing } };
}

it.each<[string, Partial<BillingPolicyConfig>, Partial<BillingPolicyConfig>, string[]]>([
  ['a lower level', { level: 'hard' }, { level: 'off' }, ['policies.billing.level hard off']],
  ['a higher level', { level: 'soft' }, { level: 'hard' }, []],
  ['a rule that is off', {}, { rules: { 'BP-112': 'off' } }, ['policies.billing.rules.BP-112 default off']],
  ['a rule that denies', {}, { rules: { 'BP-112': 'deny' } }, []],
  [
    'a higher limit',
    { maxRevenueLossPercent: decimal('5') },
    { maxRevenueLossPercent: decimal('5.1') },
    ['policies.billing.max_revenue_loss_percent 5 5.1'],
  ],
  [
    'a limit that is gone',
    { minMarginPercent: decimal('5') },
    { minMarginPercent: null },
    ['policies.billing.min_margin_percent 5 no limit'],
  ],
  ['a new limit', { minMarginPercent: null }, { minMarginPercent: decimal('5') }, []],
  [
    'a lower least',
    { minMarginPercent: decimal('5') },
    { minMarginPercent: decimal('4') },
    ['policies.billing.min_margin_percent 5 4'],
  ],
  ['more days', { fxMaxAgeDays: 7 }, { fxMaxAgeDays: 8 }, ['policies.billing.fx_max_age_days 7 8']],
  [
    'no signatures',
    { requireSigned: true },
    { requireSigned: false },
    ['policies.billing.require_signed true false'],
  ],
])('%s', (_, base, head, expected) => {
  const found = loosenedSettings(policies(base), policies(head));
  expect(found.map((one) => `${one.setting} ${one.base} ${one.head}`)).toEqual(expected);
});

it('sees the level of versions, and nothing without a configuration', () => {
  const head = { ...policies({}), profileVersion: { level: 'soft' as const } };
  expect(loosenedSettings(policies({}), head)).toEqual([
    { setting: 'policies.profile_version.level', base: 'hard', head: 'soft' },
  ]);
  expect(loosenedSettings(policies({}), null)).toEqual([]);
});
