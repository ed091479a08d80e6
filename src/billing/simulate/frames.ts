import type { Cadence, Terms } from '../../model/billing/terms.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { instantText } from '../invoice/instant-text.ts';
import { periodsBetween, type Period } from '../time/periods.ts';
import { coveredPeriods, recordedSpan } from './covered.ts';

/** So many periods are compared at most, the last ones, and so many bills of one side. */
const MOST_PERIODS = 400;
const MOST_BILLS = 1_000_000;

const DAY = 86_400_000;
/** A little more than the longest of each. */
const LENGTHS: Readonly<Record<Cadence, number>> = {
  daily: DAY * 1.1,
  weekly: DAY * 7.1,
  monthly: DAY * 31.1,
  quarterly: DAY * 92.1,
  yearly: DAY * 366.1,
};

type Sequence = Pick<Terms, 'cadence' | 'timezone'>;

/** The billing periods that recorded usage lies in, for terms of one cadence and time zone. */
export class Frames {
  readonly #spans = new Map<string, Period>();
  readonly #window: Period | null;
  readonly #recorded: Period | null;
  readonly #periods = new Map<string, readonly Period[]>();
  /** What was left out, one sentence for each cadence, and for each period. */
  readonly leftOut: string[] = [];

  readonly #most: number;

  constructor({ cells, origin }: UsageAggregate, customers: number) {
    this.#most = Math.min(MOST_PERIODS, Math.max(1, Math.floor(MOST_BILLS / Math.max(1, customers))));
    for (const cell of cells) {
      const name = nameOf(cell);
      const span = this.#spans.get(name);
      const all = joined(span, cell);
      if (all !== span) this.#spans.set(name, all);
    }
    this.#recorded = recordedSpan(origin);
    const { from, to } = origin;
    // A row may say that it ends in a thousand years: nothing is used after the last period that one begins in.
    const end = [...this.#spans.values()].reduce((last, span) => Math.max(last, span.to), -Infinity);
    this.#window =
      from === null || to === null ? null : { from: Date.parse(from), to: Math.min(Date.parse(to), end) };
  }

  /**
   * All periods from the first to the last that has usage, in order; without a gap, since flat amounts are due in each.
   * Where no usage was metered for these terms, those that all of the usage reaches into. Periods that are covered less than half are left
   * out where others are covered better.
   */
  periods(terms: Sequence): readonly Period[] {
    const known = this.#periods.get(nameOf(terms)) ?? this.#find(terms);
    this.#periods.set(nameOf(terms), known);
    return known;
  }

  /** The periods of all terms that were asked for. */
  all(): readonly (readonly Period[])[] {
    return [...this.#periods.values()];
  }

  /** Whether usage lies in the periods that are compared for its terms, or none are for them. */
  isCompared(cell: UsageCell): boolean {
    const periods = this.#periods.get(nameOf(cell)) ?? [];
    const [first, last] = [periods[0], periods.at(-1)];
    return first === undefined || last === undefined || (cell.from >= first.from && cell.from < last.to);
  }

  #find({ cadence, timezone }: Sequence): readonly Period[] {
    const span = this.#spans.get(nameOf({ cadence, timezone })) ?? this.#window;
    if (span === null) return [];
    const earliest = span.to - this.#most * LENGTHS[cadence];
    const periods = periodsBetween(cadence, timezone, Math.max(span.from, earliest), span.to);
    if (span.from < earliest || periods.length > this.#most)
      this.leftOut.push(`Only the last ${this.#most} ${cadence} periods of the usage are compared.`);
    return this.#covered(periods.slice(-this.#most));
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

function joined(span: Period | undefined, { from, to }: UsageCell): Period {
  if (span === undefined) return { from, to };
  if (from >= span.from && to <= span.to) return span;
  return { from: Math.min(span.from, from), to: Math.max(span.to, to) };
}
