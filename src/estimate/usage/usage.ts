import type { Range } from '../../model/cost.ts';
import type { SourceRange } from '../../model/source.ts';

/** One figure or text of a usage file. */
export type UsageValue =
  { readonly kind: 'amount'; readonly range: Range } | { readonly kind: 'text'; readonly text: string };

/** Recorded or assumed consumption of resources. */
export interface Usage {
  /** What is said of a resource, by usage key; the more specific statement wins, key by key. */
  of(address: string, type: string): ReadonlyMap<string, UsageValue>;
}

/** An address that a usage file names. */
export interface UsageAddress {
  readonly address: string;
  readonly source: SourceRange;
}

const nothing: ReadonlyMap<string, UsageValue> = new Map();

/** Nothing is said about usage. */
export const NO_USAGE: Usage = { of: () => nothing };
