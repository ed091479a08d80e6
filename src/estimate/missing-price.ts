import { byCodePoint } from '../lib/order.ts';
import { nearest } from '../lib/nearest.ts';
import type { PriceBook } from '../pricing/book.ts';
import { clip } from './evaluate/reading.ts';

/** A price that was asked for and is not in the book. */
export interface MissingPrice {
  readonly book: PriceBook;
  readonly provider: string;
  readonly service: string;
  readonly region: string;
  /** The key before and after its values were filled in; null stands for any text. */
  readonly template: string;
  readonly parts: readonly (string | null)[];
}

/** What is remembered of a book: the values that a part of a key has, and how many strangers were compared with them. */
interface Memory {
  readonly values: Map<string, readonly string[]>;
  readonly compared: Set<string>;
}

/** Each comparison reads all values of a part: of hostile input the rest goes without a suggestion. */
const MOST_COMPARED = 60;

const memories = new WeakMap<PriceBook, Memory>();

/**
 * Why there is no price, as one phrase: a value that no key of the service has, with the nearest one that is there, or else
 * the whole key, which is then a combination, or a region, without a price.
 */
export function whyMissing(missing: MissingPrice): string {
  const { service, region, template, parts } = missing;
  const asked = parts.map((part) => clip(part ?? '*')).join('|');
  const where = `${service} in ${clip(region)}`;
  const variable = template.split('|').map((part) => part.includes('{'));
  for (const [index, part] of parts.entries()) {
    if (part === null || parts.length < 2 || variable[index] !== true) continue;
    const known = valuesAt(missing, variable, index);
    if (known.length === 0 || known.includes(part)) continue;
    const meant = isOneValue(template.split('|')[index]) ? suggestion(missing.book, part, known) : undefined;
    const advice = meant === undefined ? '' : `; the nearest is ${meant}`;
    return `${clip(part)} is not in the price book for ${where}${advice} (asked for ${asked})`;
  }
  return `no price in the book for ${missing.provider} ${where}: ${asked}`;
}

/** A part that is a value alone. What is put together of words and values is nobody's slip of the pen. */
function isOneValue(part: string | undefined): boolean {
  return part !== undefined && /^\{\w+\}$/.test(part);
}

/** The values of one part over all keys that have the same fixed parts, sorted. */
function valuesAt(
  { book, provider, service, template }: MissingPrice,
  variable: readonly boolean[],
  index: number,
): readonly string[] {
  const { values } = memoryOf(book);
  const name = JSON.stringify([provider, service, template, index]);
  const known = values.get(name);
  if (known !== undefined) return known;
  const parts = template.split('|').map((part, at) => (variable[at] === true ? null : part));
  const keys = book.keys({ provider, service, parts });
  const found = [...new Set(keys.map((key) => key.split('|')[index] ?? ''))].sort(byCodePoint);
  values.set(name, found);
  return found;
}

function suggestion(book: PriceBook, word: string, known: readonly string[]): string | undefined {
  const { compared } = memoryOf(book);
  if (!compared.has(word) && compared.size >= MOST_COMPARED) return undefined;
  compared.add(word);
  return nearest(word, known);
}

function memoryOf(book: PriceBook): Memory {
  let memory = memories.get(book);
  if (memory === undefined) memories.set(book, (memory = { values: new Map(), compared: new Set() }));
  return memory;
}
