import type { PriceOption } from '../../../model/cost.ts';

/** A text must be this one, or one of several. */
export type Texts = string | readonly string[];

/** What a field of a row must be. Null: absent or empty. */
export type Condition =
  | Texts
  | null
  | { readonly starts: string }
  | { readonly ends: string }
  | { readonly contains: string }
  | { readonly not: Texts };

/** A value made of a field. A text that `map` does not list is no value: the row is not taken. */
export interface Derived {
  readonly of: string;
  readonly lower?: boolean;
  readonly map?: Readonly<Record<string, string>>;
}

/** Which rows of an official price list become which key of the book. */
export interface ListRule {
  /** Fields by their names in the list's JSON form; all must hold. */
  readonly where: Readonly<Record<string, Condition>>;
  readonly let?: Readonly<Record<string, Derived>>;
  /** `{name}` stands for a value of `let`, else for the field of that name. */
  readonly key: string;
  /** Of the book; `*` for whatever unit the row has. A row in another one is never taken. */
  readonly unit: string;
  /** The list's own words for the unit, where it has some that no other service uses. */
  readonly listed?: Texts;
  /** How many of the book's unit the listed one is: 1024 for `GiBps-mo` in `MiBps-month`. */
  readonly per?: number;
  /** Lower bound of the tier, where the list has a SKU for it and does not say: what lies below is another row's, or included. */
  readonly from?: number;
  /**
   * What an account has free before the list's first price begins. It is left out: a resource is not an account, and the price
   * that follows holds from 0.
   */
  readonly allowance?: number;
  /** Left out: on demand. */
  readonly option?: PriceOption;
  /** Left out: the region of the row. */
  readonly region?: string;
}

/** The rules of one service of the book: a file of `catalog/lists/<provider>/`. */
export interface ServiceRules {
  readonly provider: string;
  readonly service: string;
  /** AWS: offer codes; Azure: values of `serviceName`; Google: service ids, which a display name may follow. */
  readonly offers: readonly string[];
  readonly rows: readonly ListRule[];
}
