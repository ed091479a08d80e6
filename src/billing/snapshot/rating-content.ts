import { Decimal } from '../../lib/decimal.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { Sku, TaxRow, Terms } from '../../model/billing/terms.ts';
import { contentHash } from './hash.ts';

/**
 * Hash of what decides amounts alone: names, dates, version, migration, environment, the id of the tax table and what an SKU
 * costs the seller are not in it, and what has its default is as if it were not given. Two versions with the same one rate all usage alike.
 */
export function termsHash(terms: Terms): string {
  const {
    currency,
    rounding,
    cadence,
    cutoff,
    timezone,
    discounts,
    commitments,
    fx,
    allocation,
    revenueShare,
  } = terms;
  return contentHash(
    content({
      ...{
        currency,
        rounding,
        cadence,
        cutoff,
        timezone,
        discounts,
        commitments,
        fx,
        allocation,
        revenueShare,
      },
      skus: terms.skus.map(pricing),
      tax: terms.tax?.rows ?? null,
    }),
  );
}

/** The same of a rate card: of its currency and its SKUs. */
export function pricesHash(currency: string, skus: readonly Sku[]): string {
  return contentHash(content({ currency, skus: skus.map(pricing) }));
}

/** The same of a tax table: of its rows. */
export function taxHash(rows: readonly TaxRow[]): string {
  return contentHash(content({ rows }));
}

/** Without its name, and as one that costs the seller nothing that is known. */
function pricing(sku: Sku): object {
  return { ...sku, name: null, cost: {} };
}

/** As JSON, without what is null or false, so that a field that the product learns later changes no hash. */
function content(value: unknown): Json {
  if (value instanceof Decimal) return value.toFixed();
  if (Array.isArray(value)) return value.map(content);
  if (typeof value !== 'object' || value === null) return value as Json;
  const given = Object.entries(value).filter(([, item]) => item !== null && item !== false);
  return Object.fromEntries(given.map(([key, item]) => [key, content(item)])) satisfies JsonObject;
}
