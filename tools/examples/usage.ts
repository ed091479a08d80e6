import { instantText } from '../../src/billing/invoice/instant-text.ts';
import { Random } from '../../test/bench/billing/random.ts';

/** Whose usage: with how many calls a month, in thousands, and what else follows from the size. */
export interface Tenant {
  readonly id: string;
  readonly isEnterprise: boolean;
}

const SEED = 20261001;
const DAYS = 31;
/** Weekends have less traffic: percent of a mean day, from Thursday 1 October 2026 on. */
const WEEK = [118, 104, 52, 46, 121, 127, 132];
/** Thousands of calls a month of small to large teams. */
const SIZES = [40, 90, 130, 260, 480, 700, 950, 1400, 2300, 3900, 7200, 11800];

const COLUMNS = [
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'SubAccountId',
  'SkuId',
  'x_Meter',
  'ConsumedQuantity',
  'ConsumedUnit',
  'x_EventCount',
  'x_EventAmount',
  'BillingCurrency',
  'x_Pool',
  'EffectiveCost',
  'x_EventId',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/** Usage of October 2026 as CSV: same tenants, same bytes. */
export function usageCsv(tenants: readonly Tenant[]): string {
  const rows = [...tenants.flatMap(rowsOf), ...sharedCost()].map((row, index) => ({
    ...row,
    x_EventId: `oct-${String(index + 1).padStart(5, '0')}`,
  }));
  const lines = rows.map((row: Row) => COLUMNS.map((column) => row[column] ?? '').join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}

function rowsOf({ id, isEnterprise }: Tenant, position: number): Row[] {
  const random = new Random(SEED, position);
  const size = isEnterprise ? 6000 + random.below(14_000) : (SIZES[random.below(SIZES.length)] ?? 0);
  const rows = [...calls(id, size, random), ...levels(id, size, random), ...exportsOf(id, random)];
  if (random.below(2) === 0) rows.push(...payments(id, random));
  return rows;
}

/** API calls by the day, under the name of their meter. */
function calls(id: string, thousands: number, random: Random): Row[] {
  const mean = Math.floor((thousands * 1000) / DAYS);
  return Array.from({ length: DAYS }, (_, day) => {
    const quantity = Math.floor((mean * (WEEK[day % 7] ?? 100) * (90 + random.below(21))) / 10_000);
    const span = { ChargePeriodStart: instant(day), ChargePeriodEnd: instant(day + 1) };
    return { ...span, SubAccountId: id, x_Meter: 'api.calls', ConsumedQuantity: String(quantity), ConsumedUnit: 'call' };
  });
}

/** What has a level: storage by the week, seats and boxes twice a month. */
function levels(id: string, thousands: number, random: Random): Row[] {
  const storage = Math.floor(thousands / 4) + random.below(60);
  const seats = 2 + Math.floor(thousands / 90) + random.below(6);
  const boxes = random.below(3) === 0 ? 1 + random.below(4) : 0;
  const rows = [0, 7, 14, 21, 28].map((day, week) =>
    level(id, 'storage', 'GB-month', `${String(storage + week * 3)}.${String(random.below(10))}`, day),
  );
  for (const day of [0, 15]) {
    rows.push(level(id, 'seats', 'seat', String(seats + (day === 0 ? 0 : random.below(2))), day));
    if (boxes > 0) rows.push(level(id, 'edge-box', 'box', String(boxes), day));
  }
  return rows;
}

function exportsOf(id: string, random: Random): Row[] {
  return [3, 10, 17, 24].map((day) => level(id, 'exports', 'export', String(5 + random.below(240)), day));
}

/** Payments of one amount, many at a time. */
function payments(id: string, random: Random): Row[] {
  return [4, 9, 14, 19, 24, 29].map((day) => {
    const count = String(20 + random.below(180));
    const amount = `${String(8 + random.below(140))}.${String(10 + random.below(90))}`;
    const row = level(id, 'card-payments', 'payment', count, day);
    return { ...row, x_EventCount: count, x_EventAmount: amount, BillingCurrency: 'EUR' };
  });
}

function level(id: string, sku: string, unit: string, quantity: string, day: number): Row {
  const span = { ChargePeriodStart: instant(day, 9), ChargePeriodEnd: instant(day, 10) };
  return { ...span, SubAccountId: id, SkuId: sku, ConsumedQuantity: quantity, ConsumedUnit: unit };
}

/** What support cost, which nobody's usage is: it is allocated. */
function sharedCost(): Row[] {
  const span = { ChargePeriodStart: instant(0), ChargePeriodEnd: instant(DAYS) };
  return [{ ...span, x_Pool: 'support', EffectiveCost: '4180.00', ConsumedQuantity: '1', ConsumedUnit: 'month' }];
}

/** An hour of a day from 1 October 2026 on. */
function instant(day: number, hour = 0): string {
  return instantText(Date.UTC(2026, 9, 1 + day, hour));
}
