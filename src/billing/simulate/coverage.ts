import { decimal } from '../../lib/decimal.ts';
import type { UsageCoverage } from '../../model/billing/simulation.ts';
import type { UsageAggregate, UsageCounts } from '../../model/billing/usage.ts';
import { instantText } from '../invoice/instant-text.ts';
import type { Period } from '../time/periods.ts';
import { recordedSpan } from '../usage/recorded-span.ts';
import { percentOf } from './sides.ts';

/**
 * What is compared of the recorded usage, and whether it reaches to the end of the last of the periods. `leftOut` are accepted rows
 * that lie in none of them.
 */
export function coverageOf(
  { counts, origin }: UsageAggregate,
  periods: readonly Period[],
  leftOut = 0,
): UsageCoverage {
  const end = periods.reduce((last, { to }) => Math.max(last, to), -Infinity);
  const { completeThrough } = origin;
  return {
    rows: percentOf(decimal(counts.accepted - leftOut), decimal(billable(counts))),
    complete: completeThrough === null || end === -Infinity ? null : Date.parse(completeThrough) >= end,
  };
}

/** Rows that somebody should be billed for: all but doublets and shared cost. */
function billable({ rows, deduplicated, pooled }: UsageCounts): number {
  return rows - deduplicated - pooled;
}

/** What the usage does not show, one sentence each: parts of periods, and samples. */
export function usageLimits({ origin }: UsageAggregate, periods: readonly Period[]): string[] {
  const { sampled, completeThrough } = origin;
  const [recorded, first, last] = [recordedSpan(origin), periods.at(0), periods.at(-1)];
  // Events are never on the very bounds of a period; an export that says how far it reaches is taken at its word.
  const slack = completeThrough === null ? DAY : 0;
  const isLate = recorded !== null && first !== undefined && recorded.from > first.from + DAY;
  const isShort = recorded !== null && last !== undefined && recorded.to < last.to - slack;
  return [
    ...(isLate
      ? [`Usage begins at ${instantText(recorded.from)}, in the midst of a billing period: ${LESS}`]
      : []),
    ...(isShort
      ? [`Usage ends at ${instantText(recorded.to)}, in the midst of a billing period: ${LESS}`]
      : []),
    ...(completeThrough !== null &&
    origin.to !== null &&
    Date.parse(origin.to) > Date.parse(completeThrough) + DAY
      ? [beyondText(completeThrough, origin.to)]
      : []),
    ...(sampled === null || sampled.gte('100') ? [] : [sampleText(sampled.toFixed())]),
  ];
}

const DAY = 86_400_000;
const LESS =
  'less is used in it than in a whole one, so higher tiers and commitments are reached less, while flat amounts are due for all of it.';

function sampleText(percent: string): string {
  return `The usage is a sample of ${percent} percent: all sums are those of the sample, and are not scaled up.`;
}

function beyondText(completeThrough: string, to: string): string {
  return `Rows reach to ${to}, and the usage is said to be complete through ${completeThrough} only: what it has after that is a part of it.`;
}
