import type { Catalog } from '../../estimate/catalog/catalog.ts';
import { verifyCatalog, type VerifiedKey } from '../../estimate/catalog/verify.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { PricesVerification, ProviderVerification, VerificationException } from '../../model/prices.ts';
import type { PriceBook } from '../../pricing/book.ts';

/** Every query of the catalog held against a book in every region of its provider. */
export function verifyPrices(book: PriceBook, catalog: Catalog): PricesVerification {
  const entries = catalog.types.priced.flatMap((type) => catalog.entry(type) ?? []);
  const queries = byQuery(verifyCatalog(entries, book));
  const providers = [...new Set(entries.map(({ provider }) => provider))].sort(byCodePoint);
  return {
    id: book.id,
    providers: providers.map((provider) =>
      summary(
        provider,
        entries.filter((entry) => entry.provider === provider).length,
        [...queries.values()].filter(([first]) => first.provider === provider),
      ),
    ),
    exceptions: [...queries.values()].flatMap(exceptionsOf),
  };
}

/** Never empty. */
type Askers = readonly [VerifiedKey, ...VerifiedKey[]];

/** The same query of several types once, by provider, service and key. One key that is asked for in several places is several. */
function byQuery(keys: readonly VerifiedKey[]): ReadonlyMap<string, Askers> {
  const queries = new Map<string, [VerifiedKey, ...VerifiedKey[]]>();
  for (const key of keys) {
    const known = queries.get(key.query);
    if (known === undefined) queries.set(key.query, [key]);
    else known.push(key);
  }
  return new Map([...queries].sort(([a], [b]) => byCodePoint(a, b)));
}

function summary(provider: string, types: number, queries: readonly Askers[]): ProviderVerification {
  const answered = queries.filter(([first]) => first.one.length + first.several.length > 0);
  const sum = (part: 'one' | 'none' | 'several'): number =>
    answered.reduce((total, [first]) => total + first[part].length, 0);
  return {
    provider,
    types,
    queries: queries.length,
    nowhere: queries.length - answered.length,
    one: sum('one'),
    none: sum('none'),
    several: sum('several'),
  };
}

function exceptionsOf(askers: Askers): VerificationException[] {
  const [{ provider, service, key, one, none, several }] = askers;
  const exception = (
    problem: VerificationException['problem'],
    where: readonly string[],
    candidates: readonly string[] = [],
  ): VerificationException[] => {
    const askedBy = [...new Set(askers.map(({ type, component }) => `${type} ${component}`))].sort(byCodePoint);
    return where.length === 0 ? [] : [{ provider, service, key, askedBy, problem, where, candidates }];
  };
  const isNowhere = one.length === 0 && several.length === 0;
  return [
    ...exception(isNowhere ? 'in no region' : 'not in all regions', none),
    ...exception(
      'several',
      several.map(({ region }) => region),
      several[0]?.keys,
    ),
    ...exception('another unit', [...new Set(askers.flatMap(({ otherUnits }) => otherUnits))]),
  ];
}
