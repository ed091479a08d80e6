import { ExactNumber } from '../../../lib/exact-number.ts';
import type { Aggregate } from '../../../model/billing/terms.ts';
import type { Rejection } from '../../../model/billing/usage.ts';
import { COLUMN, type ColumnName } from './columns.ts';
import type { Fields } from './fields.ts';
import { InstantReader } from './instant.ts';
import { TagReader } from './tags.ts';

const AGGREGATES: readonly string[] = ['sum', 'max', 'last', 'unique', 'none'] satisfies Aggregate[];
const NUMBER = 'a decimal without thousands separators and with at most 18 digits on each side of the point';
/** Names are kept as long as the file is read: longer ones are none. */
export const LONGEST_NAME = 256;
export const NAMES: readonly ColumnName[] = [
  'SubAccountId',
  'SubAccountType',
  'SkuId',
  'x_Meter',
  'ConsumedUnit',
  'BillingCurrency',
  'x_Pool',
  'x_Jurisdiction',
];

/** Why a row is not taken. */
export interface Refusal {
  readonly reason: Rejection;
  /** One sentence. */
  readonly message: string;
}

/** The values of one row. One is made and read into again and again. */
export class Row {
  start = 0;
  end = 0;
  /** NaN where nobody says when the row was received. */
  received = NaN;
  readonly quantity = new ExactNumber();
  /** How many events it stands for. */
  count = 1;
  /** Of one event. */
  readonly amount = new ExactNumber();
  hasAmount = false;
  readonly cost = new ExactNumber();
  hasCost = false;
  isPool = false;
  /** The aggregate that the row already is; null for an event. */
  aggregated: Aggregate | null = null;
  tags: Readonly<Record<string, string>> | null = null;
  readonly #instants = new InstantReader();
  readonly #received = new InstantReader();
  readonly #tags = new TagReader();
  readonly #number = new ExactNumber();

  /** Reads the values of a row. Comes back with why it cannot be one; null when all is well. */
  read(fields: Fields): Refusal | null {
    return (
      tooLong(fields) ??
      this.#readTimes(fields) ??
      (this.isPool ? this.#readPool(fields) : this.#readUsage(fields)) ??
      this.#readRest(fields)
    );
  }

  #readTimes(fields: Fields): Refusal | null {
    this.isPool = fields.has(COLUMN.x_Pool);
    this.start = instant(this.#instants, fields, COLUMN.ChargePeriodStart);
    if (Number.isNaN(this.start)) return wrong(fields, 'ChargePeriodStart', 'an instant in UTC');
    this.end = instant(this.#instants, fields, COLUMN.ChargePeriodEnd);
    if (Number.isNaN(this.end)) return wrong(fields, 'ChargePeriodEnd', 'an instant in UTC');
    if (this.end < this.start) return malformed('ChargePeriodEnd is before ChargePeriodStart.');
    this.received = NaN;
    if (!fields.has(COLUMN.x_ReceivedAt)) return null;
    this.received = instant(this.#received, fields, COLUMN.x_ReceivedAt);
    return Number.isNaN(this.received) ? wrong(fields, 'x_ReceivedAt', 'an instant in UTC') : null;
  }

  #readUsage(fields: Fields): Refusal | null {
    if (!fields.has(COLUMN.SubAccountId))
      return { reason: 'unknown-identity', message: 'SubAccountId is empty.' };
    if (!fields.has(COLUMN.SkuId) && !fields.has(COLUMN.x_Meter))
      return { reason: 'unknown-sku', message: 'SkuId and x_Meter are empty.' };
    if (!fields.has(COLUMN.ConsumedUnit)) return malformed('ConsumedUnit is empty.');
    if (!number(this.quantity, fields, COLUMN.ConsumedQuantity))
      return wrong(fields, 'ConsumedQuantity', NUMBER);
    if (this.quantity.isNegative()) {
      const message = `ConsumedQuantity ${shown(fields, 'ConsumedQuantity')} is below 0.`;
      return { reason: 'negative', message };
    }
    return null;
  }

  #readPool(fields: Fields): Refusal | null {
    return fields.has(COLUMN.EffectiveCost)
      ? null
      : malformed('A row of shared cost (x_Pool) has no EffectiveCost.');
  }

  #readRest(fields: Fields): Refusal | null {
    this.hasCost = fields.has(COLUMN.EffectiveCost);
    if (this.hasCost && !number(this.cost, fields, COLUMN.EffectiveCost))
      return wrong(fields, 'EffectiveCost', NUMBER);
    this.hasAmount = fields.has(COLUMN.x_EventAmount);
    if (this.hasAmount && !number(this.amount, fields, COLUMN.x_EventAmount))
      return wrong(fields, 'x_EventAmount', NUMBER);
    this.count = 1;
    if (fields.has(COLUMN.x_EventCount)) {
      const isNumber = number(this.#number, fields, COLUMN.x_EventCount);
      const { mantissa, scale, big } = this.#number;
      if (!isNumber || scale > 0 || big !== null || mantissa < 0)
        return wrong(fields, 'x_EventCount', 'a whole number of at most 15 digits');
      this.count = mantissa;
    }
    return this.#readTexts(fields);
  }

  #readTexts(fields: Fields): Refusal | null {
    this.aggregated = null;
    if (fields.has(COLUMN.x_Aggregate)) {
      const aggregate = fields.text('x_Aggregate');
      if (!AGGREGATES.includes(aggregate))
        return wrong(fields, 'x_Aggregate', `one of ${AGGREGATES.join(', ')}`);
      this.aggregated = aggregate as Aggregate;
    }
    this.tags = null;
    if (!fields.has(COLUMN.Tags)) return null;
    this.tags = this.#tags.read(fields);
    return this.tags === null ? wrong(fields, 'Tags', 'a JSON object of texts') : null;
  }
}

/** A row that cannot be read. */
export function malformed(message: string): Refusal {
  return { reason: 'malformed', message };
}

/** The text of a column as a message shows it: short, in quotes. */
export function shown(fields: Fields, name: ColumnName): string {
  const text = fields.text(name);
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function tooLong(fields: Fields): Refusal | null {
  for (const name of NAMES) {
    const column = COLUMN[name];
    if ((fields.ends[column] ?? 0) - (fields.starts[column] ?? 0) > LONGEST_NAME)
      return malformed(`${name} is longer than ${LONGEST_NAME} bytes.`);
  }
  return null;
}

function wrong(fields: Fields, name: ColumnName, expected: string): Refusal {
  return malformed(
    fields.has(COLUMN[name]) ? `${name} ${shown(fields, name)} is not ${expected}.` : `${name} is empty.`,
  );
}

function instant(reader: InstantReader, { bytes, starts, ends }: Fields, column: number): number {
  return reader.read(bytes, starts[column] ?? 0, ends[column] ?? 0);
}

function number(into: ExactNumber, { bytes, starts, ends }: Fields, column: number): boolean {
  return into.read(bytes, starts[column] ?? 0, ends[column] ?? 0);
}
