import { isPositive } from '../../lib/decimal.ts';
import type { Aggregate } from '../../model/billing/terms.ts';
import type { SkuUsage } from './sku-part.ts';

/** Usage of two sources, or of two parts of a period whose quantities add up. */
export function added(first: SkuUsage, second: SkuUsage): SkuUsage {
  const unknown = first.unknown ?? second.unknown;
  return {
    quantity: first.quantity.plus(second.quantity),
    events: first.events.plus(second.events),
    amount: joined(
      first,
      second,
      ({ amount }) => amount,
      (a, b) => a.plus(b),
    ),
    amounts: joined(
      first,
      second,
      ({ amounts }) => amounts,
      (a, b) => [...a, ...b],
    ),
    limits: {},
    ...(unknown === undefined ? {} : { unknown }),
  };
}

/** Usage of a stretch of time and of the one after it; `level` says how, where a quantity holds for a whole period. */
export function inTime(first: SkuUsage, second: SkuUsage, level: Aggregate | null): SkuUsage {
  const both = added(first, second);
  if (level === null) return both;
  if (level === 'unique') {
    if (!isUsed(first) || !isUsed(second)) return both;
    return {
      ...both,
      unknown: 'What is unique in a period cannot be told from what is unique in parts of it.',
    };
  }
  if (level === 'max')
    return { ...both, quantity: first.quantity.gt(second.quantity) ? first.quantity : second.quantity };
  return { ...both, quantity: isUsed(second) ? second.quantity : first.quantity };
}

/** Whether there was anything at all. */
export function isUsed({ quantity, events }: SkuUsage): boolean {
  return isPositive(events) || isPositive(quantity);
}

/** Amounts of both, or of the one that has any when the other has no events at all; else they are not known. */
function joined<Amounts>(
  first: SkuUsage,
  second: SkuUsage,
  amounts: (of: SkuUsage) => Amounts | null,
  join: (a: Amounts, b: Amounts) => Amounts,
): Amounts | null {
  const [a, b] = [amounts(first), amounts(second)];
  if (a !== null && b !== null) return join(a, b);
  if (!isUsed(first)) return b;
  return isUsed(second) ? null : a;
}
