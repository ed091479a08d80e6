import { byCodePoint } from '../../lib/order.ts';
import type { PriceBook } from '../../pricing/book.ts';
import type { CatalogEntry } from './entry.ts';
import { type PriceKey, priceKeys } from './queries.ts';

/** A key that the catalog asks for, and what the book answers in each region of the provider. */
export interface VerifiedKey {
  /** The same for all that ask for one key in the same places, in one unit and with the same parts left open. */
  readonly query: string;
  readonly type: string;
  readonly component: string;
  readonly provider: string;
  readonly service: string;
  /** With `*` for a value that the definition gives. */
  readonly key: string;
  readonly optional: boolean;
  /** Regions where exactly one price answers; with a free value, where at least one of its keys has a price. */
  readonly one: readonly string[];
  readonly none: readonly string[];
  /** Regions where several do when the definition leaves a value open, with the keys of one such case. */
  readonly several: readonly { readonly region: string; readonly keys: readonly string[] }[];
  /** Units of prices that are not the unit of the line. */
  readonly otherUnits: readonly string[];
}

/**
 * Every price key of some catalog entries held against a book. The regions of a provider are those in which the book knows the
 * price of a machine; a price that stands elsewhere, such as under `global`, is asked for there.
 */
export function verifyCatalog(entries: Iterable<CatalogEntry>, book: PriceBook): VerifiedKey[] {
  const known = new Map<string, VerifiedKey>();
  return [...entries].flatMap((entry) => {
    const regions = regionsOf(entry.provider, book);
    return priceKeys(entry).map((key): VerifiedKey => {
      const query = JSON.stringify([entry.provider, key.service, key.key, key.region, key.unit, key.open]);
      let found = known.get(query);
      if (found === undefined) known.set(query, (found = { query, ...verify(entry, key, regions, book) }));
      return { ...found, type: entry.type, component: key.component, optional: key.optional };
    });
  });
}

/** Where machines are sold: the regions of the service that each cloud has everywhere. */
export function regionsOf(provider: string, book: PriceBook): readonly string[] {
  const everywhere: Readonly<Record<string, string>> = { aws: 'ec2', azure: 'vm', google: 'compute' };
  const regions = book.contents(provider, everywhere[provider] ?? '')?.regions ?? [];
  return regions.filter((region) => region !== 'global').sort(byCodePoint);
}

function verify(
  { type, provider }: CatalogEntry,
  { component, service, region: own, unit, key, open, optional }: PriceKey,
  regions: readonly string[],
  book: PriceBook,
): Omit<VerifiedKey, 'query'> {
  const one: string[] = [];
  const none: string[] = [];
  const several: { region: string; keys: readonly string[] }[] = [];
  const { keys: all = [], units = [] } = book.contents(provider, service) ?? {};
  const keys = matchingKeys(key, all);
  const unitOf = new Map(all.map((text, index) => [text, units[index] ?? '']));
  // A region that a value of the definition names can be any.
  const places = own === undefined || own.startsWith('{') ? regions : [own];
  const isPriced = (text: string, region: string): boolean =>
    book.find({ provider, service, region, key: text }) !== undefined;
  for (const region of places) {
    const priced = (text: string): boolean => isPriced(text, region);
    const found = open.length === 0 ? keys.find(priced) : undefined;
    const cases = open.length === 0 ? [] : alike(keys.filter(priced), open);
    const doubtful = cases.find((texts) => texts.length > 1);
    if (doubtful !== undefined) several.push({ region, keys: doubtful });
    else if (found !== undefined || cases.length > 0) one.push(region);
    else none.push(region);
  }
  // A key that the definition gives as a whole fits every price of the service.
  const others = /[^*|]/.test(key) ? keys.filter((text) => unitOf.get(text) !== unit) : [];
  const asked = others.filter((text) => places.some((region) => isPriced(text, region)));
  const otherUnits = [...new Set(asked.map((text) => unitOf.get(text) ?? ''))].sort(byCodePoint);
  return { type, component, provider, service, key, optional, one, none, several, otherUnits };
}

function matchingKeys(key: string, keys: readonly string[]): readonly string[] {
  if (!key.includes('*')) return keys.includes(key) ? [key] : [];
  const literal = key.split('*').map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${literal.join('[^|]+')}$`);
  return keys.filter((text) => pattern.test(text));
}

/** Keys that are one but for the parts that may be left open. */
function alike(keys: readonly string[], open: readonly number[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const rest = key
      .split('|')
      .filter((_, index) => !open.includes(index))
      .join('|');
    groups.set(rest, [...(groups.get(rest) ?? []), key]);
  }
  return [...groups.values()];
}
