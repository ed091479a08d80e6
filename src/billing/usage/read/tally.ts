import { byCodePoint } from '../../../lib/order.ts';
import type { RejectedRow, Rejection, UsageCounts } from '../../../model/billing/usage.ts';
import type { Refusal } from '../row/row.ts';

/** Rows of each reason that are shown; the others are counted. */
const MOST_SHOWN = 20;

/** Counts each row once. */
export class Tally {
  readonly rejectedRows: RejectedRow[] = [];
  #rows = 0;
  #accepted = 0;
  #deduplicated = 0;
  #pooled = 0;
  readonly #rejected = new Map<Rejection, number>();

  accept(): void {
    this.#rows++;
    this.#accepted++;
  }

  deduplicate(): void {
    this.#rows++;
    this.#deduplicated++;
  }

  pool(): void {
    this.#rows++;
    this.#pooled++;
  }

  reject({ reason, message }: Refusal, file: string, line: number): void {
    this.#rows++;
    const count = (this.#rejected.get(reason) ?? 0) + 1;
    this.#rejected.set(reason, count);
    if (count <= MOST_SHOWN) this.rejectedRows.push({ reason, file, line, message });
  }

  get rows(): number {
    return this.#rows;
  }

  counts(): UsageCounts {
    return {
      rows: this.#rows,
      accepted: this.#accepted,
      deduplicated: this.#deduplicated,
      pooled: this.#pooled,
      rejected: Object.fromEntries([...this.#rejected].sort(([a], [b]) => byCodePoint(a, b))),
    };
  }
}
