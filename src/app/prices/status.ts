import { byCodePoint } from '../../lib/order.ts';
import type { PricesStatus, ProviderPrices } from '../../model/prices.ts';
import { ageInDays, oldAfter } from '../../pricing/age.ts';
import type { PriceBook } from '../../pricing/book.ts';

/** What a book holds, how old it is on a day (ISO), and what of it is old. */
export function pricesStatus(book: PriceBook, today: string): PricesStatus {
  const { id, currency, shards, sources } = book.manifest;
  const names = [...new Set(shards.map(({ provider }) => provider))].sort(byCodePoint);
  const providers = names.map((name) => providerPrices(book, name, today));
  return {
    id,
    currency,
    today,
    providers,
    services: shards.map((shard) => ({
      provider: shard.provider,
      service: shard.service,
      option: shard.option ?? 'on_demand',
      regions: shard.regions,
      keys: shard.keys,
      prices: shard.prices,
      oldest: shard.oldest,
      newest: shard.newest,
      sources: shard.sources,
    })),
    sources: sources.map(({ id, repository, licence }) => ({ id, repository, licence })),
    warnings: providers.flatMap(oldPrices),
  };
}

function providerPrices(book: PriceBook, provider: string, today: string): ProviderPrices {
  const shards = book.manifest.shards.filter((shard) => shard.provider === provider);
  const regions = new Set(shards.flatMap(({ service }) => book.contents(provider, service)?.regions ?? []));
  const asOf = book.asOf[provider] ?? '';
  return {
    provider,
    services: shards.length,
    regions: regions.size,
    prices: shards.reduce((sum, shard) => sum + shard.prices, 0),
    asOf,
    oldest: shards.map((shard) => shard.oldest).sort(byCodePoint)[0] ?? '',
    newest:
      shards
        .map((shard) => shard.newest)
        .sort(byCodePoint)
        .at(-1) ?? '',
    ageDays: ageInDays(asOf, today),
    oldAfterDays: oldAfter(provider) ?? null,
  };
}

function oldPrices({ provider, ageDays, oldAfterDays }: ProviderPrices): string[] {
  if (oldAfterDays === null || !(ageDays > oldAfterDays)) return [];
  return [
    `Half of the prices of ${provider} are ${ageDays} days old or older; above ${oldAfterDays} days they are called old. ` +
      'Run "tollgate prices sync", or take a newer version.',
  ];
}
