import { isJsonObject, type Json, type JsonObject, textMember } from '../../lib/json.ts';
import { type Lead, priceWords } from './price-words.ts';

/** What is worth seeing first of the rest. */
const FIRST = [
  'rate',
  'percent',
  'freeQuantity',
  'minAmount',
  'maxAmount',
  'flat',
  'unit',
  'upTo',
  'skus',
  'from',
  'to',
];
/** Said by the path already, or nothing that money depends on. */
const LEFT_OUT = ['id', 'name', 'description', 'labels', 'externalIds'];
const LONGEST = 80;
/** Of a whole item, in words. */
const LONGEST_WORDS = 160;

/**
 * A value of a billing file as a cell of a table holds it: objects as `unit 0.28, upTo 8000`, SKUs with their price first, discounts
 * and commitments with their amount, cut where it is long. The JSON of the result has more of it.
 */
export function valueText(value: string): string {
  const words = wordsOf(value);
  if (words === undefined) return cut(value, LONGEST);
  // Half a number would be another one.
  return words.length <= LONGEST_WORDS
    ? words
    : `${words.slice(0, LONGEST_WORDS).replace(/[\s,]+\S{0,30}$/, '')} …`;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

function wordsOf(value: string): string | undefined {
  if (!/^[[{]/.test(value)) return undefined;
  try {
    const json = JSON.parse(value) as Json;
    return Array.isArray(json) ? listed(json) : isJsonObject(json) ? entries(json, LEFT_OUT) : undefined;
  } catch {
    return undefined;
  }
}

/** What an object comes to, then its other keys, but for some. */
function entries(value: JsonObject, leftOut: readonly string[] = []): string {
  const lead = leadOf(value);
  const others = Object.entries(value)
    .filter(([key]) => !leftOut.includes(key) && !(lead?.keys.includes(key) ?? false))
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([key, inner]) => `${key} ${written(inner)}`);
  return [...(lead === undefined ? [] : [lead.words]), ...others].join(', ');
}

function leadOf(value: JsonObject): Lead | undefined {
  const { price, type } = value;
  if (isJsonObject(price)) return { words: entries(price), keys: ['price'] };
  if (typeof value['model'] === 'string') return priceWords(value);
  const amount = textMember(value, 'value') ?? textMember(value, 'amount');
  if (typeof type !== 'string' || amount === undefined) return undefined;
  return { words: `${type} ${amount}`, keys: ['type', value['value'] === amount ? 'value' : 'amount'] };
}

function written(value: Json): string {
  if (Array.isArray(value)) return `[${listed(value)}]`;
  if (isJsonObject(value)) return `(${entries(value)})`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function listed(items: readonly Json[]): string {
  return items.map(written).join(', ');
}

function rank(key: string): number {
  const at = FIRST.indexOf(key);
  return at === -1 ? FIRST.length : at;
}
