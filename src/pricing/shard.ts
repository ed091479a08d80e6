import { byCodePoint } from '../lib/order.ts';
import type { Price } from '../model/cost.ts';
import { cellAt } from './cells.ts';
import type { PriceList, ShardFile } from './format.ts';
import { hasParts } from './key-parts.ts';
import { readTiers } from './read-tiers.ts';

/** One service of the book in memory: a matrix of texts, of which only cells that are asked for become prices. */
export class Shard {
  readonly #file: ShardFile;
  readonly #columns: ReadonlyMap<string, number>;
  /** What was asked for, by region and key. */
  readonly #found: ReadonlyMap<string, Map<string, Price | undefined>>;

  constructor(file: ShardFile) {
    this.#file = file;
    this.#columns = new Map(file.regions.map((region, column) => [region, column]));
    this.#found = new Map(file.regions.map((region) => [region, new Map()]));
  }

  /** All regions, and all keys sorted by code point with the unit of each. */
  get contents(): Pick<ShardFile, 'regions' | 'keys' | 'units'> {
    const { regions, keys, units } = this.#file;
    return { regions, keys, units };
  }

  /**
   * The price of a key in a region; undefined when either is not in the matrix or the cell is empty. Throws when the cell holds
   * something that is no price.
   */
  price(region: string, key: string): Price | undefined {
    const known = this.#found.get(region);
    if (known === undefined) return undefined;
    if (!known.has(key)) known.set(key, this.#read(region, key));
    return known.get(key);
  }

  #read(region: string, key: string): Price | undefined {
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
      tiers: readTiers(cell),
      asOf: list.asOf,
      source: list.source,
      ...(this.#file.option === undefined ? {} : { option: this.#file.option }),
      ...(list.quality === undefined ? {} : { quality: list.quality }),
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

  #list(row: number, column: number): PriceList {
    const text = this.#file.listOf[row] ?? '';
    const index = text.includes(',') ? cellAt(text, column) : text;
    const list = /^\d{1,9}$/.test(index) ? this.#file.lists[Number(index)] : undefined;
    if (list === undefined)
      throw new Error(`${this.#file.keys[row] ?? ''} has a price that is in none of its lists`);
    return list;
  }
}
