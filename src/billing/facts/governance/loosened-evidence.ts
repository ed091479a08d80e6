import type { BillingConfig } from '../../../model/billing/config.ts';
import type { LoosenedSetting } from './loosened.ts';

/** What the change does to the usage that changes are judged by: globs that are gone, and another environment. Null: unknown. */
export function loosenedEvidence(
  base: BillingConfig,
  head: BillingConfig | null,
): readonly LoosenedSetting[] {
  if (head === null) return [];
  const isLess = base.usage.some((glob) => !head.usage.includes(glob));
  const usage = { setting: 'billing.usage', base: listed(base.usage), head: listed(head.usage) };
  const environment = { setting: 'billing.environment', base: base.environment, head: head.environment };
  return [...(base.environment === head.environment ? [] : [environment]), ...(isLess ? [usage] : [])];
}

function listed(globs: readonly string[]): string {
  return globs.length === 0 ? 'nothing' : globs.join(', ');
}
