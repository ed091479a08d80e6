import { DecimalTotal } from '../../lib/decimal-total.ts';
import { isZero, ZERO, type Decimal } from '../../lib/decimal.ts';
import type { RatedLine } from '../../model/billing/rating.ts';
import type { TaxRow } from '../../model/billing/terms.ts';
import { withoutTax } from './line-revenue.ts';

/** What a line brings without any tax, and what it is taxed by. */
export interface TaxedRevenue {
  readonly revenue: Decimal;
  readonly taxRow: TaxRow | null;
}

/** What the lines of one SKU or commitment come to on one side. */
export class LineTally {
  readonly #revenue = new DecimalTotal();
  readonly #uncosted = new DecimalTotal();
  readonly #cost = new DecimalTotal();
  readonly #quantity = new DecimalTotal();
  readonly #discounts = new DecimalTotal();
  #hasUnknownCost = false;

  add({ kind, quantity, cost, discounts }: RatedLine, { revenue, taxRow }: TaxedRevenue): void {
    this.#revenue.add(revenue);
    for (const { amount } of discounts) this.#discounts.add(withoutTax(amount, taxRow));
    // What a commitment charges or gives back is no usage: it costs nothing by itself.
    if (kind !== 'usage') return;
    this.#quantity.add(quantity);
    if (cost !== null) this.#cost.add(cost);
    else {
      // Without usage there is no variable cost, but nobody said so.
      this.#uncosted.add(revenue);
      if (!isZero(quantity)) this.#hasUnknownCost = true;
    }
  }

  figures(): LineFigures {
    return {
      revenue: this.#revenue.value(),
      cost: this.#hasUnknownCost ? null : this.#cost.value(),
      uncosted: this.#uncosted.value(),
      quantity: this.#quantity.value(),
      discounts: this.#discounts.value(),
    };
  }
}

export interface LineFigures {
  readonly revenue: Decimal;
  /** Variable cost; null as soon as one line's is not known. */
  readonly cost: Decimal | null;
  /** Revenue of the lines whose cost is not known. */
  readonly uncosted: Decimal;
  readonly quantity: Decimal;
  readonly discounts: Decimal;
}

export const NO_FIGURES: LineFigures = {
  revenue: ZERO,
  cost: ZERO,
  uncosted: ZERO,
  quantity: ZERO,
  discounts: ZERO,
};

/** The figures of several lines together. */
export function plusFigures(a: LineFigures, b: LineFigures): LineFigures {
  return {
    revenue: a.revenue.plus(b.revenue),
    cost: a.cost === null || b.cost === null ? null : a.cost.plus(b.cost),
    uncosted: a.uncosted.plus(b.uncosted),
    quantity: a.quantity.plus(b.quantity),
    discounts: a.discounts.plus(b.discounts),
  };
}

/** Revenue less variable cost; null where a cost is not known. */
export function marginOf({ revenue, cost }: LineFigures): Decimal | null {
  return cost === null ? null : revenue.minus(cost);
}
