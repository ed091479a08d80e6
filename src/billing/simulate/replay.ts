import { DecimalTotal } from '../../lib/decimal-total.ts';
import { ZERO, type Decimal } from '../../lib/decimal.ts';
import type { Binding, TermsInForce } from '../../model/billing/binding.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { UsageAggregate } from '../../model/billing/usage.ts';
import { rateInvoice } from '../invoice/rate-invoice.ts';
import { CellIndex, cellsFor } from './cell-index.ts';
import { Frames } from './frames.ts';
import { lineRevenues } from './line-revenue.ts';
import type { RatedCustomer, RatedPair } from './rated-pair.ts';
import { splitTerms } from './split.ts';
import { BEGINNING } from './steady.ts';
import { Tally, type Side } from './tally.ts';
import { isCount } from './units.ts';

/** Customers who all have the same terms on each side. Null: nothing is in force. */
export interface TermsPair {
  readonly base: Terms | null;
  readonly head: Terms | null;
  /** Whether each customer's bindings on both sides give it the same discounts and taxes. */
  readonly isAlike: boolean;
  readonly customers: readonly BoundPair[];
}

/** A customer with its bindings: they grant discounts, and say where it is taxed. */
export interface BoundPair {
  readonly customer: string;
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

  /** `meters` count units. */
  constructor(usage: UsageAggregate, meters: ReadonlySet<string>) {
    this.#meters = meters;
    this.frames = new Frames(usage);
    this.cells = new CellIndex(usage.cells);
  }

  /** What the customers bring on both sides. What is alike in the terms is rated once; with `onlyChanged` not at all. */
  rate({ base, head, isAlike, customers }: TermsPair, { onlyChanged = false } = {}): RatedPair {
    const split = isAlike ? splitTerms(base, head) : { shared: null, base, head };
    const tally = new Tally();
    const rated = customers.map(({ customer, base: old, head: now }): RatedCustomer => {
      const both = onlyChanged ? ZERO : this.#add(tally, 'both', customer, split.shared, old);
      const [before, after] = [
        this.#add(tally, 'base', customer, split.base, old),
        this.#add(tally, 'head', customer, split.head, now),
      ];
      return { customer, base: both.plus(before), head: both.plus(after) };
    });
    return {
      base,
      head,
      lines: tally.lines(),
      customers: rated,
      counts: this.#counts(head ?? base, customers),
    };
  }

  /** Revenue of one customer by some terms; its lines go to the tally. */
  #add(
    tally: Tally,
    side: Side | 'both',
    customer: string,
    terms: Terms | null,
    binding: Binding | null,
  ): Decimal {
    if (terms === null || binding === null) return ZERO;
    const total = new DecimalTotal();
    const segments: TermsInForce[] = [{ terms, binding, from: BEGINNING, to: null }];
    const all = cellsFor(this.cells.of(customer), terms);
    const periods = this.frames.periods(terms);
    for (const period of periods) {
      const cells =
        periods.length === 1 ? all : all.filter(({ from }) => from >= period.from && from < period.to);
      const invoice = rateInvoice({ customer, period, segments, cells, explain: false });
      const revenues = lineRevenues(invoice, terms);
      for (const [index, line] of invoice.lines.entries()) {
        const revenue = revenues[index] ?? line.net;
        total.add(revenue);
        tally.add(line, revenue, side);
      }
      this.#note(customer, invoice);
    }
    return total.value();
  }

  /** Usage of the meters that count units, as it was metered for some terms. */
  #counts(terms: Terms | null, customers: readonly BoundPair[]): ReadonlyMap<string, Decimal> {
    const counts = new Map<string, DecimalTotal>();
    if (terms === null || this.#meters.size === 0) return new Map();
    for (const { customer } of customers) {
      const own = cellsFor(this.cells.of(customer), terms);
      for (const cell of own) {
        if (!this.#meters.has(cell.key) || !isCount(cell)) continue;
        const total = counts.get(cell.key) ?? new DecimalTotal();
        total.add(cell.quantity);
        counts.set(cell.key, total);
      }
    }
    return new Map([...counts].map(([meter, total]) => [meter, total.value()]));
  }

  #note(customer: string, { unknowns }: Invoice): void {
    for (const unknown of unknowns) {
      const customers = this.unknowns.get(unknown) ?? new Set();
      this.unknowns.set(unknown, customers.add(customer));
    }
  }
}
