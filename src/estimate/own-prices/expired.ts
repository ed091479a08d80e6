import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PricingEntry } from '../../model/pricing.ts';
import { whenInForce } from './in-force.ts';

/** A warning for each entry that no longer holds and that no other of its list continues: list prices hold in its place. */
export function expired(entries: readonly PricingEntry[], today: string): Diagnostic[] {
  const continued = new Set(
    entries.filter((entry) => whenInForce(entry, today) === 'now').map(({ scope }) => JSON.stringify(scope)),
  );
  return entries
    .filter((entry) => whenInForce(entry, today) === 'expired' && !continued.has(JSON.stringify(entry.scope)))
    .map(({ id, until = '', source }) => ({
      severity: 'warning',
      code: 'pricing-expired',
      message: `${JSON.stringify(id)} of "pricing" holds no longer: its last day was ${until}.`,
      source,
      hint: 'Renew it, or remove it: list prices are taken in its place.',
    }));
}
