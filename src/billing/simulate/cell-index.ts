import type { Binding } from '../../model/billing/binding.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { UsageCell, UsageCells } from '../../model/billing/usage.ts';
import { plainCell } from '../usage/aggregate/lazy-cell.ts';

/** Who has a binding. */
export interface Identity {
  readonly customer: string;
  readonly type: Binding['type'];
}

/** Where cells of one customer follow each other. */
interface Section {
  readonly from: number;
  to: number;
}

const NONE: readonly Section[] = [];

/** Recorded usage by customer. */
export class CellIndex {
  readonly #cells: UsageCells;
  readonly #types: Types;
  /** One section each where the cells come sorted. */
  readonly #byCustomer = new Map<string, Section[]>();

  /** `types` says of which type a customer is whose usage does not; where it does not either, the usage is that of each. */
  constructor(cells: UsageCells, types: Types = new Map()) {
    this.#cells = cells;
    this.#types = types;
    let [place, customer, last]: [number, string | null, Section] = [0, null, { from: 0, to: 0 }];
    for (const cell of cells) {
      if (cell.customer !== customer) {
        customer = cell.customer;
        last = { from: place, to: place };
        const own = this.#byCustomer.get(customer);
        if (own === undefined) this.#byCustomer.set(customer, [last]);
        else own.push(last);
      }
      last.to = ++place;
    }
  }

  customers(): Iterable<string> {
    return this.#byCustomer.keys();
  }

  has(identity: Identity): boolean {
    return this.#of(identity.customer).some((cell) => this.#isOf(cell, identity));
  }

  /**
   * Copies of the cells, as plain objects: what makes its values when they are asked for is asked once, and not for each side.
   * Two types may share an id: usage that names its type is that one's alone.
   */
  of(identity: Identity): readonly UsageCell[] {
    const cells = this.#of(identity.customer).map(plainCell);
    return cells.every((cell) => this.#isOf(cell, identity))
      ? cells
      : cells.filter((cell) => this.#isOf(cell, identity));
  }

  #of(customer: string): readonly UsageCell[] {
    const sections = this.#byCustomer.get(customer) ?? NONE;
    return sections.flatMap(({ from, to }) => this.#cells.slice(from, to));
  }

  #isOf(cell: UsageCell, { type }: Identity): boolean {
    return (cell.type ?? this.#types.get(cell.customer) ?? type) === type;
  }
}

type Types = ReadonlyMap<string, Binding['type'] | null>;

/** The cells that were metered for some terms. The same rows are there once more for terms of another cadence, time zone, currency or table of rates. */
export function cellsFor(
  cells: readonly UsageCell[],
  { cadence, timezone, currency, fx }: Terms,
): readonly UsageCell[] {
  return cells.filter(
    (cell) =>
      cell.cadence === cadence &&
      cell.timezone === timezone &&
      (cell.currency === null || cell.currency === currency) &&
      (cell.fx === undefined || cell.fx === fx),
  );
}
