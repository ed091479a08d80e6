import { UserError } from '../../../lib/errors.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Metering } from '../../../model/billing/usage.ts';
import { periodAt, periodsBetween, windowAt, type Period } from '../../time/periods.ts';
import type { Granularity } from './dialect.ts';

/** A metering of some customer, and the SKU or meter that it is for. */
export interface KeyedMetering {
  readonly key: string;
  readonly metering: Metering;
}

/** How the events of a key are brought together; keys that no profile has are summed, so that they are counted too. */
export interface QueryMeter {
  readonly key: string;
  readonly aggregate: 'sum' | 'max' | 'last' | 'unique';
  /** For `unique`, which cannot be put together from parts: each stretch that has a count of its own. */
  readonly windows: readonly UniqueWindow[];
}

export interface UniqueWindow extends Period {
  /** What is received later does not count. */
  readonly deadline: number;
}

/** What a query has to keep apart, so that its rows can stand for the events under all terms. */
export interface QueryPlan {
  readonly granularity: Granularity;
  readonly meters: readonly QueryMeter[];
  /** Milliseconds after its begin within which no event can be late; those that came after stay rows of their own. */
  readonly inTime: number;
}

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const MOST_WINDOWS = 2000;

/**
 * The plan for all meterings of customers, from one instant to another (epoch milliseconds). UserError where no aggregate can stand for
 * the events: a bound within a minute, one key that is metered in several ways, or too many windows of unique values.
 */
export function queryPlan(meterings: readonly KeyedMetering[], from: number, to: number): QueryPlan {
  const bounds = new Set(meterings.flatMap(({ metering }) => boundsOf(metering, from, to)));
  const fitting = STEPS.find(([, step]) => [...bounds].every((bound) => bound % step === 0));
  if (fitting === undefined)
    throw new UserError('A billing period or a version begins within a minute.', {
      hint: 'An aggregate has rows of a minute at least: export single events for this time.',
    });
  const meters = metersOf(meterings, from, to);
  if (meters.reduce((count, { windows }) => count + windows.length, 0) > MOST_WINDOWS)
    throw new UserError(`The query would count unique values in more than ${MOST_WINDOWS} windows.`, {
      hint: 'Ask for a shorter time, such as one month, and for the next one with another query.',
    });
  const cutoffs = meterings.map(({ metering }) => metering.cutoff);
  return { granularity: fitting[0], meters, inTime: cutoffs.length === 0 ? 0 : Math.min(...cutoffs) };
}

/** Where cells begin; of windows those that are counted each by itself. */
function boundsOf(metering: Metering, from: number, to: number): number[] {
  return slices(metering, from, to)
    .map((slice) => slice.from)
    .filter((bound) => bound > from);
}

/** The stretches between periods, cuts and, unless quantities are added up anyway, windows. */
function slices(metering: Metering, from: number, to: number): Period[] {
  const { cadence, timezone, aggregate, window } = metering;
  const cuts = metering.cuts.filter((cut) => cut > from && cut < to);
  const bounds = new Set([...cuts, to]);
  for (const period of periodsBetween(cadence, timezone, from, to)) bounds.add(Math.min(period.to, to));
  const isSum = aggregate === 'sum' || aggregate === 'none';
  for (let at = from; at < to && !isSum;) {
    at = windowAt(window, cadence, timezone, at).to;
    if (at < to) bounds.add(at);
  }
  const ends = [...bounds].sort((a, b) => a - b);
  return ends.map((end, index) => ({ from: ends[index - 1] ?? from, to: end }));
}

function metersOf(meterings: readonly KeyedMetering[], from: number, to: number): QueryMeter[] {
  const meters = new Map<string, QueryMeter>();
  for (const { key, metering } of meterings) {
    const meter = meterOf(key, metering, from, to);
    const other = meters.get(key);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(meter)) throw twoWays(key);
    meters.set(key, meter);
  }
  return [...meters.values()].sort((a, b) => byCodePoint(a.key, b.key));
}

function meterOf(key: string, metering: Metering, from: number, to: number): QueryMeter {
  if (metering.aggregate !== 'unique')
    return { key, aggregate: metering.aggregate === 'none' ? 'sum' : metering.aggregate, windows: [] };
  const { cadence, timezone, cutoff } = metering;
  const windows = slices(metering, from, to).map((slice) => ({
    ...slice,
    deadline: periodAt(cadence, timezone, slice.from).to + cutoff,
  }));
  return { key, aggregate: 'unique', windows };
}

function twoWays(key: string): UserError {
  return new UserError(
    `${key} is brought together in several ways, by aggregate or by windows of unique values.`,
    {
      hint: 'One aggregate cannot stand for both: export the single events of this time.',
    },
  );
}
