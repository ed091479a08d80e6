import { DecimalTotal } from '../../../lib/decimal-total.ts';
import { isZero, ZERO } from '../../../lib/decimal.ts';
import type { SkuUsage } from '../sku-part.ts';
import { shown } from '../text.ts';
import { isUsed } from '../together.ts';

/** Why a price that goes by the sum of all events' amounts cannot be said; null when it can be. */
export function amountUnknown(usage: SkuUsage): string | null {
  if (usage.amount === null)
    return isUsed(usage)
      ? 'The price goes by the amounts of events, and not each of them has one (x_EventAmount).'
      : null;
  return usage.amount.lt(ZERO) ? 'The amounts of events sum up to less than 0.' : null;
}

/** Why a price that goes by the amount of each event cannot be said; null when it can be. */
export function amountsUnknown(usage: SkuUsage): string | null {
  const { amounts } = usage;
  if (amounts === null)
    return isUsed(usage)
      ? 'The price goes by the amount of each event, and the usage does not have them (x_EventAmount).'
      : null;
  const counted = new DecimalTotal();
  for (const { amount, count } of amounts) {
    if (amount.s < 0 && !isZero(amount)) return 'An event has an amount below 0.';
    counted.add(count);
  }
  const known = counted.value();
  if (known.eq(usage.events)) return null;
  return `The price goes by the amount of each event: ${shown(usage.events)} events, ${shown(known)} with an amount.`;
}
