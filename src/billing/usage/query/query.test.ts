import { describe, expect, it } from 'vitest';
import type { Metering } from '../../../model/billing/usage.ts';
import { DIALECTS } from './dialect.ts';
import { queryPlan } from './plan.ts';
import { usageQuery, type QueryOptions } from './query.ts';

const at = (text: string): number => Date.parse(text);
const [from, to] = [at('2026-03-01T00:00:00Z'), at('2026-04-01T00:00:00Z')];
const metering = (given: Partial<Metering>): Metering => ({
  ...{ aggregate: 'sum', window: 'period', perEvent: false, cadence: 'monthly', timezone: 'UTC' },
  ...{ cutoff: 259_200_000, unit: null, currency: null, cuts: [] },
  ...given,
});
const plan = queryPlan(
  [
    { key: 'api-calls', metering: metering({ cuts: [at('2026-03-10T05:00:00Z')] }) },
    { key: 'seats', metering: metering({ aggregate: 'unique' }) },
    { key: 'storage', metering: metering({ aggregate: 'max', window: 'day' }) },
    { key: "it's \\ a `key`", metering: metering({ aggregate: 'last' }) },
  ],
  from,
  to,
);
const options: QueryOptions = {
  ...{ ...plan, from, to, table: 'analytics.usage events' },
  columns: {
    ...{
      SubAccountId: 'tenant',
      x_EventId: 'event_id',
      x_EventAmount: 'amount',
      x_ReceivedAt: 'received_at',
    },
    x_UniqueValue: 'user" `id`',
  },
};

describe('usageQuery', () => {
  it.each(DIALECTS)('writes %s', async (dialect) => {
    await expect(usageQuery(dialect, options)).toMatchFileSnapshot(
      `../../../../test/golden/usage-query/${dialect}.sql`,
    );
  });

  it.each(DIALECTS)('leaves texts with ends of lines as they are: %s', (dialect) => {
    const meters = plan.meters.map((meter) => ({ ...meter, key: `a\nb\u2028c\rd${meter.key}` }));
    const sql = usageQuery(dialect, { ...options, meters });
    const isEscaped = dialect === 'bigquery' || dialect === 'snowflake';
    const text = isEscaped ? "'a\\nb\u2028c\\rdseats'" : "('a' || CHR(10) || 'b\u2028c\rdseats')";
    expect(sql).toContain(text);
    expect(sql.replaceAll(/a(?:\\n|' \|\| CHR\(10\) \|\| ')b\u2028c(?:\\r|\r)d/g, '')).not.toMatch(
      /[\u2028\r]/,
    );
  });

  it('needs the column of unique values where they are billed', () => {
    expect(() => usageQuery('trino', { ...options, columns: {} })).toThrow('seats counts unique values');
  });
});

describe('queryPlan', () => {
  it.each([
    ['day', 'UTC', []],
    ['hour', 'UTC', ['2026-03-10T05:00:00Z']],
    ['hour', 'Europe/Berlin', []],
    ['minute', 'Asia/Kolkata', []],
    ['day', 'UTC', ['2026-02-10T05:17:11Z', '2026-04-01T00:00:00Z', '2026-05-01T00:00:01Z']],
  ] as const)('has rows of a %s for periods in %s with cuts %j', (granularity, timezone, cuts) => {
    const meterings = [{ key: 'a', metering: metering({ timezone, cuts: cuts.map(at) }) }];
    expect(queryPlan(meterings, from, to).granularity).toBe(granularity);
  });

  it('keeps days of a zone apart where a greatest value is taken each day', () => {
    const day = metering({ aggregate: 'max', window: 'day', timezone: 'Asia/Kolkata', cadence: 'yearly' });
    expect(queryPlan([{ key: 'a', metering: day }], from, to).granularity).toBe('minute');
  });

  it('counts unique values in each window, and in each part that a version makes of it', () => {
    const seats = metering({ aggregate: 'unique', window: 'month', cuts: [at('2026-03-10T05:00:00Z')] });
    const { meters } = queryPlan([{ key: 'seats', metering: seats }], from, to);
    const deadline = at('2026-04-04T00:00:00Z');
    expect(meters[0]?.windows).toEqual([
      { from, to: at('2026-03-10T05:00:00Z'), deadline },
      { from: at('2026-03-10T05:00:00Z'), to, deadline },
    ]);
  });

  it.each([
    ['a bound within a minute', [metering({ cuts: [at('2026-03-10T05:00:01Z')] })], 'within a minute'],
    ['two ways', [metering({}), metering({ aggregate: 'max' })], 'several ways'],
    [
      'unique values of two zones',
      [metering({ aggregate: 'unique' }), metering({ aggregate: 'unique', timezone: 'Europe/Berlin' })],
      'several ways',
    ],
  ])('refuses %s', (_, meterings, message) => {
    const keyed = meterings.map((one) => ({ key: 'a', metering: one }));
    expect(() => queryPlan(keyed, from, to)).toThrow(message);
  });

  it('refuses more windows than a query can list', () => {
    const hourly = metering({ aggregate: 'unique', window: 'hour' });
    expect(() => queryPlan([{ key: 'a', metering: hourly }], from, at('2027-03-01T00:00:00Z'))).toThrow(
      '2000',
    );
  });
});
