import { DecimalTotal } from '../../lib/decimal-total.ts';
import { ZERO, type Decimal } from '../../lib/decimal.ts';
import type { Binding, TermsInForce } from '../../model/billing/binding.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import type { TaxRow, Terms } from '../../model/billing/terms.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { ratedInvoice, type CommitmentHistory } from '../invoice/rate-invoice.ts';
import { CellIndex, cellsFor, type Identity } from './cell-index.ts';
import type { ComparedCustomer } from './customers.ts';
import { Frames } from './frames.ts';
import { lineRevenues } from './line-revenue.ts';
import type { RatedCustomer, RatedPair } from './rated-pair.ts';
import { splitTerms } from './split.ts';
import { BEGINNING } from './steady.ts';
import { Tally, type Side } from './tally.ts';
import { typesById } from './types-by-id.ts';
import { uncoveredCommitments } from './uncovered.ts';
import { withUnpricedCosts } from './unpriced.ts';
import { UnitCounts } from './unit-counts.ts';

/** Customers who all have the same terms on each side. Null: nothing is in force. */
export interface TermsPair {
  readonly base: Terms | null;
  readonly head: Terms | null;
  /** Whether each customer's bindings on both sides give it the same discounts and taxes. */
  readonly isAlike: boolean;
  readonly customers: readonly BoundPair[];
}

/** A customer with its bindings: they grant discounts, and say where it is taxed. */
export interface BoundPair extends Identity {
  readonly base: Binding | null;
  readonly head: Binding | null;
}

/** Rates recorded usage by the terms of two sides, each as if it held for all of the usage. */
export class Replay {
  readonly frames: Frames;
  readonly cells: CellIndex;
  /** Why something is not in the sums, and for how many customers. */
  readonly unknowns = new Map<string, Set<string>>();

  readonly #meters: ReadonlySet<string>;
  readonly #uncovered = new Map<Terms, ReadonlySet<string>>();

  /** `meters` count units; `customers` are those who have a bill in each period. */
  constructor(usage: UsageAggregate, meters: ReadonlySet<string>, customers: readonly ComparedCustomer[]) {
    this.#meters = meters;
    this.frames = new Frames(usage, customers.length);
    this.cells = new CellIndex(usage.cells, typesById(customers));
  }

  /** What the customers bring on both sides. What is alike in the terms is rated once; with `onlyChanged` not at all. */
  rate({ base, head, isAlike, customers }: TermsPair, { onlyChanged = false } = {}): RatedPair {
    const split = isAlike ? splitTerms(base, head) : { shared: null, base, head };
    const tally = new Tally();
    const counts = new UnitCounts(this.#meters, base, head);
    const unrated = new Set<string>();
    const rated = customers.map((bound): RatedCustomer => {
      const { customer, type, base: old, head: now } = bound;
      const cells = this.cells.of(bound);
      counts.add(cells, this.frames);
      const rate = (terms: Terms | null, binding: Binding | null) =>
        this.#rated(customer, cells, terms, binding);
      const shared = onlyChanged ? NONE : rate(split.shared, old);
      const [before, after] = [rate(split.base, old), rate(split.head, now)];
      // What cannot be rated on one side would look like lost revenue if it were counted on the other.
      const unknown = new Set([...before, ...after].flatMap(({ unknownSkus }) => unknownSkus));
      for (const id of unknown) unrated.add(id);
      const both = add(tally, 'both', shared, unknown);
      return {
        ...{ customer, type },
        base: both.plus(add(tally, 'base', before, unknown)),
        head: both.plus(add(tally, 'head', after, unknown)),
      };
    });
    const lines = withUnpricedCosts(tally.lines(), base, head);
    const countsOf = (side: Side) => counts.of(side, lines, unrated);
    return {
      ...{ base, head, lines, unrated },
      customers: rated,
      counts: { base: countsOf('base'), head: countsOf('head') },
    };
  }

  /** Ids of the commitments of which the compared billing periods do not tell what they come to. */
  uncovered(terms: Terms): ReadonlySet<string> {
    if (terms.commitments.length === 0) return NO_IDS;
    const known = this.#uncovered.get(terms) ?? uncoveredCommitments(terms, this.frames.periods(terms));
    this.#uncovered.set(terms, known);
    return known;
  }

  /** The lines of one customer by some terms, in all periods of the usage. */
  #rated(
    customer: string,
    own: readonly UsageCell[],
    terms: Terms | null,
    binding: Binding | null,
  ): readonly RatedLines[] {
    if (terms === null || binding === null) return NONE;
    const segments: TermsInForce[] = [{ terms, binding, from: BEGINNING, to: null }];
    const all = cellsFor(own, terms);
    const periods = this.frames.periods(terms);
    let history: CommitmentHistory = new Map();
    return periods.map((period) => {
      const cells = all.filter(({ from }) => from >= period.from && from < period.to);
      const rated = ratedInvoice({ customer, period, segments, cells, history, explain: false });
      history = rated.history;
      this.#note(customer, rated.invoice);
      const { lines } = rated.invoice;
      const taxRows = terms.tax === null ? NO_TAX : rated.taxRows();
      return {
        lines,
        taxRows,
        revenues: lineRevenues(rated.invoice, taxRows),
        unknownSkus: rated.unknownSkus,
      };
    });
  }

  #note(customer: string, { unknowns }: Invoice): void {
    for (const unknown of unknowns) {
      const customers = this.unknowns.get(unknown) ?? new Set();
      this.unknowns.set(unknown, customers.add(customer));
    }
  }
}

/** The lines of one invoice with what each brings, and the SKUs that have none because nobody can tell their amount. */
interface RatedLines {
  readonly lines: readonly RatedLine[];
  readonly revenues: readonly Decimal[];
  readonly taxRows: readonly (TaxRow | null)[];
  readonly unknownSkus: readonly string[];
}

const NONE: readonly RatedLines[] = [];
const NO_IDS: ReadonlySet<string> = new Set();
const NO_TAX: readonly null[] = [];

/** The revenue of all lines but those of unknown SKUs; they go to the tally. */
function add(
  tally: Tally,
  side: Side | 'both',
  rated: readonly RatedLines[],
  unknown: ReadonlySet<string>,
): Decimal {
  if (rated.length === 0) return ZERO;
  const total = new DecimalTotal();
  for (const { lines, revenues, taxRows } of rated) {
    for (let index = 0; index < lines.length; index++) {
      const [line, revenue] = [lines[index], revenues[index]];
      if (line === undefined || revenue === undefined || (line.kind === 'usage' && unknown.has(line.id)))
        continue;
      total.add(revenue);
      tally.add(line, { revenue, taxRow: taxRows[index] ?? null }, side);
    }
  }
  return total.value();
}
