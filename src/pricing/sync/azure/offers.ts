import { type Decimal, decimal } from '../../../lib/decimal.ts';
import type { PriceOption } from '../../../model/cost.ts';
import type { Item } from './item.ts';

/** One way to buy what an item is for. */
export interface Offer {
  /** Left out for pay as you go. */
  readonly option?: PriceOption;
  /** `1y`, `3y`; of commitments alone. */
  readonly term?: string;
  /** For one unit of the item; a problem where that cannot be told. */
  readonly price: Decimal | { readonly problem: string };
}

const HOURS_A_YEAR = 8760;

/**
 * The ways to buy what an item is for. None for prices that only some buyers get (DevTest) and for low priority, which is sold to
 * Batch alone. Spot is told by the names of SKU and meter, and by nothing else. The price of a reservation is one for the whole
 * term, whatever its unit says: it is divided by the term's hours, a year having 365 days.
 */
export function offersOf(item: Item): Offer[] {
  const { meterName, skuName } = item.texts;
  const isNamed = (word: RegExp): boolean => word.test(skuName) || word.test(meterName);
  if (isNamed(/\bLow Priority\b/i)) return [];
  if (item.type === 'Reservation') return [reservation(item)];
  if (item.type !== 'Consumption') return [];
  const option = isNamed(/\bSpot\b/i) ? 'spot' : undefined;
  const plans = item.plans.map(({ term, price }): Offer => {
    const years = yearsOf(term);
    return { option: 'savings_plan', ...(years === undefined ? {} : { term: `${years}y` }), price };
  });
  return [{ ...(option === undefined ? {} : { option }), price: item.price }, ...plans];
}

function reservation({ term = '', price, texts: { unitOfMeasure } }: Item): Offer {
  const years = yearsOf(term);
  const option = 'reserved';
  if (years === undefined) return { option, price: { problem: `a reservation's term is "${term}"` } };
  if (unitOfMeasure !== '1 Hour') {
    return { option, term: `${years}y`, price: { problem: `a reservation's unit is "${unitOfMeasure}"` } };
  }
  return { option, term: `${years}y`, price: price.div(decimal(years * HOURS_A_YEAR)) };
}

function yearsOf(term: string): number | undefined {
  const years = /^([1-9]) Years?$/.exec(term)?.[1];
  return years === undefined ? undefined : Number(years);
}
