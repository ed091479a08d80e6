import { type Decimal, decimal } from '../../../lib/decimal.ts';
import { normalUnit } from '../../unit.ts';
import { CURRENCY } from '../rules/give-row.ts';
import type { Sku } from './sku.ts';

/** Hours of a month, as Google counts them: https://cloud.google.com/compute/pricing */
export const HOURS_A_MONTH = decimal(730);

/** What one part of a machine costs an hour, or why that cannot be told. */
export type PartPrice = { readonly price: Decimal } | { readonly problem: string };

/** Prices of parts in one region, bought in one way. */
export class Parts {
  readonly #prices = new Map<string, PartPrice>();

  /** Keeps a SKU's price by its name. Two prices of one name are a problem of that name. */
  add({ fields: { name }, price }: Sku): void {
    const found = anHour(price);
    const known = this.#prices.get(name);
    const isSame =
      known === undefined || ('price' in known && 'price' in found && known.price.eq(found.price));
    this.#prices.set(name, isSame ? found : { problem: `"${name}" has several prices` });
  }

  /** Undefined when the list has no SKU of that name. */
  get(name: string): PartPrice | undefined {
    return this.#prices.get(name);
  }
}

function anHour(price: Sku['price']): PartPrice {
  const [tier, ...others] = price?.tiers ?? [];
  if (price === undefined || tier === undefined) return { problem: 'a part has no price' };
  if (price.currency !== CURRENCY) return { problem: `the price of a part is in "${price.currency}"` };
  if (others.length > 0) return { problem: 'the price of a part falls with quantity' };
  const { unit, per } = normalUnit(price.unit) ?? { unit: '', per: 1 };
  const one = tier.price.div(decimal(String(per)));
  if (unit === 'hour' || unit === 'GiB-hour') return { price: one };
  if (unit === 'month' || unit === 'GiB-month') return { price: one.div(HOURS_A_MONTH) };
  return { problem: `the unit of a part is "${price.unit}"` };
}
