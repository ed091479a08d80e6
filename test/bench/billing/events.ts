import { benchSkus, type BenchSku } from './catalogue.ts';
import { customerName } from './files.ts';
import { Random } from './random.ts';

/** What is generated. Shares are of a million rows; those that are not given are 0. */
export interface EventOptions {
  readonly seed: number;
  readonly rows: number;
  readonly customers: number;
  readonly skus: number;
  readonly shares?: Readonly<Partial<Record<Share, number>>>;
}

/**
 * A duplicate is a row before with the same content, a conflicting one has another quantity; a late row was received a month
 * after its period, an unknown one has a customer or a SKU that nobody sells, a malformed one no number.
 */
export type Share = 'duplicate' | 'conflicting' | 'late' | 'unknown' | 'malformed';

export const COLUMNS = [
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'SubAccountId',
  'SkuId',
  'ConsumedQuantity',
  'ConsumedUnit',
  'x_EventId',
  'x_ReceivedAt',
  'x_EventAmount',
  'x_UniqueValue',
] as const;

export type EventRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

const BEGIN = Date.UTC(2026, 2, 1);
const MONTH = Date.UTC(2026, 3, 1) - BEGIN;
const HOUR = 3_600_000;

/** Events of March 2026 in about the order of time, as a service writes them down. */
export function* events(options: EventOptions): Generator<EventRow> {
  const skus = benchSkus(options.skus);
  for (let number = 0; number < options.rows; number++) yield rowOf(number, options, skus);
}

function rowOf(number: number, options: EventOptions, skus: readonly BenchSku[]): EventRow {
  const { seed, shares = {} } = options;
  const random = new Random(seed + 1, number);
  const again = random.below(number);
  if (number > 0 && random.perMillion(shares.duplicate ?? 0)) return event(again, options, skus);
  if (number > 0 && random.perMillion(shares.conflicting ?? 0))
    return { ...event(again, options, skus), ConsumedQuantity: '999999' };
  const row = event(number, options, skus);
  if (random.perMillion(shares.late ?? 0)) return { ...row, x_ReceivedAt: '2026-05-01T00:00:00Z' };
  if (random.perMillion(shares.unknown ?? 0))
    return { ...row, ...(again % 2 === 0 ? { SubAccountId: 'nobody' } : { SkuId: 'sku-of-nobody' }) };
  if (random.perMillion(shares.malformed ?? 0)) return { ...row, ConsumedQuantity: 'NaN' };
  return row;
}

/** One good event: its content follows from the seed and its number alone, so that it can be repeated later. */
function event(number: number, options: EventOptions, skus: readonly BenchSku[]): EventRow {
  const random = new Random(options.seed, number);
  const sku = skus[random.below(skus.length)] ?? noSku();
  return eventOf(number, options, random, sku, null);
}

/** Of a customer by the numbers that come when none is given. */
export function eventOf(
  number: number,
  { rows, customers }: Pick<EventOptions, 'rows' | 'customers'>,
  random: Random,
  sku: BenchSku,
  customer: number | null,
): EventRow {
  const start = BEGIN + Math.min(MONTH - 1000, Math.floor((number / rows) * MONTH) + random.below(HOUR));
  const quantity = 1 + random.below(5_000);
  const thousandths = random.below(4) === 0 ? `.${String(1 + random.below(999)).padStart(3, '0')}` : '';
  return {
    ChargePeriodStart: instant(start),
    ChargePeriodEnd: instant(start + 60_000),
    SubAccountId: customerName(customer ?? random.below(customers)),
    SkuId: sku.id,
    ConsumedQuantity: `${quantity}${thousandths}`,
    ConsumedUnit: sku.unit,
    x_EventId: `evt-${String(number).padStart(10, '0')}`,
    x_ReceivedAt: instant(start + 1000 * random.below(600)),
    x_EventAmount: sku.perEvent ? `${1 + random.below(400)}.${10 + random.below(90)}` : '',
    x_UniqueValue: sku.aggregate === 'unique' ? `user-${random.below(500)}` : '',
  };
}

let day = { number: -1, text: '' };

/** `2026-03-01T00:00:00Z`; the day is kept, since that of the next event is the same. */
function instant(at: number): string {
  const number = Math.floor(at / (24 * HOUR));
  if (number !== day.number) day = { number, text: new Date(at).toISOString().slice(0, 11) };
  const seconds = Math.floor(at / 1000) % 86_400;
  return `${day.text}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

function noSku(): never {
  throw new Error('Events need at least one SKU.');
}
