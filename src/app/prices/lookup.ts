import { UserError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import { textMatches } from '../../lib/text-glob.ts';
import type { PricesFound } from '../../model/prices.ts';
import type { PriceBook, ShardContents } from '../../pricing/book.ts';

export interface LookupRequest {
  /** `aws/rds`, or `rds` where one provider alone has such a service. */
  readonly service: string;
  /** Only this region; all when left out. */
  readonly region?: string;
  /** Each must be a part of the key, between `|` or dots; `*` is any text. */
  readonly words: readonly string[];
}

/**
 * Every price of a service whose key has all of the words. Throws a UserError for a service or a region that the book does not
 * have, with the nearest that it has.
 */
export function lookUpPrices(book: PriceBook, { service, region, words }: LookupRequest): PricesFound {
  const name = findService(book, service);
  const contents = book.contents(name.provider, name.service);
  if (contents === undefined) throw new Error(`${service} is in the manifest and not in the book`);
  if (region !== undefined && !contents.regions.includes(region))
    throw noRegion(region, name.service, contents);
  const regions = region === undefined ? contents.regions : [region];
  const prices = contents.keys
    .filter((key) => words.every((word) => hasWord(key, word)))
    .flatMap((key) => regions.flatMap((one) => book.find({ ...name, region: one, key }) ?? []));
  return {
    id: book.id,
    ...name,
    region: region ?? null,
    words,
    prices,
    hint: prices.length > 0 ? null : whyNothing(contents, words, region),
  };
}

function hasWord(key: string, word: string): boolean {
  return partsOf(key).some((part) => textMatches(word.toLowerCase(), part.toLowerCase()));
}

/** The parts between `|`, each whole and by its dots. */
function partsOf(key: string): string[] {
  return [key, ...key.split('|').flatMap((part) => [part, ...part.split('.')])];
}

function whyNothing(contents: ShardContents, words: readonly string[], region: string | undefined): string {
  const stranger = words.find((word) => !contents.keys.some((key) => hasWord(key, word)));
  if (stranger !== undefined) {
    const known = nearest(stranger, new Set(contents.keys.flatMap((key) => key.split('|'))));
    const meant = known === undefined ? '' : ` Did you mean ${known}?`;
    return `No key has the part "${stranger}".${meant}`;
  }
  const together = contents.keys.filter((key) => words.every((word) => hasWord(key, word)));
  const [key] = together;
  if (key === undefined) return 'Each of the words is in some key, but no key has them all.';
  return `${key} has no price ${region === undefined ? 'in any region' : `in ${region}`}.`;
}

function findService(book: PriceBook, text: string): { provider: string; service: string } {
  const slash = text.indexOf('/');
  const { shards } = book.manifest;
  const found = shards.filter(({ provider, service }) =>
    slash === -1 ? service === text : `${provider}/${service}` === text,
  );
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0)
    return { provider: first.provider, service: first.service };
  const names = shards.map(({ provider, service }) => `${provider}/${service}`);
  if (first !== undefined) {
    throw new UserError(`Several providers have a service "${text}".`, {
      hint: `Say ${found.map(({ provider }) => `${provider}/${text}`).join(' or ')}.`,
    });
  }
  const near = nearest(text, slash === -1 ? names.map((name) => name.split('/')[1] ?? '') : names);
  throw new UserError(`The price book has no service "${text}".`, {
    hint: near === undefined ? 'See "tollgate prices status --services".' : `Did you mean ${near}?`,
  });
}

function noRegion(region: string, service: string, { regions }: ShardContents): UserError {
  const near = nearest(region, regions);
  const all = regions.length > 12 ? '' : ` It has ${regions.join(', ')}.`;
  return new UserError(`The price book has no prices of ${service} in "${region}".`, {
    hint: near === undefined ? `There is no fallback to another region.${all}` : `Did you mean ${near}?`,
  });
}
