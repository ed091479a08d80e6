import type { Binding } from '../../model/billing/binding.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';

/** Who has a binding. */
export interface Identity {
  readonly customer: string;
  readonly type: Binding['type'];
}

const NONE: readonly UsageCell[] = [];

/** Recorded usage by customer. */
export class CellIndex {
  readonly #byCustomer = new Map<string, UsageCell[]>();

  constructor(cells: readonly UsageCell[]) {
    for (const cell of cells) {
      const own = this.#byCustomer.get(cell.customer);
      if (own === undefined) this.#byCustomer.set(cell.customer, [cell]);
      else own.push(cell);
    }
  }

  customers(): Iterable<string> {
    return this.#byCustomer.keys();
  }

  /** Two types may share an id: usage that names its type is that one's alone. */
  of({ customer, type }: Identity): readonly UsageCell[] {
    const cells = this.#byCustomer.get(customer) ?? NONE;
    const isOwn = (cell: UsageCell) => cell.type === null || cell.type === type;
    return cells.every(isOwn) ? cells : cells.filter(isOwn);
  }
}

/** The cells that were metered for some terms. The same rows are there once more for terms of another cadence, time zone or currency. */
export function cellsFor(
  cells: readonly UsageCell[],
  { cadence, timezone, currency }: Terms,
): readonly UsageCell[] {
  return cells.filter(
    (cell) =>
      cell.cadence === cadence &&
      cell.timezone === timezone &&
      (cell.currency === null || cell.currency === currency),
  );
}
