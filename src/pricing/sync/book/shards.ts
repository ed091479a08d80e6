import { byCodePoint } from '../../../lib/order.ts';
import type { PriceChange, SyncedList, SyncedRegion } from '../../../model/prices-sync.ts';
import type { BookFiles } from '../../book.ts';
import type { ShardFile } from '../../format.ts';
import { Matrix } from '../../matrix.ts';
import type { ProviderLists, ProviderSync } from '../provider.ts';
import { type FreshColumn, freshColumns } from './column.ts';
import { mergeColumn } from './merge.ts';
import { newerRegions } from './newest.ts';

/** A provider's part of a sync, and what was fetched for it. */
export type Fetched = readonly [ProviderSync, ProviderLists];

/** What was done to shards. */
export interface Done {
  readonly regions: SyncedRegion[];
  readonly changes: PriceChange[];
  /** What was not, one sentence each. */
  readonly skipped: string[];
}

interface Terms {
  readonly today: string;
  readonly acceptVanished: boolean;
}

/** A shard, and the books that it stands in: the shipped one and a former sync. */
interface Former {
  readonly provider: string;
  readonly service: string;
  readonly books: readonly [BookFiles, BookFiles | undefined];
}

/**
 * A shard as it stands before any list: region by region the newer of both books. Undefined when neither has it. `done` is told of
 * prices that do not go with the others.
 */
export function formerShard({ provider, service, books }: Former, done: Done): ShardFile | undefined {
  const [shipped, former] = books.map((book) => {
    const entry = book?.manifest.shards.find((one) => one.provider === provider && one.service === service);
    return entry === undefined ? undefined : book?.shard(entry);
  });
  if (shipped === undefined || former === undefined) return shipped ?? former;
  const { shard, otherUnit } = newerRegions(shipped, former);
  for (const [region, keys] of otherUnit) {
    const why = 'whose unit is another in regions that the former sync is newer of';
    const which = `${keys.length}, such as ${keys.slice(0, 3).join(', ')}`;
    done.skipped.push(
      `${provider}/${service} in ${region}: keys of the book that ships are left out ${why}: ${which}.`,
    );
  }
  return shard;
}

/** The shard with what the lists say, in each region of which all lists were read. `done` is told what became of it. */
export function syncedShard(
  former: Former,
  [{ source, rules }, { lists, open }]: Fetched,
  terms: Terms,
  done: Done,
): ShardFile {
  const { service } = former;
  const offers = new Set(rules.offersOf(service));
  const own = lists.filter(({ offer }) => offers.has(offer));
  const read = own.filter(({ state }) => state !== 'failed').map((list) => open(list, service));
  const columns = freshColumns(service, read);
  const matrix = formerMatrix(former, done) ?? emptyMatrix(source.provider, service, columns);
  for (const [region, column] of [...columns].sort(([a], [b]) => byCodePoint(a, b))) {
    const place = `${source.provider}/${service} in ${region}`;
    const failed = own.find((list) => isMissing(list, region));
    if (failed !== undefined) {
      done.skipped.push(`${place} stays as it was: ${failed.offer} could not be read.`);
      continue;
    }
    const result = mergeColumn(matrix, column, { sought: rules.keysOf(service), ...terms });
    done.regions.push(result.region);
    done.changes.push(...result.changes);
    for (const key of column.across) done.skipped.push(`${place}: lists contradict each other about ${key}.`);
    for (const { sku, known, given } of result.moved) {
      done.skipped.push(
        `${place}: SKU ${sku} is ${known.join(', ')} in the book, and ${given.join(', ')} by the rules.`,
      );
    }
    for (const key of result.otherUnit) done.skipped.push(`${place}: ${key} has another unit in the list.`);
  }
  return matrix.file();
}

/** Apart from its use, so that the file it is made of is not held as well. */
function formerMatrix(former: Former, done: Done): Matrix | undefined {
  const file = formerShard(former, done);
  return file === undefined ? undefined : Matrix.of(file);
}

function isMissing({ state, region }: SyncedList, wanted: string): boolean {
  return state === 'failed' && (region === wanted || region === '*');
}

function emptyMatrix(provider: string, service: string, columns: ReadonlyMap<string, FreshColumn>): Matrix {
  const [option] = [...columns.values()].flatMap((column) => column.option ?? []);
  const base = { provider, service, currency: 'USD' };
  return new Matrix(option === undefined ? base : { ...base, option });
}
