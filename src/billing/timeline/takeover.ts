import { createHash } from 'node:crypto';
import { compareInstants } from '../../lib/calendar.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { ResolvedProfile } from '../resolve/resolved-profile.ts';

/**
 * When a version takes over a customer who is bound to an earlier one: at its begin, at the date of its migration, or with
 * the customer's cohort, whichever is last. Null: never.
 */
export function takeover({ terms, rollout }: ResolvedProfile, customer: string): string | null {
  const start = earliestTakeover(terms);
  if (start === null) return null;
  if (rollout.length === 0) return start;
  const place = placeOf(terms.id, customer);
  const cohort = rollout.find(({ percent }) => decimal(percent).times('100').gt(String(place)));
  return cohort === undefined ? null : later(start, cohort.from);
}

/** When a version takes over those who are bound to an earlier one, but for its cohorts. Null: never. */
export function earliestTakeover({ migration, effective }: Terms): string | null {
  if (migration.mode === 'newOnly' || effective.from === null) return null;
  return migration.mode === 'existingFrom' ? later(effective.from, migration.date) : effective.from;
}

/** Where a customer stands in the rollouts of a profile, in hundredths of a percent: the same in each version, and by nobody's choice. */
function placeOf(id: string, customer: string): number {
  return createHash('sha256').update(`${id}/${customer}`, 'utf8').digest().readUInt32BE() % 10_000;
}

/** The later of two instants. */
export function later(a: string, b: string): string {
  return compareInstants(a, b) < 0 ? b : a;
}
