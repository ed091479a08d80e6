import { decimal } from '../../lib/decimal.ts';
import type { UsageCoverage } from '../../model/billing/simulation.ts';
import type { UsageAggregate, UsageCounts } from '../../model/billing/usage.ts';
import type { Period } from '../time/periods.ts';
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
  const { from, to, sampled } = origin;
  const [first, last] = [periods.at(0), periods.at(-1)];
  const isLate = from !== null && first !== undefined && Date.parse(from) > first.from;
  const isShort = to !== null && last !== undefined && Date.parse(to) < last.to;
  return [
    ...(isLate ? [`Usage begins at ${from}, in the midst of a billing period: ${LESS}`] : []),
    ...(isShort ? [`Usage ends at ${to}, in the midst of a billing period: ${LESS}`] : []),
    ...(sampled === null || sampled.gte('100') ? [] : [sampleText(sampled.toFixed())]),
  ];
}

const LESS = 'less is used in it than in a whole one, so higher tiers and commitments are reached less.';

function sampleText(percent: string): string {
  return `The usage is a sample of ${percent} percent: all sums are those of the sample, and are not scaled up.`;
}
