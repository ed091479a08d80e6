import { byCodePoint } from '../../lib/order.ts';
import type { Price } from '../../model/cost.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OwnPrice } from '../../model/pricing.ts';
import type { PriceBook } from '../../pricing/book.ts';
import { hasParts } from '../../pricing/key-parts.ts';
import { mostSpecific } from './scope.ts';

/** A price book that answers with the buyer's own prices where there are some. */
export interface OwnBook {
  readonly book: PriceBook;
  /** One error for each own price whose unit is not that of the price in its place. It is not used. */
  problems(): readonly Diagnostic[];
  /** Whether it answered a query. */
  isUsed(price: OwnPrice): boolean;
}

/**
 * The book, with own prices in the place of its own: by SKU before by key, and of one region before of all. They answer also
 * where the book has no price. `prices` are those in force; no two of them are for the same key or SKU and region.
 */
export function withOwnPrices(book: PriceBook, prices: readonly OwnPrice[]): OwnBook {
  const byService = new Map<string, OwnPrice[]>();
  for (const price of prices) {
    const name = `${price.scope.provider ?? ''}/${price.scope.service ?? ''}`;
    byService.set(name, [...(byService.get(name) ?? []), price]);
  }
  const answers = new Map<string, Price | undefined>();
  const wrong = new Map<OwnPrice, Price>();
  const used = new Set<OwnPrice>();

  function own(query: Parameters<PriceBook['find']>[0], list: Price | undefined): Price | undefined {
    const there = byService.get(`${query.provider}/${query.service}`) ?? [];
    const fitting = there.filter(({ scope }) => {
      const isKey = scope.key === query.key || (scope.sku !== undefined && scope.sku === list?.sku);
      return isKey && (scope.region ?? query.region) === query.region;
    });
    const [entry] = mostSpecific(fitting);
    if (entry === undefined) return list;
    if (list !== undefined && list.unit !== entry.unit) {
      wrong.set(entry, list);
      return list;
    }
    used.add(entry);
    const { unit, currency, tiers, id, from = '', source } = entry;
    return {
      ...query,
      ...(list?.sku === undefined ? {} : { sku: list.sku }),
      ...{ unit, currency, tiers, asOf: from, source: source.file },
      own: { id, list: list ?? null },
    };
  }

  const find = (query: Parameters<PriceBook['find']>[0]): Price | undefined => {
    const list = book.find(query);
    if (!byService.has(`${query.provider}/${query.service}`)) return list;
    const { provider, service, region, key } = query;
    const name = JSON.stringify([provider, service, region, key]);
    if (!answers.has(name)) answers.set(name, own({ provider, service, region, key }, list));
    return answers.get(name);
  };
  const ownKeys = (provider: string, service: string, parts: readonly (string | null)[]): string[] =>
    (byService.get(`${provider}/${service}`) ?? []).flatMap(({ scope: { key } }) =>
      key !== undefined && hasParts(key, parts) ? [key] : [],
    );
  const keys: PriceBook['keys'] = ({ provider, service, parts }) => {
    const more = ownKeys(provider, service, parts);
    const all = book.keys({ provider, service, parts });
    return more.length === 0 ? all : [...new Set([...all, ...more])].sort(byCodePoint);
  };
  return {
    book: {
      ...book,
      find,
      keys,
      query({ provider, service, region, parts }) {
        if (!byService.has(`${provider}/${service}`)) return book.query({ provider, service, region, parts });
        return keys({ provider, service, parts }).flatMap(
          (key) => find({ provider, service, region, key }) ?? [],
        );
      },
    },
    isUsed: (price) => used.has(price),
    problems: () => [...wrong].map(([entry, list]) => wrongUnit(entry, list)),
  };
}

function wrongUnit({ id, unit, source }: OwnPrice, list: Price): Diagnostic {
  return {
    severity: 'error',
    code: 'own-price-unit',
    message: `The own price ${JSON.stringify(id)} is per ${unit}, and the price book has ${list.key} per ${list.unit}: it is not used.`,
    source,
    hint: `Write the price of one ${list.unit}.`,
  };
}
