import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PriceList, Wanted } from '../port.ts';
import type { ListContent, ListedCell } from './content.ts';

/** Changes with the form of what is written, so that another version of this program never reads it. */
const FORM = 2;

/** Bytes of a kept list, packed and unpacked. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A list that was read to its end. */
export interface KeptList extends PriceList {
  /** Digest of the rules that it was read by. */
  readonly rules: string;
  /** The day on which it was the current one. */
  readonly asOf: string;
  /** Regions that were asked for, of a list of all regions. */
  readonly regions: readonly string[];
  /** What it came to, without the prices. */
  readonly summary: Omit<ListContent, 'prices'> & { readonly prices: number };
}

/** Lists that were read, in a folder: a sync that broke off goes on after them, and what has not changed is not fetched again. */
export class KeptLists {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The kept list, when it is the same one read by the same rules. One without a version counts as the same for the day on which
   * it was read, one of all regions for the regions that were asked for.
   */
  find(list: PriceList, rules: string, { regions, today }: Wanted): KeptList | undefined {
    const kept = this.#read(this.#path(list));
    const isSame =
      kept?.provider === list.provider &&
      kept.offer === list.offer &&
      kept.region === list.region &&
      kept.rules === rules &&
      (list.version === null ? kept.asOf === today : kept.version === list.version) &&
      (list.region !== '*' || regions.every((region) => kept.regions.includes(region)));
    return isSame ? kept : undefined;
  }

  /** The prices of one shard in a list that was found. */
  prices(list: PriceList, service: string): readonly ListedCell[] {
    const [head, ...lines] = this.#lines(this.#path(list));
    const line = head === undefined ? undefined : lines[head.services.indexOf(service)];
    return line === undefined ? [] : (JSON.parse(line) as ListedCell[]);
  }

  /** Keeps a list: written beside its place and moved there, so that half of one is never read. */
  put(list: Omit<KeptList, 'summary'>, { prices, ...others }: ListContent): KeptList {
    const path = this.#path(list);
    mkdirSync(dirname(path), { recursive: true });
    const kept = { ...list, summary: { ...others, prices: prices.length } };
    const services = [...new Set(prices.map(({ service }) => service))];
    const head: Head = { form: FORM, ...kept, services };
    // A line a shard, so that one is read without the others.
    const lines = services.map((service) =>
      JSON.stringify(prices.filter((price) => price.service === service)),
    );
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, gzipSync([JSON.stringify(head), ...lines].join('\n'), { level: 6 }));
    renameSync(draft, path);
    return kept;
  }

  #path({ provider, offer, region }: PriceList): string {
    const name = region === '*' ? 'all' : encodeURIComponent(region);
    return join(this.#folder, provider, encodeURIComponent(offer), `${name}.json.gz`);
  }

  #read(path: string): KeptList | undefined {
    return this.#lines(path)[0];
  }

  /** What is there and whole. The folder is the user's own: what another program wrote there is not guarded against. */
  #lines(path: string): [] | [Head, ...string[]] {
    try {
      if (statSync(path).size > MOST_BYTES) return [];
      const text = gunzipSync(readFileSync(path), { maxOutputLength: MOST_BYTES }).toString('utf8');
      const [first = '', ...lines] = text.split('\n');
      const head = JSON.parse(first) as Head;
      return head.form === FORM ? [head, ...lines] : [];
    } catch {
      return [];
    }
  }
}

interface Head extends KeptList {
  readonly form: number;
  /** Shards that it has prices of, each in a line. */
  readonly services: readonly string[];
}
