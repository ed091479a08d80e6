import { type Decimal, isPositive, isZero, ZERO } from '../../../lib/decimal.ts';
import { settled } from '../../../lib/round.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import { shown } from '../../rate/text.ts';
import type { WorkLine } from '../work-line.ts';
import { least } from './spread.ts';

/**
 * What discounts have taken off in one period. What a discount has in all (the value of a fixed one, the cap, a free
 * quantity) it has once a period: what it gave under one version it cannot give again under the next.
 */
export class Budget {
  /** Digits to which an amount is spread over lines. */
  readonly digits: number;
  readonly #explain: boolean;
  readonly #amounts = new Map<string, Decimal>();
  readonly #quantities = new Map<string, Decimal>();
  /** By free quantities, whatever their cap. */
  readonly #saved = new Map<string, Decimal>();

  constructor(digits: number, explain: boolean) {
    this.digits = digits;
    this.#explain = explain;
  }

  /** Of an amount what the discount can still take off. */
  within(amount: Decimal, { id, type, value, cap }: Discount): Decimal {
    const taken = this.#amounts.get(id) ?? ZERO;
    const most = type === 'fixed' ? least(amount, leftOf(value, taken)) : amount;
    return cap === null ? most : least(most, leftOf(cap, taken));
  }

  /**
   * What a free quantity takes off, which is used with that: what it saves, as far as the cap goes. Less than 0 where a later part goes
   * on in tiers whose flat price is then due only there: what it saved before was too much.
   */
  takeSaved(discount: Discount, saved: Decimal): Decimal {
    const all = (this.#saved.get(discount.id) ?? ZERO).plus(saved);
    this.#saved.set(discount.id, all);
    const amount = saved.lt(ZERO) ? this.#takenBack(discount, saved, all) : this.within(saved, discount);
    this.use(discount, amount);
    return amount;
  }

  #takenBack({ id, cap }: Discount, saved: Decimal, all: Decimal): Decimal {
    if (cap === null) return saved;
    const change = least(cap, all).minus(this.#amounts.get(id) ?? ZERO);
    return isPositive(change) ? ZERO : change;
  }

  /** The free quantity that a discount still has for a SKU. */
  freeLeft({ id, value }: Discount, sku: string): Decimal {
    return leftOf(value, this.#quantities.get(`${id} ${sku}`) ?? ZERO);
  }

  useFree({ id }: Discount, sku: string, quantity: Decimal): void {
    const key = `${id} ${sku}`;
    this.#quantities.set(key, (this.#quantities.get(key) ?? ZERO).plus(quantity));
  }

  /** Writes down what a discount took off. Only what has a bound needs it. */
  use({ id, type, cap }: Discount, amount: Decimal): void {
    if (type !== 'fixed' && cap === null) return;
    this.#amounts.set(id, (this.#amounts.get(id) ?? ZERO).plus(amount));
  }

  /** Takes an amount off a line; one below 0 is added to it. */
  takeOff(line: WorkLine, { id, type, value }: Discount, exact: Decimal): void {
    const amount = settled(exact);
    if (isZero(amount)) return;
    const before = line.left;
    line.left = before.minus(amount);
    line.discounts = [...line.discounts, { id, amount }];
    if (!this.#explain) return;
    const what = {
      percent: `${shown(value)} percent`,
      fixed: `${shown(value)} off`,
      freeQuantity: `${shown(value)} free`,
    }[type];
    const sign = isPositive(amount) ? '-' : '+';
    const text = `${id} (${what}): ${shown(before)} ${sign} ${shown(amount.abs())} = ${shown(line.left)}`;
    line.steps = [...line.steps, { step: 'discounts', text, amount: line.left }];
  }
}

/** Never below 0: a version may give less than the one before has given already. */
function leftOf(all: Decimal, taken: Decimal): Decimal {
  return taken.gt(all) ? ZERO : all.minus(taken);
}
