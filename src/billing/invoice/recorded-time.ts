import type { Cadence, Terms } from '../../model/billing/terms.ts';
import type { UsageAggregate, UsageCell, UsageOrigin } from '../../model/billing/usage.ts';
import type { Period } from '../time/periods.ts';
import { recordedSpan } from '../usage/recorded-span.ts';
import { instantText } from './instant-text.ts';

/** At least so many days has a billing period. */
export const SHORTEST: Readonly<Record<Cadence, number>> = {
  daily: 1,
  weekly: 7,
  monthly: 28,
  quarterly: 89,
  yearly: 365,
};
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The clocks of a time zone are at most so much before those of UTC: months of one reach so far into the next one of the other. */
const EDGE = 14 * HOUR;

/** Whose periods: all that a sequence of billing periods goes by. */
type Sequence = Pick<Terms, 'cadence' | 'timezone'>;

/** What the rated cells of one sequence reach over: begins of the first and of the last, and the last end. */
interface Reach {
  readonly cadence: Cadence;
  from: number;
  last: number;
  to: number;
}

/** The time that rated usage was recorded in. Rows that nobody is billed for, such as one from before a binding, tell nothing of it. */
export class RecordedTime {
  readonly #origin: UsageOrigin;
  readonly #said: Period | undefined;
  readonly #reaches = new Map<string, Reach>();
  readonly #windows = new Map<string, Period | undefined>();
  #isAllBilled = true;

  constructor(usage: UsageAggregate) {
    this.#origin = usage.origin;
    this.#said = usageWindow(usage);
  }

  /** Notes a cell of usage, and whether terms hold for its customer then: all of them, before anything is asked. */
  note(cell: UsageCell, isBilled: boolean): void {
    if (!isBilled) {
      this.#isAllBilled = false;
      return;
    }
    const { from, to, cadence } = cell;
    const reach = this.#reaches.get(nameOf(cell));
    if (reach === undefined) this.#reaches.set(nameOf(cell), { cadence, from, last: from, to });
    else {
      reach.from = Math.min(reach.from, from);
      reach.last = Math.max(reach.last, from);
      reach.to = Math.max(reach.to, to);
    }
  }

  /** From when to when usage was recorded that is billed by such periods; undefined when there is none. */
  window(sequence: Sequence): Period | undefined {
    const name = nameOf(sequence);
    if (!this.#windows.has(name)) this.#windows.set(name, this.#find(sequence));
    return this.#windows.get(name);
  }

  /**
   * Whether a period is in the recorded time. One that this only touches, by the hours between two time zones, is not unless somebody
   * used something in it.
   */
  holds(sequence: Sequence, period: Period): boolean {
    const window = this.window(sequence);
    if (window === undefined) return false;
    const covered = Math.min(period.to, window.to) - Math.max(period.from, window.from);
    if (covered > EDGE) return true;
    const reach = this.#reaches.get(nameOf(sequence));
    return reach !== undefined && reach.from < period.to && reach.last >= period.from;
  }

  /** A sentence for an end of a period that was not recorded; `held` is the part of it in which the customer has terms. */
  missing(sequence: Sequence, held: Period): string[] {
    const span = recordedSpan(this.#origin);
    const window = this.window(sequence);
    if (span === null || window === undefined) return [];
    const isSaid = this.#origin.completeThrough !== null;
    const [from, to] = [Math.max(span.from, window.from), isSaid ? span.to : window.to];
    // Events are never on the very bounds of a period; an export that says how far it reaches is taken at its word.
    return [
      ...(from > held.from + DAY ? [`from ${instantText(from)}`] : []),
      ...(to < held.to - (isSaid ? 0 : DAY) ? [`to ${instantText(to)}`] : []),
    ].map((bound) => `The billing period is covered in part: usage is recorded ${bound}.`);
  }

  #find(sequence: Sequence): Period | undefined {
    const said = this.#said;
    if (this.#isAllBilled || said === undefined) return said;
    const all = [...this.#reaches.values()];
    // A year with usage says nothing of its months.
    const near = all.filter(({ cadence }) => SHORTEST[cadence] <= SHORTEST[sequence.cadence]);
    const reaches = near.length === 0 ? all : near;
    const from = reaches.reduce((first, reach) => Math.min(first, reach.from), Infinity);
    const to = reaches.reduce((end, reach) => Math.max(end, reach.to), -Infinity);
    const window = { from: Math.max(from, said.from), to: Math.min(to, said.to) };
    return window.from < window.to ? window : undefined;
  }
}

/** The time that recorded usage reaches over; undefined when there is none. */
function usageWindow({ origin, cells }: UsageAggregate): Period | undefined {
  let from = origin.from === null ? Infinity : Date.parse(origin.from);
  let to = origin.to === null ? -Infinity : Date.parse(origin.to);
  for (const cell of cells) {
    // A cell reaches from cut to cut, beyond the usage in it on both sides.
    if (origin.from === null) from = Math.min(from, cell.from);
    to = Math.max(to, cell.from + 1);
  }
  return from < to ? { from, to } : undefined;
}

function nameOf({ cadence, timezone }: Sequence): string {
  return `${cadence} ${timezone}`;
}
