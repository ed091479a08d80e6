import type { Json } from '../../lib/json.ts';
import type { PlannedChange } from './plan.ts';

/** Most values of a resource: what the cloud takes is far below. */
export const MAX_VALUES = 100_000;

/** Whether a planned resource has more values, and marks of them, than `MAX_VALUES` on either side. */
export function isTooLarge(change: PlannedChange): boolean {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = change;
  return [before, after, afterUnknown, beforeSensitive, afterSensitive].some((part) => isLong(part));
}

function isLong(json: Json): boolean {
  const pending: Json[] = [json];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === null || typeof next !== 'object') continue;
    for (const value of Object.values(next) as readonly Json[]) {
      if (++count > MAX_VALUES) return true;
      pending.push(value);
    }
  }
  return false;
}
