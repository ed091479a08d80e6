import { decimal } from '../../lib/decimal.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { allDigits } from '../../model/money-text.ts';

/** What a whole item comes to, and the keys that say it. */
export interface Lead {
  readonly words: string;
  readonly keys: readonly string[];
}

/** A price as `per unit 0.11` or `graduated: to 10,000 0.0017, above 0.0015`; undefined for what is no price. */
export function priceWords(price: JsonObject): Lead | undefined {
  const { model, tiers } = price;
  const text = (key: string): string | undefined => textOf(price[key]);
  if (typeof model === 'string' && Array.isArray(tiers)) {
    const words = tiers.map(tierWords).join(', ');
    return { words: `${model}: ${words}`, keys: ['model', 'tiers'] };
  }
  const lead = (words: (main: string) => string, ...keys: readonly string[]): Lead | undefined => {
    const main = text(keys[0] ?? '');
    return main === undefined ? undefined : { words: words(main), keys: ['model', ...keys] };
  };
  switch (model) {
    case 'flat':
      return lead((amount) => `flat ${amount}`, 'amount');
    case 'perUnit':
      return lead((unit) => `per unit ${unit}`, 'unit');
    case 'package':
      return lead((amount) => `${amount} per package of ${grouped(text('size'))}`, 'price', 'size');
    case 'percentage':
      return lead((rate) => `${rate}% of events${plus(text('fixed'))}`, 'rate', 'fixed');
    case 'dynamic':
      return lead((multiplier) => `event amounts times ${multiplier}`, 'multiplier');
    default:
      return undefined;
  }
}

/** `to 10,000 0.0017`, `above 0.0015 plus 5`, `seats 10 and calls 5,000 for 90`. What is no tier, such as how many more there are, is as it is. */
function tierWords(tier: Json): string {
  if (!isJsonObject(tier)) return textOf(tier) ?? '';
  const { upTo, limits, unit, rate, flat, price } = tier;
  const prices = [textOf(unit), textOf(rate) && `${textOf(rate) ?? ''}%`, textOf(price)].filter(
    (one) => one !== undefined,
  );
  const amount = [...prices, textOf(flat)].filter((one) => one !== undefined).join(' plus ');
  if (isJsonObject(limits)) {
    const held = Object.entries(limits).map(([key, limit]) => `${key} ${grouped(textOf(limit))}`);
    return `${held.length === 0 ? 'above' : held.join(' and ')} for ${amount}`;
  }
  return upTo === null ? `above ${amount}` : `to ${grouped(textOf(upTo))} ${amount}`;
}

function plus(fixed: string | undefined): string {
  return fixed === undefined ? '' : ` plus ${fixed}`;
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** With its thousands grouped where it is a number. */
function grouped(text = ''): string {
  return /^\d{1,30}(?:\.\d{1,30})?$/.test(text) ? allDigits(decimal(text)) : text;
}
