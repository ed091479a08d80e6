import { describe, expect, test } from 'vitest';

import type { UsageAggregate } from '../../model/billing/usage.ts';
import { readUsageContents } from './read-usage.ts';
import { metering, planOf } from './testing/plan.ts';

const PLAN = planOf({
  api: [metering()],
  peak: [metering({ aggregate: 'max', window: 'day' })],
  users: [metering({ aggregate: 'unique', window: 'day' })],
  fee: [metering({ aggregate: 'none', perEvent: true })],
  both: [metering({ unit: 'request' }), metering({ unit: 'k-request' })],
});
const GOOD = {
  ChargePeriodStart: '2026-03-05T10:00:00Z',
  ChargePeriodEnd: '2026-03-05T10:01:00Z',
  SubAccountId: 'acme',
  SkuId: 'api',
  ConsumedQuantity: '2',
  ConsumedUnit: 'request',
};
type Given = Record<string, string>;

/** Usage of rows that differ from a good one, as CSV. */
function csv(...rows: readonly Given[]): string {
  const columns = [...new Set([...Object.keys(GOOD), ...rows.flatMap((row) => Object.keys(row))])];
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) =>
    columns.map((column) => quoted(({ ...GOOD, ...row } as Given)[column] ?? '')).join(','),
  );
  return [columns.join(','), ...lines, ''].join('\n');
}

async function read(text: string | Uint8Array, name = 'usage.csv'): Promise<UsageAggregate> {
  const usage = await readUsageContents([{ name, bytes: Buffer.from(text) }], PLAN);
  const { rows, accepted, deduplicated, pooled, rejected } = usage.counts;
  const refused = Object.values(rejected).reduce((total, count) => total + count, 0);
  expect(accepted + deduplicated + pooled + refused).toBe(rows);
  return usage;
}

const quantities = (usage: UsageAggregate) =>
  Array.from(usage.cells, (cell) => `${cell.key} ${cell.quantity.toFixed()}`);

