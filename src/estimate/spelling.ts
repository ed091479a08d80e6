import type { PriceBook } from '../pricing/book.ts';

/** A key of a service, in its parts between `|`; null stands for any text. */
export interface SpelledKey {
  readonly book: PriceBook;
  readonly provider: string;
  readonly service: string;
  readonly parts: readonly (string | null)[];
}

/** Keys of a service by their lower case; null where several differ by nothing but case. */
type Spellings = ReadonlyMap<string, string | null>;

const known = new WeakMap<PriceBook, Map<string, Spellings>>();

/**
 * The parts of the one key of the book that differs by nothing but case; the parts as they are when there is none, or several.
 * Only Azure takes `STANDARD_DS2_V2` and `Standard_DS2_v2` as one:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules.
 */
export function officialSpelling({ book, provider, service, parts }: SpelledKey): SpelledKey['parts'] {
  if (provider !== 'azure' || parts.includes(null)) return parts;
  const key = spellingsOf(book, provider, service).get(parts.join('|').toLowerCase());
  return key?.split('|') ?? parts;
}

/** Read when a key of the service is first not found as it is written: most are. */
function spellingsOf(book: PriceBook, provider: string, service: string): Spellings {
  let services = known.get(book);
  if (services === undefined) known.set(book, (services = new Map<string, Spellings>()));
  let spellings = services.get(service);
  if (spellings === undefined) services.set(service, (spellings = readSpellings(book, provider, service)));
  return spellings;
}

function readSpellings(book: PriceBook, provider: string, service: string): Spellings {
  const spellings = new Map<string, string | null>();
  for (const key of book.contents(provider, service)?.keys ?? []) {
    const lower = key.toLowerCase();
    spellings.set(lower, spellings.has(lower) ? null : key);
  }
  return spellings;
}
