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

/** What is remembered of a book: the values that a part of a key has, what strangers were meant as, and where else keys have a price. */
interface Memory {
  readonly values: Map<string, readonly string[]>;
  readonly meant: Map<string, string | undefined>;
  readonly elsewhere: Map<string, readonly string[]>;
}

/** Each comparison reads all values of a part, and each search all regions: of hostile input the rest goes without. */
const MOST_COMPARED = 60;

const memories = new WeakMap<PriceBook, Memory>();

/**
 * Why there is no price, as one phrase: a value that no key of the service has, with the nearest one that is there, or else
 * the whole key, which is then a combination, or a region, without a price, with the other regions that have one.
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
    const meant = isOneValue(template.split('|')[index]) ? suggestion(missing, index, known) : undefined;
    const advice = meant === undefined ? '' : `; the nearest is ${meant}`;
    return `${clip(part)} is not in the price book for ${where}${advice} (asked for ${asked})`;
  }
  return `no price in the book for ${missing.provider} ${where}: ${asked}${elsewhere(missing)}`;
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

/** The nearest of the values that have a price where one is asked for, with all other parts as they are. */
function suggestion(missing: MissingPrice, index: number, known: readonly string[]): string | undefined {
  const { book, provider, service, region, parts } = missing;
  const hasPrice = (value: string): boolean =>
    book.query({ provider, service, region, parts: parts.with(index, value) }).length > 0;
  return remembered(memoryOf(book).meant, JSON.stringify([provider, service, region, parts, index]), () =>
    nearest(parts[index] ?? '', known.filter(hasPrice)),
  );
}

/** `; us-central1 has one`, `; 12 other regions have one`, or nothing: where the same key has a price. */
function elsewhere({ book, provider, service, parts }: MissingPrice): string {
  if (parts.includes(null)) return '';
  const key = parts.join('|');
  const regions = remembered(memoryOf(book).elsewhere, JSON.stringify([provider, service, key]), () =>
    (book.contents(provider, service)?.regions ?? []).filter(
      (region) => book.find({ provider, service, region, key }) !== undefined,
    ),
  );
  const [first] = regions ?? [];
  if (regions === undefined || first === undefined) return '';
  return regions.length === 1 ? `; only ${first} has one` : `; ${regions.length} other regions have one`;
}

/** What was found before, or is now, as long as there is not too much; undefined beyond. */
function remembered<T>(found: Map<string, T>, name: string, find: () => T): T | undefined {
  if (!found.has(name) && found.size < MOST_COMPARED) found.set(name, find());
  return found.get(name);
}

function memoryOf(book: PriceBook): Memory {
  let memory = memories.get(book);
  if (memory === undefined)
    memories.set(book, (memory = { values: new Map(), meant: new Map(), elsewhere: new Map() }));
  return memory;
}
