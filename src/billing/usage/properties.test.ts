import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { readUsageContents } from './read-usage.ts';
import { metering, planOf } from './testing/plan.ts';
import { aggregateSlowly, type TextRow } from './testing/slowly.ts';

const METERINGS = {
  total: metering({ cuts: [Date.parse('2026-03-10T12:00:00Z')] }),
  hourly: metering({ window: 'hour', timezone: 'Asia/Kolkata' }),
  peak: metering({ aggregate: 'max', window: 'day', timezone: 'Europe/Berlin' }),
  level: metering({ aggregate: 'last', cadence: 'weekly' }),
  users: metering({ aggregate: 'unique', window: 'month', cuts: [Date.parse('2026-03-02T00:00:00Z')] }),
  fees: metering({ aggregate: 'none', perEvent: true }),
};
const PLAN = planOf(Object.fromEntries(Object.entries(METERINGS).map(([key, one]) => [key, [one]])));

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(18, '0')}`);
const quantity = fc.oneof(
  amount,
  fc.integer({ min: 0, max: 5000 }).map(String),
  fc.tuple(fc.nat(99_999), fc.nat(999)).map(([a, b]) => `${a}.${b}`),
  fc.tuple(fc.nat(99), fc.integer({ min: -9, max: 9 })).map(([a, power]) => `${a}.5e${power}`),
);
const row: fc.Arbitrary<TextRow> = fc.record({
  customer: fc.constantFrom('acme', 'zoë', '日本', 'tenant-1'),
  key: fc.constantFrom(...Object.keys(METERINGS)),
  start: fc
    .integer({
      min: Date.parse('2026-02-27T00:00:00Z') / 1000,
      max: Date.parse('2026-04-02T00:00:00Z') / 1000,
    })
    .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')),
  quantity,
  unique: fc.constantFrom('a', 'b', 'c"d'),
  amount: fc.oneof(fc.constant(''), quantity),
  count: fc.oneof(fc.constant(''), fc.nat(3).map(String)),
  cost: fc.oneof(
    fc.constant(''),
    quantity,
    quantity.map((text) => `-${text}`),
  ),
});
const rows = fc.array(row, { minLength: 1, maxLength: 30 });

const HEADER =
  'ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit,x_UniqueValue,x_EventAmount,x_EventCount,EffectiveCost';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function csv(all: readonly TextRow[]): Buffer {
  const lines = all.map((one) =>
    [one.start, one.start, quoted(one.customer), one.key, one.quantity, 'request', quoted(one.unique)]
      .concat(one.amount, one.count, one.cost)
      .join(','),
  );
  return Buffer.from(`${[HEADER, ...lines].join('\n')}\n`);
}

function jsonLines(all: readonly TextRow[]): Buffer {
  const lines = all.map((one) =>
    JSON.stringify({
      ...{ ChargePeriodStart: one.start, ChargePeriodEnd: one.start, SubAccountId: one.customer },
      ...{ SkuId: one.key, ConsumedQuantity: one.quantity, ConsumedUnit: 'request' },
      ...{ x_UniqueValue: one.unique, x_EventAmount: one.amount, EffectiveCost: one.cost },
      ...(one.count === '' ? {} : { x_EventCount: Number(one.count) }),
    }),
  );
  return Buffer.from(lines.join('\n'));
}

const text = (cell: UsageCell) => ({
  name: JSON.stringify([cell.customer, cell.key, cell.from]),
  quantity: cell.quantity.toFixed(),
  rows: String(cell.rows),
  events: cell.events.toFixed(),
  amount: cell.amount?.toFixed() ?? null,
  cost: cell.cost?.toFixed() ?? null,
});
const byName = (cells: readonly { name?: string | null }[]) =>
  [...cells].sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
const cellsOf = (usage: UsageAggregate) => byName(Array.from(usage.cells, text));

test('rows add up to what decimals and maps find, in CSV and in JSON lines', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const expected = byName(aggregateSlowly(all, METERINGS));
      expect(cellsOf(await readUsageContents([{ name: 'usage.csv', bytes: csv(all) }], PLAN))).toEqual(
        expected,
      );
      expect(
        cellsOf(await readUsageContents([{ name: 'usage.jsonl', bytes: jsonLines(all) }], PLAN)),
      ).toEqual(expected);
    }),
  );
});

test('the order of rows changes no cell but what is last', async () => {
  const shuffled = rows.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([all, other]) => {
      const [one, two] = await Promise.all(
        [all, other].map((each) => readUsageContents([{ name: 'usage.csv', bytes: csv(each) }], PLAN)),
      );
      const settled = (usage: UsageAggregate | undefined) =>
        byName([...(usage?.cells ?? [])].filter(({ aggregate }) => aggregate !== 'last').map(text));
      expect(settled(one)).toEqual(settled(two));
      expect(one?.counts).toEqual(two?.counts);
    }),
  );
});
