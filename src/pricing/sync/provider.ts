import type { SyncedList } from '../../model/prices-sync.ts';
import type { ReadList } from './book/column.ts';
import type { ListedRegion } from './lists/content.ts';
import { Gatherer } from './lists/gatherer.ts';
import type { KeptList, KeptLists } from './lists/kept-lists.ts';
import { ListProblem, type PriceList, type PriceListSource, type Wanted } from './port.ts';
import type { ListRules } from './rules/price-lists.ts';
import { OFFICIAL_LISTS } from './sources.ts';

/** Times that a list is read from its beginning when it breaks off. */
const ATTEMPTS = 3;

/** A provider, and what of it is wanted. */
export interface ProviderSync {
  readonly source: PriceListSource;
  readonly rules: ListRules;
  readonly wanted: Wanted;
}

/** Tells a watching person how far a sync is. */
export interface SyncProgress {
  /** A list is begun: which of how many. */
  list(list: PriceList, number: number, total: number): void;
  /** Rows of it that were read. */
  rows(rows: number): void;
}

/** The lists of a provider, each with what became of it. */
export interface ProviderLists {
  readonly lists: readonly SyncedList[];
  readonly skipped: readonly string[];
  /** The prices that a list which was taken has of a shard, read from where it is kept. */
  readonly open: (list: SyncedList, service: string) => ReadList;
}

/** Fetches the lists of one provider that have changed since they were kept, and keeps them. A list that fails does not stop the others. */
export async function fetchLists(
  { source, rules, wanted }: ProviderSync,
  kept: KeptLists,
  progress: SyncProgress,
): Promise<ProviderLists> {
  const listing = await source.lists(wanted).catch(failedListing);
  const lists: SyncedList[] = [];
  for (const [index, list] of listing.lists.entries()) {
    progress.list(list, index + 1, listing.lists.length);
    const found = kept.find(list, rules.digest, wanted);
    lists.push(
      found === undefined
        ? await readList(list, { source, rules, wanted }, kept, progress)
        : described(found, 'known'),
    );
  }
  return {
    lists,
    skipped: listing.skipped,
    open: (list, service) => asRead(list, kept.prices(list, service), wanted.today),
  };

  function failedListing(error: unknown): { lists: PriceList[]; skipped: string[] } {
    if (!(error instanceof ListProblem)) throw error;
    return { lists: [], skipped: [`${source.provider}: ${error.message} Its prices stay as they were.`] };
  }
}

async function readList(
  list: PriceList,
  { source, rules, wanted }: ProviderSync,
  kept: KeptLists,
  progress: SyncProgress,
): Promise<SyncedList> {
  for (let attempt = 1; ; attempt++) {
    const gatherer = new Gatherer((rows) => {
      progress.rows(rows);
    });
    try {
      await source.read(list, wanted, gatherer);
      const read = { ...list, rules: rules.digest, asOf: wanted.today, regions: wanted.regions };
      return described(kept.put(read, gatherer.content()), 'read');
    } catch (error) {
      if (!(error instanceof ListProblem)) throw error;
      if (!error.isPassing || attempt >= ATTEMPTS) return failed(list, error);
    }
  }
}

function described({ summary, ...list }: KeptList, state: 'read' | 'known'): SyncedList {
  const { provider, offer, region, version } = list;
  return { provider, offer, region, version, state, ...summary, problem: null };
}

function failed({ provider, offer, region, version }: PriceList, { message }: ListProblem): SyncedList {
  const nothing = { rows: 0, prices: 0, leftOut: [], conflicts: [] };
  return { provider, offer, region, version, state: 'failed', ...nothing, problem: message };
}

/** A list is of the day on which it was the current one, whenever it was published: what has not changed is not old. */
function asRead(list: SyncedList, prices: readonly ListedRegion[], today: string): ReadList {
  const name = `${OFFICIAL_LISTS[list.provider]?.id ?? list.provider} ${list.offer}`;
  return { list, asOf: today, source: list.version === null ? name : `${name} ${list.version}`, prices };
}
