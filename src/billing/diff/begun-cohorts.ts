import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { compareInstants } from '../../lib/calendar.ts';
import type { BillingDocument } from '../document.ts';
import { plainNumber } from '../item-key.ts';

/**
 * Which shares of the customers have come under a version before `now`, and since when, as one text: two rollouts with the
 * same one have moved the same customers at the same instants. Without cohorts that is everybody when the version takes
 * over; a cohort of an earlier date waits for that. Empty while it has taken over nobody, and where it never does.
 */
export function begunCohorts({ root }: BillingDocument, now: string): string {
  const text = (...keys: readonly string[]) => textOf(nodeAt(root, ...keys));
  const [from, date, mode] = [
    text('effective', 'from'),
    text('migration', 'date'),
    text('migration', 'mode'),
  ];
  if (from === undefined || mode === undefined || mode === 'newOnly') return '';
  const start = mode === 'existingFrom' && date !== undefined ? later(from, date) : from;
  const written = itemsOf(nodeAt(root, 'rollout', 'cohorts')).map((cohort) => ({
    percent: textOf(nodeAt(cohort, 'percent')) ?? '',
    from: later(start, textOf(nodeAt(cohort, 'from')) ?? start),
  }));
  const cohorts = written.length === 0 ? [{ percent: '100', from: start }] : written;
  return cohorts
    .filter((cohort) => compareInstants(cohort.from, now) < 0)
    .sort((a, b) => compareInstants(a.from, b.from))
    .map((cohort) => `${plainNumber(cohort.percent)} ${cohort.from}`)
    .join(', ');
}

function later(a: string, b: string): string {
  return compareInstants(a, b) < 0 ? b : a;
}
