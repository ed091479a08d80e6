import type { PriceOption } from '../../../model/cost.ts';
import type { Texts } from './list-rule.ts';

/** A row of an official price list: texts by the names that fields have in the list's JSON form. Absent is as good as empty. */
export type ListRow = Readonly<Record<string, string>>;

/** What a row is in the book. */
export interface RowMatch {
  /** Shard of the book. */
  readonly service: string;
  readonly key: string;
  /** The unit that the book has for the key: a row in another one is not taken. */
  readonly unit: string;
  /** The list's own words for that unit, where the rule gives some. */
  readonly listed?: Texts;
  /** How many of the book's unit the listed one is; 1 where it is left out. */
  readonly per?: number;
  /** Lower bound of the tier, where the rule and not the row says it. */
  readonly from?: number;
  /** What the list gives free to an account before its first price: no part of the book's. */
  readonly allowance?: number;
  /** Left out for on demand. */
  readonly option?: PriceOption;
  /** Where the price stands in the book, when it is not the region of the row. */
  readonly region?: string;
}
