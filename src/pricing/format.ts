import type { PriceOption, PriceQuality } from '../model/cost.ts';

/**
 * One service of the book on disk, `prices/<provider>/<service>.json.gz`: a matrix of keys by regions.
 * Keys stand sorted by code point, so that one is found by binary search; a row is text until it is asked for.
 */
export interface ShardFile {
  readonly version: 1;
  readonly provider: string;
  readonly service: string;
  readonly currency: string;
  /** What its prices are bought as; absent for on demand. */
  readonly option?: PriceOption;
  /** Columns of every row. */
  readonly regions: readonly string[];
  /** Where prices come from. */
  readonly lists: readonly PriceList[];
  /** Attributes that tell prices apart, joined by `|`. */
  readonly keys: readonly string[];
  /** Unit by key. */
  readonly units: readonly string[];
  /**
   * By key: a cell for each region, joined by `,`. An empty cell is no price; else tiers joined by a space,
   * each `<price>` from 0 or `<lower bound>:<price>`.
   */
  readonly prices: readonly string[];
  /** By key: index into `lists` for each region, joined by `,`; one index alone holds for all. */
  readonly listOf: readonly string[];
  /** By key: the vendor's SKU for each region, joined by `,`; empty when none is known. */
  readonly skus: readonly string[];
}

/** Date of a list and id of its source; `quality` is absent for a price list. */
export interface PriceList {
  readonly asOf: string;
  readonly source: string;
  readonly quality?: PriceQuality;
}

/** A part of the manifest: one file of the book. */
export interface ShardEntry {
  readonly provider: string;
  readonly service: string;
  readonly file: string;
  /** Absent for on demand. */
  readonly option?: PriceOption;
  /** Length of the unpacked text. */
  readonly bytes: number;
  readonly sha256: string;
  readonly keys: number;
  readonly regions: number;
  /** Filled cells: a price with all its tiers counts once. */
  readonly prices: number;
  readonly oldest: string;
  readonly newest: string;
  readonly sources: readonly string[];
}

/** Where figures were taken from. */
export interface PriceSource {
  readonly id: string;
  readonly repository: string;
  readonly commit: string;
  readonly licence: string;
  readonly note: string;
}

/** Name of the file that tells what a book holds. */
export const MANIFEST = 'manifest.json';

/** `prices/manifest.json`. */
export interface Manifest {
  readonly version: 1;
  /** SHA-256 over the shards' names and hashes: tells whether two runs used the same prices. */
  readonly id: string;
  readonly currency: string;
  /** By provider: half of its prices on demand are of this date or newer. Each price carries its own date. */
  readonly asOf: Readonly<Record<string, string>>;
  readonly prices: number;
  readonly shards: readonly ShardEntry[];
  readonly sources: readonly PriceSource[];
}
