import { byCodePoint } from '../../lib/order.ts';
import type { UnratedUsage } from '../../model/billing/rated.ts';
import type { UsageCell } from '../../model/billing/usage.ts';

/** Usage that is not in an invoice, by customer, key and reason. */
export class UnratedTally {
  readonly #byKey = new Map<string, UnratedUsage>();

  add({ customer, key, rows, quantity }: UsageCell, reason: string): void {
    const id = JSON.stringify([customer, key, reason]);
    const before = this.#byKey.get(id);
    this.#byKey.set(id, {
      customer,
      key,
      reason,
      rows: rows + (before?.rows ?? 0),
      quantity: before === undefined ? quantity : quantity.plus(before.quantity),
    });
  }

  list(): UnratedUsage[] {
    return [...this.#byKey.values()].sort(
      (a, b) =>
        byCodePoint(a.customer, b.customer) || byCodePoint(a.key, b.key) || byCodePoint(a.reason, b.reason),
    );
  }
}
