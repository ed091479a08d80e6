import { join } from 'node:path';
import { byCodePoint } from '../../lib/order.ts';
import type { PricesSync } from '../../model/prices-sync.ts';
import type { BookFiles } from '../book.ts';
import type { PriceSource, ShardEntry } from '../format.ts';
import { ManifestBuilder, shardText } from '../manifest.ts';
import { bySize } from './book/percent.ts';
import { type Done, type Fetched, formerShard, syncedShard } from './book/shards.ts';
import { BookWriter } from './book/write.ts';
import { KeptLists } from './lists/kept-lists.ts';
import { lockFolder } from './lock.ts';
import { ownFolder } from './own-folder.ts';
import { fetchLists, type ProviderSync, type SyncProgress } from './provider.ts';
import { OFFICIAL_LISTS } from './sources.ts';
import { writeAside } from './write-aside.ts';

/** Where in the folder of a book lists that were read are kept. */
export const KEPT = '.sync';

/** Changes of prices that a result lists. */
const MOST_CHANGES = 20;

export interface SyncOptions {
  readonly providers: readonly ProviderSync[];
  /** Folder of the book that is written; lists that were read are kept in it, too. */
  readonly folder: string;
  /** The book that ships. */
  readonly shipped: BookFiles;
  /** The book that changes are told against and that stays where nothing newer is read: a former sync, as a rule. */
  readonly since: BookFiles | undefined;
  /** The day of the sync, `YYYY-MM-DD`. */
  readonly today: string;
  readonly acceptVanished: boolean;
  /** Lists are fetched and kept, and the book stays as it is. */
  readonly isDryRun: boolean;
  readonly progress: SyncProgress;
}

/**
 * Brings a price book up to date from the official lists: of each service and region the newest of the shipped book, of the
 * former one and of the lists. Throws a UserError when the folder cannot be written or another sync is writing it; what a service
 * fails to give is told in the result.
 */
export async function syncPrices(options: SyncOptions): Promise<PricesSync> {
  const release = lockFolder(ownFolder(options.folder, KEPT));
  try {
    // No commit takes along what is kept, and with it lists that nobody gave.
    writeAside(join(options.folder, KEPT, '.gitignore'), '*\n');
    const kept = new KeptLists(ownFolder(options.folder, `${KEPT}/lists`));
    const fetched: Fetched[] = [];
    for (const provider of options.providers) {
      fetched.push([provider, await fetchLists(provider, kept, options.progress)]);
    }
    return merged(options, fetched);
  } finally {
    release();
  }
}

function merged(options: SyncOptions, fetched: readonly Fetched[]): PricesSync {
  const { shipped, since, today, isDryRun, folder } = options;
  const done: Done = { regions: [], changes: [], skipped: [] };
  const builder = new ManifestBuilder('by-content');
  const writer = isDryRun ? undefined : new BookWriter(folder);
  // One shard at a time, in a function of its own: all of them, or two, would be the most of a sync's memory.
  for (const name of shardNames(options)) writeShard(name, fetched, options, { builder, writer, done });
  const manifest = builder.build(sourcesOf(options, builder.sources));
  writer?.finish(manifest, since?.manifest);
  return {
    before: (since ?? shipped).manifest.id,
    after: manifest.id,
    today,
    isDryRun,
    lists: fetched.flatMap(([, { lists }]) => lists),
    regions: done.regions,
    changes: done.changes.sort(bySize).slice(0, MOST_CHANGES),
    skipped: [...fetched.flatMap(([, { skipped }]) => skipped), ...done.skipped],
  };
}

interface Writing {
  readonly builder: ManifestBuilder;
  /** Undefined when nothing is to be written. */
  readonly writer: BookWriter | undefined;
  readonly done: Done;
}

/** Brings one shard up to date and writes it; one that stays as it ships is copied. */
function writeShard(
  { provider, service }: ShardName,
  fetched: readonly Fetched[],
  options: SyncOptions,
  { builder, writer, done }: Writing,
): void {
  const { shipped, since } = options;
  const copied = untouched(provider, service, options);
  if (copied !== undefined) {
    const entry = builder.keep(copied, shipped.manifest);
    writer?.packed(entry, shipped.packed(copied));
    return;
  }
  const own = fetched.find(([{ source }]) => source.provider === provider);
  const isWanted = own?.[0].wanted.services.includes(service) === true;
  const books = [shipped, since] as const;
  const shard = isWanted
    ? syncedShard({ provider, service, books }, own, options, done)
    : formerShard({ provider, service, books }, done);
  if (shard === undefined || shard.keys.length === 0) return;
  const text = shardText(shard);
  const entry = builder.add(shard, text);
  writer?.shard(entry, text);
}

/** The shard of the shipped book where the whole provider stays as it is there: it need not be read. */
function untouched(
  provider: string,
  service: string,
  { providers, shipped, since }: SyncOptions,
): ShardEntry | undefined {
  const hashes = (book: BookFiles): string =>
    book.manifest.shards.flatMap((one) => (one.provider === provider ? one.sha256 : [])).join();
  const isSynced = providers.some(({ source }) => source.provider === provider);
  if (isSynced || (since !== undefined && hashes(since) !== hashes(shipped))) return undefined;
  return shipped.manifest.shards.find((one) => one.provider === provider && one.service === service);
}

/** All shards of both books, and those that lists may fill, in the order of a manifest. */
function shardNames({ shipped, since, providers }: SyncOptions): ShardName[] {
  const present = [shipped, since].flatMap((book) => book?.manifest.shards ?? []);
  const wanted = providers.flatMap(({ source: { provider }, wanted: { services } }) =>
    services.map((service) => ({ provider, service })),
  );
  const names = new Map([...present, ...wanted].map((one) => [`${one.provider}/${one.service}`, one]));
  return [...names].sort(([a], [b]) => byCodePoint(a, b)).map(([, name]) => name);
}

interface ShardName {
  readonly provider: string;
  readonly service: string;
}

/** Of both books, and the official lists that a price of the new one comes from. */
function sourcesOf({ shipped, since }: SyncOptions, used: readonly string[]): PriceSource[] {
  const known = [shipped, since].flatMap((book) => book?.manifest.sources ?? []);
  const official = Object.values(OFFICIAL_LISTS).filter(({ id }) => used.some((text) => text.startsWith(id)));
  return [...new Map([...known, ...official].map((source) => [source.id, source])).values()];
}
