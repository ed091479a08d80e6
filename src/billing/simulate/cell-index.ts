import type { Binding } from '../../model/billing/binding.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { plainCell } from '../usage/aggregate/lazy-cell.ts';

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
    let [customer, own]: [string | null, UsageCell[]] = [null, []];
    for (const cell of cells) {
      // They come sorted.
      if (cell.customer !== customer) {
        customer = cell.customer;
        own = this.#byCustomer.get(customer) ?? [];
        this.#byCustomer.set(customer, own);
      }
      own.push(cell);
    }
  }

  customers(): Iterable<string> {
    return this.#byCustomer.keys();
  }

  has(identity: Identity): boolean {
    return (this.#byCustomer.get(identity.customer) ?? NONE).some((cell) => isOf(cell, identity));
  }

  /**
   * Copies of the cells, as plain objects: what makes its values when they are asked for is asked once, and not for each side.
   * Two types may share an id: usage that names its type is that one's alone.
   */
  of(identity: Identity): readonly UsageCell[] {
    const cells = (this.#byCustomer.get(identity.customer) ?? NONE).map(plainCell);
    return cells.every((cell) => isOf(cell, identity)) ? cells : cells.filter((cell) => isOf(cell, identity));
  }
}

function isOf(cell: UsageCell, { type }: Identity): boolean {
  return cell.type === null || cell.type === type;
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
