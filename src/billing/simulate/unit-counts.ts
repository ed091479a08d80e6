import { DecimalTotal } from '../../lib/decimal-total.ts';
import { ZERO, type Decimal } from '../../lib/decimal.ts';
import type { Sku, Terms } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { cellsFor } from './cell-index.ts';
import type { Frames } from './frames.ts';
import type { LineSides, Side } from './tally.ts';
import { isCount } from './units.ts';

/** By meter. Null: its SKU could not be rated. */
export type Counts = ReadonlyMap<string, Decimal | null>;

/** How much was recorded of the meters that count units, by the terms of both sides. */
export class UnitCounts {
  readonly #meters: readonly string[];
  readonly #terms: Readonly<Record<Side, Terms | null>>;
  readonly #sums = { base: new Map<string, DecimalTotal>(), head: new Map<string, DecimalTotal>() };

  constructor(meters: ReadonlySet<string>, base: Terms | null, head: Terms | null) {
    this.#meters = [...meters];
    this.#terms = { base, head };
  }

  /** The usage of one customer: what no SKU takes is summed. */
  add(cells: readonly UsageCell[], frames: Frames): void {
    const meters = new Set(this.#meters.filter((meter) => takerOf(this.#terms, meter, 'base') === undefined));
    if (meters.size === 0) return;
    for (const side of ['base', 'head'] as const) {
      const terms = this.#terms[side];
      const periods = terms === null ? [] : frames.periods(terms);
      for (const cell of terms === null ? [] : cellsFor(cells, terms)) {
        if (!meters.has(cell.key) || !isCount(cell) || !periods.some(({ from }) => from === cell.from))
          continue;
        const total = this.#sums[side].get(cell.key) ?? new DecimalTotal();
        total.add(cell.quantity);
        this.#sums[side].set(cell.key, total);
      }
    }
  }

  /**
   * One side's counts: what the SKU with the meter bills, as it is on the lines. Where one side alone has such a SKU, the usage is
   * counted as that one meters it.
   */
  of(side: Side, lines: readonly LineSides[], unrated: ReadonlySet<string>): Counts {
    if (this.#terms[side] === null) return new Map();
    return new Map(
      this.#meters.map((meter) => {
        const taker = takerOf(this.#terms, meter, side);
        if (taker === undefined) return [meter, this.#sums[side].get(meter)?.value() ?? ZERO];
        if (unrated.has(taker.sku.id)) return [meter, null];
        const line = lines.find(({ kind, id }) => kind === 'usage' && id === taker.sku.id);
        return [meter, line?.[taker.side].quantity ?? ZERO];
      }),
    );
  }
}

/** The SKU that bills a meter: by its id, else by the meter that it names; first that of the side. */
export function takerOf(
  terms: Readonly<Record<Side, Terms | null>>,
  meter: string,
  side: Side,
): { readonly sku: Sku; readonly side: Side } | undefined {
  for (const from of [side, side === 'base' ? 'head' : 'base'] as const) {
    const skus = terms[from]?.skus ?? [];
    const sku = skus.find(({ id }) => id === meter) ?? skus.find(({ meter: { name } }) => name === meter);
    if (sku !== undefined) return { sku, side: from };
  }
  return undefined;
}
