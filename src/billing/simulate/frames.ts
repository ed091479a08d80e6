import { byCodePoint } from '../../lib/order.ts';
import type { ComparedPeriods } from '../../model/billing/simulation.ts';
import type { Cadence, Terms } from '../../model/billing/terms.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { instantText } from '../invoice/instant-text.ts';
import { periodsBetween, type Period } from '../time/periods.ts';
import { recordedSpan } from '../usage/recorded-span.ts';
import { coveredPeriods, isHalfCovered } from './covered.ts';

/** So many periods are compared at most, the last ones, and so many bills of one side. */
const MOST_PERIODS = 400;
const MOST_BILLS = 1_000_000;

const DAY = 86_400_000;
/** Days of a period at most. */
const LONGEST: Readonly<Record<Cadence, number>> = {
  ...{ daily: 2, weekly: 8, monthly: 32, quarterly: 93, yearly: 367 },
};

type Sequence = Pick<Terms, 'cadence' | 'timezone'>;

/** The billing periods that recorded usage lies in, for terms of one cadence and time zone. */
export class Frames {
  /** What cells span, by their cadence and zone and by their begin. */
  readonly #used = new Map<string, Map<number, Period>>();
  readonly #window: Period | null;
  readonly #recorded: Period | null;
  /** What was recorded where the export says how far it reaches; null: it does not. */
  readonly #stated: Period | null;
  readonly #periods = new Map<string, { readonly terms: Sequence; readonly periods: readonly Period[] }>();
  /** What was left out, one sentence for each cadence, and for each period. */
  readonly leftOut: string[] = [];

  readonly #most: number;

  constructor({ cells, origin }: UsageAggregate, customers: number) {
    this.#most = Math.min(MOST_PERIODS, Math.max(1, Math.floor(MOST_BILLS / Math.max(1, customers))));
    for (const cell of cells) {
      const own = this.#used.get(nameOf(cell)) ?? new Map<number, Period>();
      if (own.size === 0) this.#used.set(nameOf(cell), own);
      if (!own.has(cell.from)) own.set(cell.from, { from: cell.from, to: cell.to });
    }
    this.#recorded = recordedSpan(origin);
    this.#stated = origin.completeThrough === null ? null : this.#recorded;
    const { from, to } = origin;
    // A row may say that it ends in a thousand years: nothing is used after the last period that one begins in.
    const end = this.#all().reduce((last, used) => Math.max(last, used.to), -Infinity);
    this.#window =
      from === null || to === null ? null : { from: Date.parse(from), to: Math.min(Date.parse(to), end) };
  }

  /**
   * All periods in which somebody has usage, in order, and all others of the time that any usage is of, or that the export says it is
   * complete for: flat prices and minimums are due in each. Periods that are covered less than half are left out where others are
   * covered better.
   */
  periods(terms: Sequence): readonly Period[] {
    const known = this.#periods.get(nameOf(terms))?.periods ?? this.#find(terms);
    this.#periods.set(nameOf(terms), { terms, periods: known });
    return known;
  }

  /** The periods of all terms that were asked for. */
  all(): readonly (readonly Period[])[] {
    return [...this.#periods.values()].map(({ periods }) => periods);
  }

  /** How many periods the sums hold, by cadence and zone. */
  counted(): ComparedPeriods[] {
    return [...this.#periods]
      .sort(([a], [b]) => byCodePoint(a, b))
      .flatMap(([, { terms, periods }]) => {
        const [first, last] = [periods[0], periods.at(-1)];
        if (first === undefined || last === undefined) return [];
        const { cadence, timezone } = terms;
        return [
          {
            cadence,
            timezone,
            count: periods.length,
            from: instantText(first.from),
            to: instantText(last.to),
          },
        ];
      });
  }

  /** Whether usage lies in the periods that are compared for its terms, or none are for them. */
  isCompared(cell: UsageCell): boolean {
    const periods = this.#periods.get(nameOf(cell))?.periods ?? [];
    const [first, last] = [periods[0], periods.at(-1)];
    return first === undefined || last === undefined || (cell.from >= first.from && cell.from < last.to);
  }

  #find({ cadence, timezone }: Sequence): readonly Period[] {
    const own = [...(this.#used.get(nameOf({ cadence, timezone }))?.values() ?? [])];
    const between = [...this.#all().flatMap((used) => this.#inWindow(used)), ...this.#complete(cadence)];
    // Half a period at the edge, in which nobody has usage, is nothing to compare.
    const whole = periodsIn(between, cadence, timezone).filter(
      (period) => own.length === 0 || this.#recorded === null || isHalfCovered(period, this.#recorded),
    );
    const periods = periodsIn([...own, ...whole], cadence, timezone);
    if (periods.length > this.#most)
      this.leftOut.push(`Only the last ${this.#most} ${cadence} periods of the usage are compared.`);
    return this.#covered(periods.slice(-this.#most));
  }

  /** The time of which somebody says that the usage has all, as far as it can be compared. */
  #complete(cadence: Cadence): Period[] {
    if (this.#stated === null || this.#window === null) return [];
    const to = Math.min(this.#stated.to, this.#window.to);
    const from = Math.max(this.#stated.from, to - MOST_PERIODS * LONGEST[cadence] * DAY);
    return from < to ? [{ from, to }] : [];
  }

  #all(): Period[] {
    return [...this.#used.values()].flatMap((own) => [...own.values()]);
  }

  /** The part of a period of other terms in which anything was recorded. */
  #inWindow({ from, to }: Period): Period[] {
    if (this.#window === null) return [];
    const part = { from: Math.max(from, this.#window.from), to: Math.min(to, this.#window.to) };
    return part.from < part.to ? [part] : [];
  }

  #covered(periods: readonly Period[]): readonly Period[] {
    const covered = coveredPeriods(periods, this.#recorded);
    for (const period of periods.filter((one) => !covered.includes(one)))
      this.leftOut.push(
        `The billing period from ${instantText(period.from)} to ${instantText(period.to)} is left out: the usage covers less than half of it.`,
      );
    return covered;
  }
}

function nameOf({ cadence, timezone }: Sequence): string {
  return cadence + timezone;
}

/** The periods that any of the spans reaches into, each once and in order. */
function periodsIn(spans: readonly Period[], cadence: Cadence, timezone: string): Period[] {
  const found = new Map<number, Period>();
  for (const { from, to } of spans)
    for (const period of periodsBetween(cadence, timezone, from, to)) found.set(period.from, period);
  return [...found.values()].sort((a, b) => a.from - b.from);
}
