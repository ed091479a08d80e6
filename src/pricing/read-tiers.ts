import { decimal } from '../lib/decimal.ts';
import type { Price } from '../model/cost.ts';

/** Longest cell: the longest of the shipped book has 83 characters. */
const MOST_CHARACTERS = 4000;

/** A lower bound, but for 0, and a price: plain decimals, which have no sign and no exponent. */
const TIER = /^(?:(\d{1,18}(?:\.\d{1,60})?):)?(\d{1,15}(?:\.\d{1,60})?)$/;

/** The tiers of a cell of a shard. Throws unless they rise from 0 and each has a price that is 0 or more. */
export function readTiers(cell: string): Price['tiers'] {
  const texts = cell.length > MOST_CHARACTERS ? [] : cell.split(' ');
  const tiers = texts.map(readTier);
  const isRising = tiers.every((tier, index) => {
    const before = tiers[index - 1];
    return before === undefined ? tier.from.eq(decimal('0')) : tier.from.gt(before.from);
  });
  if (tiers.length === 0 || !isRising) throw noPrice(cell);
  return tiers;
}

function readTier(text: string): Price['tiers'][number] {
  const [, from = '0', price] = TIER.exec(text) ?? [];
  if (price === undefined) throw noPrice(text);
  return { from: decimal(from), price: decimal(price) };
}

function noPrice(text: string): Error {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new Error(`${JSON.stringify(shown)} is no price with its tiers`);
}
