import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';

import { decimal } from '../../../src/lib/decimal.ts';
import { byCodePoint } from '../../../src/lib/order.ts';
import type { JsonObject } from '../../../src/lib/json.ts';

/** Worked examples of one engine. */
export interface VectorFile {
  readonly file: string;
  readonly engine: string;
  /** What `at` of a group is below, unless it is an address of its own. */
  readonly source: string;
  readonly groups: readonly Group[];
}

/** Examples of one price: of a SKU alone, or of a whole profile with its discounts, commitments and taxes. */
export type Group = {
  readonly name: string;
  readonly at: string;
  /** What the engine calls it. */
  readonly calls: string;
} & (
  | { readonly sku: JsonObject; readonly cases: readonly SkuCase[] }
  | {
      readonly profile: ProfileText;
      readonly taxes?: readonly {
        readonly category?: string;
        readonly rate: string;
        readonly inclusive?: boolean;
      }[];
      /** The billing period, as year and month. */
      readonly period?: string;
      readonly cases: readonly InvoiceCase[];
    }
);

export interface ProfileText extends JsonObject {
  readonly skus: readonly JsonObject[];
}

/** A usage and what it costs here. `differs`: what the engine itself charges, and why. */
export interface SkuCase {
  readonly quantity?: string;
  /** Of each event, in the order of time. */
  readonly amounts?: readonly string[];
  /** Quantities of other meters. */
  readonly others?: Readonly<Record<string, string>>;
  readonly expect: string;
  readonly differs?: { readonly theirs: string; readonly why: string };
}

export interface InvoiceCase {
  readonly usage?: Readonly<Record<string, string>>;
  readonly amounts?: Readonly<Record<string, readonly string[]>>;
  readonly rounding?: JsonObject;
  /** When the customer is bound, if not for the whole period. */
  readonly bound?: { readonly from?: string; readonly to?: string };
  readonly expect: Expected;
  readonly differs?: { readonly theirs: Omit<Expected, 'lines'>; readonly why: string };
}

export interface Expected {
  readonly list?: string;
  readonly net?: string;
  readonly tax?: string;
  readonly payable?: string;
  /** Net of lines, by id. */
  readonly lines?: Readonly<Record<string, string>>;
}

const FOLDER = dirname(fileURLToPath(import.meta.url));

/** All files of worked examples, by name. */
export function vectorFiles(): readonly VectorFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort(byCodePoint)
    .map((file) => ({
      file,
      ...(load(readFileSync(join(FOLDER, file), 'utf8')) as Omit<VectorFile, 'file'>),
    }));
}

/** The page or the file that an example was taken from. */
export function sourceOf({ source }: VectorFile, { at }: Group): string {
  return at.startsWith('https://') ? at : source + at;
}

/** Without zeros at the end, as amounts are printed. */
export function plain(figure: string): string {
  return decimal(figure).toString();
}
