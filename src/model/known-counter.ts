import { byCodePoint } from '../lib/order.ts';
import type { KnownCounts } from './result.ts';
import { noneUnknown } from './unknown-text.ts';
import type { Unknownness } from './value.ts';

/** Culprits that are kept; of the others it is told how many there are. */
const MOST_CULPRITS = 200;

/** Counts values that are known, and the others by reason and by what makes them unknown. */
export class KnownCounter {
  readonly #unknown = noneUnknown();
  readonly #culprits = new Map<string, { missing: Unknownness; count: number }>();
  #known = 0;
  #assumed = 0;

  /** Counts one value. `missing` says why it is unknown; `isAssumed` that it rests on an assumption. */
  note(missing: Unknownness | undefined, isAssumed: boolean): void {
    if (isAssumed) this.#assumed++;
    if (missing === undefined) {
      this.#known++;
      return;
    }
    this.#unknown[missing.reason]++;
    const key = `${missing.reason} ${missing.detail ?? ''}`;
    const known = this.#culprits.get(key);
    if (known === undefined) this.#culprits.set(key, { missing, count: 1 });
    else known.count++;
  }

  /** The counts so far; culprits by count, the most frequent first. */
  get counts(): KnownCounts {
    const sorted = [...this.#culprits].sort(([a, x], [b, y]) => y.count - x.count || byCodePoint(a, b));
    const culprits = sorted.slice(0, MOST_CULPRITS).map(([, { missing, count }]) => ({
      culprit: missing.detail ?? null,
      reason: missing.reason,
      count,
    }));
    return {
      known: this.#known,
      assumed: this.#assumed,
      unknown: { ...this.#unknown },
      culprits,
      moreCulprits: sorted.length - culprits.length,
    };
  }
}
