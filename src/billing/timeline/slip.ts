import type { Terms } from '../../model/billing/terms.ts';
import { instantText } from '../invoice/instant-text.ts';
import { periodAt } from '../time/periods.ts';

/** How far an instant lies from the begin of a billing period that it seems to mean. */
export interface Slip {
  /** That begin, in UTC. */
  readonly begin: string;
  /** In milliseconds; below 0 for an instant before it. */
  readonly by: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No time zone is further from UTC. */
const MOST = 14 * HOUR;

/** Finds instants that are midnight elsewhere; equal ones are looked at once. */
export class SlipFinder {
  readonly #found = new Map<string, Slip | undefined>();

  /**
   * The begin that an instant misses: within the offset that a time zone can have, when the instant is midnight in UTC, or an hour
   * beside the begin, as clocks are moved. Undefined for a begin itself, and for any other instant.
   */
  find({ cadence, timezone }: Terms, instant: string): Slip | undefined {
    const key = `${cadence} ${timezone} ${instant}`;
    if (!this.#found.has(key)) this.#found.set(key, slipOf(cadence, timezone, Date.parse(instant)));
    return this.#found.get(key);
  }
}

function slipOf(cadence: Terms['cadence'], timezone: string, instant: number): Slip | undefined {
  const { from, to } = periodAt(cadence, timezone, instant);
  const begin = instant - from <= to - instant ? from : to;
  const by = instant - begin;
  const isMidnight = instant % DAY === 0;
  if (by === 0 || Math.abs(by) > (isMidnight ? MOST : HOUR)) return undefined;
  return isMidnight || Math.abs(by) === HOUR ? { begin: instantText(begin), by } : undefined;
}

/** `1 hour after`, `5 hours 30 minutes before`. */
export function slipText({ by }: Slip): string {
  const size = Math.abs(by);
  const parts = [
    [Math.floor(size / HOUR), 'hour'],
    [Math.floor((size % HOUR) / MINUTE), 'minute'],
  ] as const;
  const words = parts.flatMap(([n, unit]) => (n === 0 ? [] : [`${n} ${unit}${n === 1 ? '' : 's'}`]));
  return `${words.join(' ')} ${by < 0 ? 'before' : 'after'}`;
}