describe('a row of usage', () => {
  test.each<[string, Given, string, string]>([
    ['31 February', { ChargePeriodStart: '2026-02-31T00:00:00Z' }, 'malformed', 'ChargePeriodStart'],
    ['hour 24', { ChargePeriodStart: '2026-03-01T24:00:00Z' }, 'malformed', 'ChargePeriodStart'],
    ['another zone', { ChargePeriodStart: '2026-03-01T00:00:00+01:00' }, 'malformed', 'ChargePeriodStart'],
    ['an end before its start', { ChargePeriodEnd: '2026-03-01T00:00:00Z' }, 'malformed', 'before'],
    ['no customer', { SubAccountId: '' }, 'unknown-identity', 'SubAccountId is empty'],
    ['NULL for its customer', { SubAccountId: 'NULL' }, 'unknown-identity', 'SubAccountId is empty'],
    ['neither SKU nor meter', { SkuId: '' }, 'unknown-sku', 'SkuId and x_Meter'],
    ['no unit', { ConsumedUnit: '' }, 'malformed', 'ConsumedUnit is empty'],
    ['no quantity', { ConsumedQuantity: '' }, 'malformed', 'ConsumedQuantity is empty'],
    ['NaN', { ConsumedQuantity: 'NaN' }, 'malformed', '"NaN"'],
    ['Infinity', { ConsumedQuantity: 'Infinity' }, 'malformed', '"Infinity"'],
    ['a hexadecimal number', { ConsumedQuantity: '0x10' }, 'malformed', '"0x10"'],
    ['thousands separators', { ConsumedQuantity: '1,000' }, 'malformed', '"1,000"'],
    ['1e999', { ConsumedQuantity: '1e999' }, 'malformed', '"1e999"'],
    ['19 digits', { ConsumedQuantity: '1234567890123456789' }, 'malformed', '18 digits'],
    ['19 decimals', { ConsumedQuantity: `0.${'1'.repeat(19)}` }, 'malformed', '18 digits'],
    ['a negative quantity', { ConsumedQuantity: '-0.1' }, 'negative', 'below 0'],
    ['half an event', { x_EventCount: '1.5' }, 'malformed', 'x_EventCount'],
    ['no amount that is one', { x_EventAmount: 'free' }, 'malformed', 'x_EventAmount'],
    ['no cost that is one', { EffectiveCost: '$3' }, 'malformed', 'EffectiveCost'],
    ['tags that are no object', { Tags: '["a"]' }, 'malformed', 'Tags'],
    ['tags within tags', { Tags: '{"a":{"b":"c"}}' }, 'malformed', 'Tags'],
    ['an unknown aggregate', { x_Aggregate: 'avg' }, 'malformed', 'one of sum'],
    ['another aggregate than its SKU', { x_Aggregate: 'max' }, 'malformed', 'metered by sum'],
    ['a SKU of unique values and none', { SkuId: 'users' }, 'malformed', 'x_UniqueValue is empty'],
    [
      'an aggregate over two windows',
      { SkuId: 'peak', x_Aggregate: 'max', ChargePeriodEnd: '2026-03-06T00:00:01Z' },
      'malformed',
      'more than one window',
    ],
    ['a customer that is too long', { SubAccountId: 'x'.repeat(257) }, 'malformed', 'longer than 256'],
    ['a pool without its cost', { x_Pool: 'support' }, 'malformed', 'no EffectiveCost'],
    ['a customer that nobody bills', { SubAccountId: 'nobody' }, 'unknown-identity', '"nobody"'],
    ['a SKU that nobody sells', { SkuId: '__proto__' }, 'unknown-sku', '__proto__'],
    ['another unit', { ConsumedUnit: 'Request' }, 'wrong-unit', 'is not "request"'],
    ['amounts in another currency', { x_EventAmount: '1', BillingCurrency: 'USD' }, 'wrong-currency', 'USD'],
    ['a receipt after the cutoff', { x_ReceivedAt: '2026-04-04T00:00:00.001Z' }, 'late', 'cutoff'],
  ])('with %s is not taken', async (_, given, reason, message) => {
    const usage = await read(csv({}, given));
    expect(usage.counts).toMatchObject({ rows: 2, accepted: 1, rejected: { [reason]: 1 } });
    expect(usage.rejectedRows).toMatchObject([{ reason, file: 'usage.csv', line: 3 }]);
    expect(usage.rejectedRows[0]?.message).toContain(message);
    expect(quantities(usage)).toEqual(['api 2']);
  });

  test.each<[string, Given, string]>([
    ['the dates of FOCUS samples', { ChargePeriodStart: '2026-03-05 10:00:00' }, 'api 2'],
    ['a fraction of a second', { ChargePeriodStart: '2026-03-05T10:00:00.123456789Z' }, 'api 2'],
    ['an exponent', { ConsumedQuantity: '1.5E+3' }, 'api 1500'],
    [
      '18 digits on both sides',
      { ConsumedQuantity: `${'9'.repeat(18)}.${'9'.repeat(18)}` },
      `api ${'9'.repeat(18)}.${'9'.repeat(18)}`,
    ],
    ['quotes around its values', { ConsumedQuantity: '2', Tags: '{"team":"a,b"}' }, 'api 2'],
    ['a receipt at the cutoff', { x_ReceivedAt: '2026-04-04T00:00:00Z' }, 'api 2'],
    ['a meter in the place of a SKU', { SkuId: '', x_Meter: 'peak' }, 'peak 2'],
    ['the unit of one of two versions', { SkuId: 'both', ConsumedUnit: 'k-request' }, 'both 2'],
    ['a currency and nothing in it', { BillingCurrency: 'USD' }, 'api 2'],
    ['columns of others', { x_Whatever: '1', RegionId: 'eu' }, 'api 2'],
  ])('with %s is taken', async (_, given, quantity) => {
    const usage = await read(csv(given));
    expect(usage.counts).toMatchObject({ rows: 1, accepted: 1, rejected: {} });
    expect(quantities(usage)).toEqual([quantity]);
  });

  test('that comes again is counted once; with another content it is a conflict', async () => {
    const usage = await read(
      csv(
        { x_EventId: 'a', x_ReceivedAt: '2026-03-05T11:00:00Z' },
        { x_EventId: 'a', x_ReceivedAt: '2026-03-05T12:00:00Z' },
        { x_EventId: 'a', ConsumedQuantity: '3' },
        { x_EventId: 'b' },
        {},
        {},
      ),
    );
    expect(usage.counts).toMatchObject({
      accepted: 4,
      deduplicated: 1,
      rejected: { 'conflicting-duplicate': 1 },
    });
    expect(usage.rejectedRows).toMatchObject([{ line: 4, reason: 'conflicting-duplicate' }]);
    expect(quantities(usage)).toEqual(['api 8']);
  });

  test('of shared cost goes to its pool', async () => {
    const pool = { x_Pool: 'support', SubAccountId: '', SkuId: '', ConsumedQuantity: '' };
    const usage = await read(
      csv({ ...pool, EffectiveCost: '10.5' }, { ...pool, EffectiveCost: '-0.25' }, {}),
    );
    expect(usage.counts).toMatchObject({ accepted: 1, pooled: 2 });
    expect(usage.pools.support?.toFixed()).toBe('10.25');
  });

  test('of shared cost is not added to that in another currency', async () => {
    const costs = [
      ['1', ''],
      ['2', 'USD'],
      ['4', 'EUR'],
      ['8', 'USD'],
    ];
    const usage = await read(
      csv(
        ...costs.map(([cost = '', BillingCurrency = '']) => ({
          x_Pool: 'p',
          EffectiveCost: cost,
          BillingCurrency,
        })),
      ),
    );
    expect(usage.counts).toMatchObject({ pooled: 3, rejected: { 'wrong-currency': 1 } });
    expect(usage.pools.p?.toFixed()).toBe('11');
    expect(usage.rejectedRows).toMatchObject([
      { line: 4, message: 'BillingCurrency "EUR" is not "USD", the currency of the pool "p" before.' },
    ]);
  });

  test('of one type of customer is not added to that of another', async () => {
    const types = [{ SubAccountType: 'tenant' }, { SubAccountType: 'account' }, { SubAccountType: 'tenant' }];
    const usage = await read(csv(...types));
    expect(Array.from(usage.cells, ({ type, quantity }) => [type, quantity.toFixed()])).toEqual([
      ['account', '2'],
      ['tenant', '4'],
    ]);
  });

  test('that is aggregated stands for its window, once', async () => {
    const users = { SkuId: 'users', x_Aggregate: 'unique' };
    const next = { ChargePeriodStart: '2026-03-06T00:00:00Z', ChargePeriodEnd: '2026-03-07T00:00:00Z' };
    const usage = await read(
      csv(
        { ...users, ConsumedQuantity: '7', x_EventCount: '40' },
        { ...users, ...next, ConsumedQuantity: '5' },
        users,
      ),
    );
    expect(quantities(usage)).toEqual(['users 12']);
    expect([...usage.cells][0]?.events.toFixed()).toBe('41');
    expect(usage.rejectedRows).toMatchObject([{ line: 4, reason: 'malformed' }]);
  });

  test('keeps its amount where the price goes by single events, in the order of time', async () => {
    const at = (time: string, amount: string, count = '') => ({
      ...{
        SkuId: 'fee',
        ChargePeriodStart: `2026-03-05T${time}Z`,
        x_EventAmount: amount,
        x_EventCount: count,
      },
      ChargePeriodEnd: '2026-03-05T23:00:00Z',
    });
    const usage = await read(csv(at('12:00:00', '5'), at('09:00:00', '3.10'), at('10:00:00', '3.1', '2')));
    const amounts = [...usage.cells][0]?.amounts?.map(
      ({ amount, count }) => `${count.toFixed()} × ${amount.toFixed()}`,
    );
    expect(amounts).toEqual(['3 × 3.1', '1 × 5']);
    expect([...usage.cells][0]?.amount?.toFixed()).toBe('14.3');
  });

  test.each([
    ['amount', 'x_EventAmount'],
    ['cost', 'EffectiveCost'],
  ] as const)('without the %s that others have leaves it unknown, not low', async (name, column) => {
    const sums = async (...given: readonly string[]) => {
      const usage = await read(csv(...given.map((text) => ({ [column]: text }))));
      return Array.from(usage.cells, (cell) => cell[name]?.toFixed());
    };
    expect(await sums('3', '0', '4')).toEqual(['7']);
    expect(await sums('3', '', '4')).toEqual([undefined]);
  });

  test('outside the time that is asked for is counted and left out', async () => {
    const window = { from: Date.parse('2026-03-05T10:00:00Z'), to: Date.parse('2026-03-05T10:00:01Z') };
    const rows = csv(
      {},
      { ChargePeriodStart: '2026-03-05T09:59:59Z' },
      { ChargePeriodStart: '2026-03-05T10:00:01Z' },
    );
    const usage = await readUsageContents([{ name: 'usage.csv', bytes: Buffer.from(rows) }], PLAN, {
      window,
    });
    expect(usage.counts).toMatchObject({ rows: 3, accepted: 1, rejected: { 'outside-window': 2 } });
  });
});
