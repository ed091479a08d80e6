import { decimal, ZERO, type Decimal } from '../../lib/decimal.ts';
import type { Convert, Price, Sku } from '../../model/billing/terms.ts';

/** What a price depends on: the quantity, or the amounts of events. */
export type PriceInput = 'quantity' | 'amount';

const HUNDRED = decimal('100');
/** Digits of a bound that a conversion or a rate turns into a fraction without end; it is cut there. */
const MOST_DIGITS = 12;
const DOWN = 0;

export function priceInput(price: Price): PriceInput {
  switch (price.model) {
    case 'percentage':
    case 'graduatedPercentage':
    case 'dynamic':
      return 'amount';
    default:
      return 'quantity';
  }
}

/**
 * Where the price of an SKU may jump or bend, ascending and without 0: as metered quantity, before conversion and free
 * quantity, or as amount of one event for prices that depend on it.
 */
export function boundsOf(sku: Sku): Decimal[] {
  return rising(sku, metered);
}

/**
 * The same, where a conversion that rounds bills more at once: from the metered quantity on that is rounded to the first whole unit above
 * a bound, and for `up` above the one that is rounded to the last one within it.
 */
export function jumpsOf(sku: Sku): Decimal[] {
  return rising(sku, (bound, convert) =>
    convert === null || convert.round === 'none'
      ? metered(bound, convert)
      : metered(roundedAbove(bound, convert), convert),
  );
}

type Metered = (bound: Decimal, convert: Convert | null) => Decimal;

function rising(sku: Sku, meteredAt: Metered): Decimal[] {
  const found = priceInput(sku.price) === 'amount' ? amountBounds(sku.price) : quantityBounds(sku, meteredAt);
  const positive = found.filter((bound) => bound.gt('0'));
  return distinct(positive.sort((a, b) => a.cmp(b)));
}

/** The smallest step that a bound shows: 1 for a whole number, else one of its last digit. */
export function stepOf(bound: Decimal): Decimal {
  const digits = bound.c.length - 1 - bound.e;
  return digits <= 0 ? decimal('1') : decimal(`0.${'1'.padStart(digits, '0')}`);
}

function distinct(sorted: readonly Decimal[]): Decimal[] {
  return sorted.filter((bound, index) => index === 0 || !bound.eq(sorted[index - 1] ?? ZERO));
}

/** A bound b is reached by the metered quantity whose converted quantity is b more than the free quantity. */
function quantityBounds(sku: Sku, meteredAt: Metered): Decimal[] {
  const inside = [ZERO, ...tierBounds(sku)].map((bound) => bound.plus(sku.freeQuantity));
  return inside.map((bound) => meteredAt(bound, sku.convert));
}

/** The converted quantity, before it is rounded, where the whole unit above a bound begins. */
function roundedAbove(bound: Decimal, { round }: Convert): Decimal {
  const last = bound.round(0, DOWN);
  if (round === 'up') return last;
  return last.plus(round === 'halfUp' ? '0.5' : '1');
}

function tierBounds({ id, meter, price }: Sku): Decimal[] {
  switch (price.model) {
    case 'graduated':
    case 'volume':
    case 'stairstep':
      return price.tiers.flatMap(({ upTo }) => upTo ?? []);
    case 'package':
      return [price.size];
    case 'capacity':
      return price.tiers.flatMap(({ limits }) => [
        ...own(limits, id),
        ...(meter.name === null || meter.name === id ? [] : own(limits, meter.name)),
      ]);
    default:
      return [];
  }
}

function own(limits: Readonly<Record<string, Decimal>>, key: string): Decimal[] {
  const limit = Object.hasOwn(limits, key) ? limits[key] : undefined;
  return limit === undefined ? [] : [limit];
}

function metered(converted: Decimal, convert: Convert | null): Decimal {
  if (convert === null || convert.factor.eq('0')) return converted;
  const { op, factor } = convert;
  return (op === 'divide' ? converted.times(factor) : converted.div(factor)).round(MOST_DIGITS, DOWN);
}

function amountBounds(price: Price): Decimal[] {
  if (price.model === 'graduatedPercentage') return price.tiers.flatMap(({ upTo }) => upTo ?? []);
  if (price.model !== 'percentage') return [];
  const { rate, min, max, freeAmount } = price;
  const clamps = rate.eq('0') ? [] : [min, max].flatMap((clamp) => clamp?.times(HUNDRED).div(rate) ?? []);
  return [
    ...clamps.map((bound) => bound.round(MOST_DIGITS, DOWN)),
    ...(freeAmount === null ? [] : [freeAmount]),
  ];
}
