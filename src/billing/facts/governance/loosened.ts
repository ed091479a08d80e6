import { Decimal } from '../../../lib/decimal.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { PolicyConfig } from '../../../model/config.ts';

/** A setting of the rules that the change makes weaker. */
export interface LoosenedSetting {
  /** As it is written in the configuration, such as `policies.billing.level`. */
  readonly setting: string;
  readonly base: string;
  readonly head: string;
}

const LEVELS = ['off', 'advisory', 'soft', 'hard'];
/** Where nothing is said a rule warns or denies: only a denial that is written is surely as strict. */
const EFFECTS = ['off', 'warn', 'default', 'deny'];

/** Names of limits, and which way is weaker. */
const LIMITS = {
  maxRevenueLossPercent: ['max_revenue_loss_percent', 'up'],
  maxCustomerIncreasePercent: ['max_customer_increase_percent', 'up'],
  maxCustomerLossPercent: ['max_customer_loss_percent', 'up'],
  minMarginPercent: ['min_margin_percent', 'down'],
  maxDiscountShareRise: ['max_discount_share_rise', 'up'],
  minCoveragePercent: ['min_coverage_percent', 'down'],
  maxUntaggedPercent: ['max_untagged_percent', 'up'],
  taxTableMaxAgeDays: ['tax_table_max_age_days', 'up'],
  fxMaxAgeDays: ['fx_max_age_days', 'up'],
  mostTiers: ['most_tiers', 'up'],
  mostSkus: ['most_skus', 'up'],
  mostDiscounts: ['most_discounts', 'up'],
} as const;

/** The settings of the billing rules that are weaker at head, by name. Null: the head's could not be read. */
export function loosenedSettings(base: PolicyConfig, head: PolicyConfig | null): readonly LoosenedSetting[] {
  if (head === null) return [];
  const [before, after] = [base.billing, head.billing];
  const rules = [...new Set([...Object.keys(before.rules), ...Object.keys(after.rules)])];
  const found: (LoosenedSetting | undefined)[] = [
    weaker('level', before.level, after.level, LEVELS),
    ...rules.map((id) => {
      const [old = 'default', now = 'default'] = [before.rules[id], after.rules[id]];
      return weaker(`rules.${id}`, old, now, EFFECTS);
    }),
    ...Object.entries(LIMITS).map(([key, [name, way]]) => {
      const field = key as keyof typeof LIMITS;
      return weakerLimit(name, before[field], after[field], way);
    }),
    weaker('require_signed', String(before.requireSigned), String(after.requireSigned), ['false', 'true']),
  ];
  const versions = weaker('level', base.profileVersion.level, head.profileVersion.level, LEVELS);
  return [
    ...found.flatMap((one) =>
      one === undefined ? [] : [{ ...one, setting: `policies.billing.${one.setting}` }],
    ),
    ...(versions === undefined ? [] : [{ ...versions, setting: 'policies.profile_version.level' }]),
  ].sort((a, b) => byCodePoint(a.setting, b.setting));
}

function weaker(
  setting: string,
  base: string,
  head: string,
  order: readonly string[],
): LoosenedSetting | undefined {
  return order.indexOf(head) < order.indexOf(base) ? { setting, base, head } : undefined;
}

/** A limit that is taken away is weaker than any. */
function weakerLimit(
  setting: string,
  base: Decimal | number | null,
  head: Decimal | number | null,
  weakerWay: 'up' | 'down',
): LoosenedSetting | undefined {
  if (base === null) return undefined;
  const shown = { setting, base: String(base), head: head === null ? 'no limit' : String(head) };
  if (head === null) return shown;
  const order = new Decimal(String(head)).cmp(new Decimal(String(base)));
  return order === (weakerWay === 'up' ? 1 : -1) ? shown : undefined;
}
