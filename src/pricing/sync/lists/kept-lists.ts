import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PriceList, Wanted } from '../port.ts';
import { ownFolder } from '../own-folder.ts';
import { writeAside } from '../write-aside.ts';
import type { ListContent, ListedRegion } from './content.ts';

/** Changes with the form of what is written, so that another version of this program never reads it. */
const FORM = 3;

const LINE_FEED = 0x0a;

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

  /** The prices of one shard in a list that was found, by region. */
  prices(list: PriceList, service: string): readonly ListedRegion[] {
    const bytes = unpacked(this.#path(list));
    const number = headOf(bytes)?.services.indexOf(service) ?? -1;
    return number === -1 ? [] : (JSON.parse(lineOf(bytes, number + 1)) as ListedRegion[]);
  }

  /** Keeps a list. Throws a UserError when it cannot be written. */
  put(list: Omit<KeptList, 'summary'>, { prices, ...others }: ListContent): KeptList {
    const path = this.#path(list);
    const count = prices.reduce((sum, { cells }) => sum + cells.length, 0);
    const kept = { ...list, summary: { ...others, prices: count } };
    const services = [...new Set(prices.map(({ service }) => service))];
    const head: Head = { form: FORM, ...kept, services };
    // A line a shard, so that one is read without the others, and packed by itself.
    const lines = services.map((service) => packedLine(prices.filter((one) => one.service === service)));
    ownFolder(this.#folder, relative(this.#folder, dirname(path)));
    writeAside(path, Buffer.concat([packedLine(head), ...lines]));
    return kept;
  }

  #path({ provider, offer, region }: PriceList): string {
    const name = region === '*' ? 'all' : encodeURIComponent(region);
    return join(this.#folder, provider, encodeURIComponent(offer), `${name}.json.gz`);
  }

  #read(path: string): KeptList | undefined {
    return headOf(unpacked(path));
  }
}

function packedLine(value: unknown): Buffer {
  return gzipSync(`${JSON.stringify(value)}\n`, { level: 6 });
}

/** What is there and whole; empty otherwise. The folder is the user's own: what another program wrote there is not guarded against. */
function unpacked(path: string): Buffer {
  try {
    if (statSync(path).size > MOST_BYTES) return Buffer.alloc(0);
    return gunzipSync(readFileSync(path), { maxOutputLength: MOST_BYTES });
  } catch {
    return Buffer.alloc(0);
  }
}

function headOf(bytes: Buffer): Head | undefined {
  try {
    const head = JSON.parse(lineOf(bytes, 0)) as Head;
    return head.form === FORM ? head : undefined;
  } catch {
    return undefined;
  }
}

function lineOf(bytes: Buffer, number: number): string {
  let start = 0;
  for (let skipped = 0; skipped < number; skipped++) start = bytes.indexOf(LINE_FEED, start) + 1;
  return bytes.toString('utf8', start, bytes.indexOf(LINE_FEED, start));
}

interface Head extends KeptList {
  readonly form: number;
  /** Shards that it has prices of, each in a line. */
  readonly services: readonly string[];
}
