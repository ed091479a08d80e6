import { DecimalTotal } from '../../lib/decimal-total.ts';
import type { Decimal } from '../../lib/decimal.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { cellsFor } from './cell-index.ts';
import { isCount } from './units.ts';

/** How much was recorded of the meters that count units, as it was metered for some terms. */
export class UnitCounts {
  readonly #meters: ReadonlySet<string>;
  readonly #terms: Terms | null;
  readonly #totals = new Map<string, DecimalTotal>();

  constructor(meters: ReadonlySet<string>, terms: Terms | null) {
    this.#meters = meters;
    this.#terms = terms;
  }

  /** The usage of one customer. */
  add(cells: readonly UsageCell[]): void {
    if (this.#terms === null || this.#meters.size === 0) return;
    for (const cell of cellsFor(cells, this.#terms)) {
      if (!this.#meters.has(cell.key) || !isCount(cell)) continue;
      const total = this.#totals.get(cell.key) ?? new DecimalTotal();
      total.add(cell.quantity);
      this.#totals.set(cell.key, total);
    }
  }

  byMeter(): ReadonlyMap<string, Decimal> {
    return new Map([...this.#totals].map(([meter, total]) => [meter, total.value()]));
  }
}
