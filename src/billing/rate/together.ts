import { type Decimal, ZERO } from '../../lib/decimal.ts';
import type { Aggregate } from '../../model/billing/terms.ts';
import type { SkuUsage } from './sku-part.ts';

/** Usage of two sources, or of two parts of a period whose quantities add up. */
export function added(first: SkuUsage, second: SkuUsage): SkuUsage {
  const unknown = first.unknown ?? second.unknown;
  return {
    quantity: first.quantity.plus(second.quantity),
    events: first.events.plus(second.events),
    amount: sumOf(first.amount, second.amount),
    amounts:
      first.amounts === null || second.amounts === null
        ? known(first, second)
        : [...first.amounts, ...second.amounts],
    limits: {},
    ...(unknown === undefined ? {} : { unknown }),
  };
}

/** Usage of a stretch of time and of the one after it; `level` says how, where a quantity holds for a whole period. */
export function inTime(first: SkuUsage, second: SkuUsage, level: Aggregate | null): SkuUsage {
  const both = added(first, second);
  if (level === null) return both;
  if (level === 'unique')
    return {
      ...both,
      unknown: 'What is unique in a period cannot be told from what is unique in parts of it.',
    };
  if (level === 'max')
    return { ...both, quantity: first.quantity.gt(second.quantity) ? first.quantity : second.quantity };
  return { ...both, quantity: isUsed(second) ? second.quantity : first.quantity };
}

/** Whether there was anything at all. */
export function isUsed({ quantity, events }: SkuUsage): boolean {
  return events.gt(ZERO) || quantity.gt(ZERO);
}

/** Amounts of the one that has them, when the other has no events at all. */
function known(first: SkuUsage, second: SkuUsage): SkuUsage['amounts'] {
  if (!isUsed(first)) return second.amounts;
  return isUsed(second) ? null : first.amounts;
}

function sumOf(first: Decimal | null, second: Decimal | null): Decimal | null {
  if (first === null || second === null) return first ?? second;
  return first.plus(second);
}
