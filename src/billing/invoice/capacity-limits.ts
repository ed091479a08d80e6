import type { Decimal } from '../../lib/decimal.ts';
import type { Sku } from '../../model/billing/terms.ts';
import { usageOf } from '../rate/rate-sku.ts';
import { isMeteredFor } from './cells-by-sku.ts';
import type { Part } from './part.ts';

const NONE: Readonly<Record<string, Decimal>> = {};

/**
 * The quantities that the tiers of a capacity price limit, each by its SKU id or meter name. Without usage they are 0; one that
 * cannot be known is not among them.
 */
export function limitsOf(keys: ReadonlySet<string>, sku: Sku, part: Part): Readonly<Record<string, Decimal>> {
  if (keys.size === 0) return NONE;
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const { quantity, unknown } = usageBy(key, sku, part);
      return unknown === undefined ? [[key, quantity]] : [];
    }),
  );
}

function usageBy(
  key: string,
  limited: Sku,
  { plan, cells, inForce: { terms } }: Part,
): ReturnType<typeof usageOf> {
  const own = plan.skus.find(({ id }) => id === key);
  const taker = own ?? plan.skus.find(({ meter }) => meter.name === key) ?? limited;
  const counted = own ?? { ...taker, id: key, meter: { ...taker.meter, name: null } };
  const metered = cells.filter((cell) => isMeteredFor(cell, taker, terms));
  return usageOf(metered, counted, terms.cadence);
}
