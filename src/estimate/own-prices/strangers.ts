import { nearest } from '../../lib/nearest.ts';
import { textMatches } from '../../lib/text-glob.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Commitment, Discount, OwnPrice, PricingEntry } from '../../model/pricing.ts';
import type { PriceBook } from '../../pricing/book.ts';
import { namesCoverable } from './coverable.ts';

interface Entries {
  readonly discounts: readonly Discount[];
  readonly commitments: readonly Commitment[];
  /** Those that no line asked for. */
  readonly unusedPrices: readonly OwnPrice[];
  /** All own prices: their keys are known too. */
  readonly prices: readonly OwnPrice[];
}

/** A name in a scope that the book does not have. */
interface Stranger {
  readonly what: string;
  readonly name: string;
  readonly near: string | undefined;
  /** What lists the names that there are. */
  readonly list: string;
}

/** Each comparison reads all keys of a service: of more entries the nearest name is not told. */
const MOST_COMPARED = 50;

/**
 * A warning for each entry whose scope names a service, region or key that the book does not have at all, with the nearest name: it can
 * hold for nothing. An own price may be for what the book lacks, and a commitment that names what it cannot cover has a warning of its
 * own: of these only a name that is near to one of the book is doubted.
 */
export function strangers(book: PriceBook, entries: Entries): Diagnostic[] {
  let compared = 0;
  const near: typeof nearest = (word, names) =>
    ++compared > MOST_COMPARED ? undefined : nearest(word, names);
  const find = (entry: PricingEntry, prices: readonly OwnPrice[]): Stranger | undefined =>
    strangerService(book, entry, prices, near) ?? strangerInService(book, entry, prices, near);
  const doubted = (entry: PricingEntry, found: Stranger | undefined): Diagnostic[] =>
    found?.near === undefined ? [] : warning(entry, found);
  return [
    ...entries.discounts.flatMap((entry) => warning(entry, find(entry, entries.prices))),
    ...entries.unusedPrices.flatMap((entry) => doubted(entry, find(entry, []))),
    ...entries.commitments.flatMap((entry) => {
      const found = find(entry, entries.prices);
      return namesCoverable(entry.kind, entry.scope) ? warning(entry, found) : doubted(entry, found);
    }),
  ];
}

function strangerService(
  { manifest }: PriceBook,
  { scope: { provider, service } }: PricingEntry,
  prices: readonly OwnPrice[],
  near: typeof nearest,
): Stranger | undefined {
  if (service === undefined) return undefined;
  const names = [...manifest.shards, ...prices.map(({ scope }) => scope)].flatMap((one) =>
    one.service !== undefined && (provider ?? one.provider) === one.provider ? [one.service] : [],
  );
  if (names.includes(service)) return undefined;
  const list = '"tollgate prices status --services"';
  return { what: 'service', name: service, near: near(service, names), list };
}

function strangerInService(
  book: PriceBook,
  { scope: { provider, service, region, key } }: PricingEntry,
  prices: readonly OwnPrice[],
  near: typeof nearest,
): Stranger | undefined {
  if (provider === undefined || service === undefined) return undefined;
  const contents = book.contents(provider, service);
  if (contents === undefined) return undefined;
  const own = prices.filter(({ scope }) => scope.provider === provider && scope.service === service);
  const check = (what: 'region' | 'key', name: string | undefined, names: readonly string[]) => {
    const all = [...names, ...own.flatMap(({ scope }) => scope[what] ?? [])];
    if (name === undefined || all.some((one) => textMatches(name, one))) return undefined;
    return { what, name, near: near(name, all), list: `"tollgate prices lookup ${provider}/${service}"` };
  };
  return check('region', region, contents.regions) ?? check('key', key, contents.keys);
}

function warning({ id, source, scope }: PricingEntry, found: Stranger | undefined): Diagnostic[] {
  if (found === undefined) return [];
  const { what, name, near, list } = found;
  const where = what === 'service' ? '' : ` in ${scope.provider ?? ''}/${scope.service ?? ''}`;
  return [
    {
      severity: 'warning',
      code: 'pricing-scope-unknown',
      message: `${JSON.stringify(id)} of "pricing" is for the ${what} ${JSON.stringify(name)}, which the price book does not have${where}.`,
      source,
      hint: near === undefined ? `See ${list} for what there is.` : `Did you mean ${near}?`,
    },
  ];
}
