import type { UsageOrigin } from '../../model/billing/usage.ts';
import type { Period } from '../time/periods.ts';

/** From when to when usage was recorded, as far as somebody says, else by its rows; epoch milliseconds. Null: there is none. */
export function recordedSpan({ from, to, completeThrough }: UsageOrigin): Period | null {
  const end = completeThrough ?? to;
  return from === null || end === null ? null : { from: Date.parse(from), to: Date.parse(end) };
}
