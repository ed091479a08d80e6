import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { decimal } from '../lib/decimal.ts';
import { byCodePoint } from '../lib/order.ts';
import type { Price } from '../model/cost.ts';
import { cellAt } from './cells.ts';
import type { ShardEntry, ShardFile } from './format.ts';
import { hasParts } from './key-parts.ts';

/** One service of the book in memory: a matrix of texts, of which only cells that are asked for become prices. */
export class Shard {
  readonly #file: ShardFile;
  readonly #columns: ReadonlyMap<string, number>;

  private constructor(file: ShardFile) {
    this.#file = file;
    this.#columns = new Map(file.regions.map((region, column) => [region, column]));
  }

  /** Unpacks a shard. Throws when it is longer than the manifest says or has another SHA-256. */
  static open(bytes: Buffer, entry: ShardEntry): Shard {
    return new Shard(unpackShard(bytes, entry));
  }

  /** All regions and keys, each sorted by code point. */
  get contents(): Pick<ShardFile, 'regions' | 'keys'> {
    return { regions: this.#file.regions, keys: this.#file.keys };
  }

  /** The price of a key in a region; undefined when either is not in the matrix or the cell is empty. */
  price(region: string, key: string): Price | undefined {
    const column = this.#columns.get(region);
    const row = this.#row(key);
    if (column === undefined || row === undefined) return undefined;
    const cell = cellAt(this.#file.prices[row] ?? '', column);
    if (cell === '') return undefined;
    const list = this.#list(row, column);
    const sku = cellAt(this.#file.skus[row] ?? '', column);
    return {
      provider: this.#file.provider,
      service: this.#file.service,
      region,
      key,
      ...(sku === '' ? {} : { sku }),
      unit: this.#file.units[row] ?? '',
      currency: this.#file.currency,
      tiers: cell.split(' ').map(readTier),
      asOf: list?.asOf ?? '',
      source: list?.source ?? '',
      ...(this.#file.option === undefined ? {} : { option: this.#file.option }),
      ...(list?.quality === undefined ? {} : { quality: list.quality }),
    };
  }

  /** All keys with these parts between their `|`; null stands for any part. Sorted by code point. */
  keysLike(parts: readonly (string | null)[]): string[] {
    const free = parts.indexOf(null);
    if (free === -1) return [parts.join('|')];
    const prefix = parts
      .slice(0, free)
      .map((part) => `${part ?? ''}|`)
      .join('');
    const matches: string[] = [];
    const { keys } = this.#file;
    for (let row = this.#lowerBound(prefix); keys[row]?.startsWith(prefix) === true; row++) {
      const key = keys[row] ?? '';
      if (hasParts(key, parts)) matches.push(key);
    }
    return matches;
  }

  #row(key: string): number | undefined {
    const row = this.#lowerBound(key);
    return this.#file.keys[row] === key ? row : undefined;
  }

  /** The first row whose key is not less. */
  #lowerBound(key: string): number {
    const { keys } = this.#file;
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byCodePoint(keys[middle] ?? '', key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #list(row: number, column: number): ShardFile['lists'][number] | undefined {
    const text = this.#file.listOf[row] ?? '';
    return this.#file.lists[Number(text.includes(',') ? cellAt(text, column) : text)];
  }
}

/** What a shard holds. Throws when it is longer than the manifest says or has another SHA-256. */
export function unpackShard(bytes: Buffer, entry: ShardEntry): ShardFile {
  const text = gunzipSync(bytes, { maxOutputLength: entry.bytes });
  if (createHash('sha256').update(text).digest('hex') !== entry.sha256) {
    throw new Error('its SHA-256 is not the one in the manifest');
  }
  return JSON.parse(text.toString('utf8')) as ShardFile;
}

function readTier(text: string): Price['tiers'][number] {
  const colon = text.indexOf(':');
  return {
    from: decimal(colon === -1 ? '0' : text.slice(0, colon)),
    price: decimal(text.slice(colon + 1)),
  };
}
