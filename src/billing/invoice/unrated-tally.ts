import { byCodePoint } from '../../lib/order.ts';
import type { UnratedUsage } from '../../model/billing/rated.ts';
import type { UsageCell } from '../../model/billing/usage.ts';

/**
 * Usage that is not in an invoice, by customer, key and reason. Versions that meter a key in several ways have cells of their own for the
 * same rows: of those that take the same rows, by unit and currency, the way with the most rows counts.
 */
export class UnratedTally {
  readonly #seen = new Set<UsageCell>();
  readonly #byMetering = new Map<string, UnratedUsage>();

  /** Counts a cell by the first reason that is given for it. */
  add(cell: UsageCell, reason: string): void {
    if (this.#seen.has(cell)) return;
    this.#seen.add(cell);
    const { customer, key, unit, currency, aggregate, window, cadence, timezone, rows, quantity } = cell;
    const rowsTaken = JSON.stringify([customer, key, reason, unit, currency]);
    const id = `${rowsTaken}\n${JSON.stringify([aggregate, window, cadence, timezone])}`;
    const more = { customer, key, reason, rows, quantity };
    this.#byMetering.set(id, together(this.#byMetering.get(id), more));
  }

  list(): UnratedUsage[] {
    const byRows = new Map<string, UnratedUsage>();
    for (const [id, usage] of this.#byMetering) {
      const rowsTaken = id.slice(0, id.indexOf('\n'));
      const other = byRows.get(rowsTaken);
      if (other === undefined || other.rows < usage.rows) byRows.set(rowsTaken, usage);
    }
    const byReason = new Map<string, UnratedUsage>();
    for (const usage of byRows.values()) {
      const id = JSON.stringify([usage.customer, usage.key, usage.reason]);
      byReason.set(id, together(byReason.get(id), usage));
    }
    return [...byReason.values()].sort(
      (a, b) =>
        byCodePoint(a.customer, b.customer) || byCodePoint(a.key, b.key) || byCodePoint(a.reason, b.reason),
    );
  }
}

function together(before: UnratedUsage | undefined, more: UnratedUsage): UnratedUsage {
  if (before === undefined) return more;
  return { ...before, rows: before.rows + more.rows, quantity: before.quantity.plus(more.quantity) };
}
