import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generate } from '../../../../test/bench/billing/generate.ts';
import { benchPlan } from '../../../../test/bench/billing/plan.ts';
import type { AggregationPlan, Metering, UsageAggregate } from '../../../model/billing/usage.ts';
import { plainCell } from '../aggregate/lazy-cell.ts';
import { readUsageFiles } from '../read-usage.ts';
import { installedDuckdb } from './install.ts';

const folder = mkdtempSync(join(tmpdir(), 'tollgate-duckdb-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const HEADER =
  'ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit,x_EventId,x_Aggregate,x_Pool,EffectiveCost,x_EventAmount,x_EventCount,BillingCurrency,Tags,x_Jurisdiction,x_UniqueValue,x_ReceivedAt';
const COLUMNS = HEADER.split(',');
const base = {
  ...{
    ChargePeriodStart: '2026-03-05T10:00:00Z',
    ChargePeriodEnd: '2026-03-05T11:00:00Z',
    SubAccountId: 'a',
  },
  ...{ SkuId: 'sum', ConsumedQuantity: '1', ConsumedUnit: 'u' },
};
const row = (given: Readonly<Record<string, string>>): string =>
  COLUMNS.map((column) => ({ ...base, ...given })[column] ?? '').join(',');

const metering = (aggregate: Metering['aggregate'], given: Partial<Metering> = {}): Metering => ({
  ...{ aggregate, window: 'day', perEvent: false, cadence: 'monthly', timezone: 'Europe/Berlin' },
  ...{ cutoff: 86_400_000, unit: 'u', currency: 'EUR', cuts: [Date.parse('2026-03-05T10:30:00Z')] },
  ...given,
});
const meterings: Readonly<Record<string, readonly Metering[]>> = {
  sum: [metering('sum', { perEvent: true })],
  max: [metering('max')],
  last: [metering('last', { window: 'period' })],
  unique: [metering('unique')],
  both: [metering('sum'), metering('max', { unit: 'v', timezone: 'UTC' })],
};
const plan: AggregationPlan = {
  meterings: (customer, _type, key) =>
    customer === 'nobody' ? 'unknown-identity' : (meterings[key] ?? 'unknown-sku'),
};

/** All that is read, without what tells the readers apart: their name and how they word a rejection. */
function content({ cells, counts, rejectedRows, origin, pools }: UsageAggregate): object {
  const rows = rejectedRows.map(({ reason, file, line }) => ({ reason, file, line }));
  return {
    cells: Array.from(cells, plainCell),
    counts,
    rows: rows.sort((a, b) => a.line - b.line),
    origin,
    pools,
  };
}

async function both(text: string, name = 'usage.csv'): Promise<readonly [UsageAggregate, UsageAggregate]> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const read = (reader: 'built-in' | 'duckdb'): Promise<UsageAggregate> =>
    readUsageFiles([{ path, name }], plan, { reader });
  return [await read('built-in'), await read('duckdb')];
}

describe.skipIf(installedDuckdb() === undefined)('DuckDB', () => {
  const good = row({});
  it.each<[string, string[]]>([
    [
      'plain rows',
      [good, row({ ConsumedQuantity: '2.5' }), row({ ChargePeriodStart: '2026-03-05T10:30:00Z' })],
    ],
    [
      'long numbers',
      ['123456789012345678.123456789012345678', '0.000000000000000001', '999999999999.999999'].map((q) =>
        row({ ConsumedQuantity: q }),
      ),
    ],
    ['exponents', ['1e3', '1.5E-3', '1e999', '12e-19', '1e17'].map((q) => row({ ConsumedQuantity: q }))],
    [
      'what is no number',
      ['NaN', '-1', '+1', '1_000', ' 1', '.5', '5.', '01', '', 'NULL', '0x1', '１'].map((q) =>
        row({ ConsumedQuantity: q }),
      ),
    ],
    [
      'instants',
      [
        '2026-03-05 10:00:00',
        '2026-02-31T00:00:00Z',
        '2026-03-05T24:00:00Z',
        '2026-03-05T10:00:00.123Z',
        '2026-3-5T10:00:00Z',
        '2026-03-05',
        '0000-01-01T00:00:00Z',
        ' 026-03-05T10:00:00Z',
        '2026-03-05T10:00:0Z ',
        '2026-03-05T\t1:00:00Z',
        '2026-03-05 10:00:0 ',
        ' 026-03-05 10:00:00',
        '-026-03-05 10:00:00',
        '2026-3-005 10:00:00',
        '2026-03-05\t10:00:00',
        '2026-03-05  1:00:00',
        '226-03-05  10:00:00',
        '2026-03-5\t 10:00:00',
      ].map((at) => row({ ChargePeriodStart: at })),
    ],
    [
      'names that are too long',
      ['SubAccountId', 'SkuId', 'ConsumedUnit', 'BillingCurrency', 'x_Jurisdiction'].flatMap((column) =>
        ['é'.repeat(128), `${'é'.repeat(128)}.`].map((name) => row({ [column]: name })),
      ),
    ],
    [
      'customers and SKUs that nobody has',
      [
        row({ SubAccountId: 'nobody' }),
        row({ SkuId: 'other' }),
        row({ SubAccountId: '' }),
        row({ SkuId: '' }),
        row({ ConsumedUnit: 'x' }),
      ],
    ],
    [
      'duplicates',
      [
        row({ x_EventId: '1' }),
        row({ x_EventId: '1', x_ReceivedAt: '2026-03-06T00:00:00Z' }),
        row({ x_EventId: '1', ConsumedQuantity: '2' }),
        row({ x_EventId: '2', SubAccountId: 'nobody' }),
        row({ x_EventId: '2', SubAccountId: 'nobody' }),
      ],
    ],
    [
      'late rows',
      ['2026-04-01T21:59:59Z', '2026-04-01T22:00:00Z', '2026-04-01T22:00:01Z', 'later'].map((at) =>
        row({ x_ReceivedAt: at }),
      ),
    ],
    [
      'a greatest value a day',
      ['1', '7.5', '3'].flatMap((q, day) => [
        row({ SkuId: 'max', ConsumedQuantity: q }),
        row({
          SkuId: 'max',
          ConsumedQuantity: q,
          ChargePeriodStart: `2026-03-0${day + 5}T23:30:00Z`,
          ChargePeriodEnd: '2026-03-09T00:00:00Z',
        }),
      ]),
    ],
    [
      'a last value',
      ['5', '6', '4'].map((q, index) =>
        row({
          SkuId: 'last',
          ConsumedQuantity: q,
          ChargePeriodStart: `2026-03-0${[7, 7, 6][index] ?? 1}T00:00:00Z`,
          ChargePeriodEnd: '2026-03-09T00:00:00Z',
        }),
      ),
    ],
    ['unique values', ['x', 'y', 'x', ''].map((value) => row({ SkuId: 'unique', x_UniqueValue: value }))],
    [
      'counts of unique values',
      ['7', '8'].flatMap((q) => [
        row({
          SkuId: 'unique',
          x_Aggregate: 'unique',
          ConsumedQuantity: q,
          ChargePeriodEnd: '2026-03-05T10:30:00Z',
        }),
        row({ SkuId: 'unique', x_UniqueValue: 'x' }),
      ]),
    ],
    [
      'unique values before a count',
      [
        row({ SkuId: 'unique', x_UniqueValue: 'x' }),
        row({ SkuId: 'unique', x_Aggregate: 'unique', ChargePeriodEnd: '2026-03-05T10:30:00Z' }),
        row({ SkuId: 'unique', x_UniqueValue: 'y' }),
      ],
    ],
    [
      'aggregates of another kind, and over two windows',
      [
        row({ x_Aggregate: 'max' }),
        row({ x_Aggregate: 'sum' }),
        row({ x_Aggregate: 'most' }),
        row({ SkuId: 'max', x_Aggregate: 'max' }),
      ],
    ],
    [
      'events with amounts',
      ['9.99', '9.99', '5', '-1', 'x', ''].map((amount, index) =>
        row({
          x_EventAmount: amount,
          x_EventCount: index === 1 ? '3' : '',
          ChargePeriodStart: `2026-03-0${9 - index}T00:00:00Z`,
          ChargePeriodEnd: '2026-03-10T00:00:00Z',
        }),
      ),
    ],
    [
      'counts of events',
      ['0', '2', '1.5', '-1', '999999999999999', '9999999999999999'].map((count) =>
        row({ x_EventCount: count, x_EventAmount: '2' }),
      ),
    ],
    [
      'shared costs',
      [
        row({ x_Pool: 'p', EffectiveCost: '1.25' }),
        row({ x_Pool: 'p', EffectiveCost: '-0.5' }),
        row({ x_Pool: 'q', EffectiveCost: '' }),
      ],
    ],
    [
      'shared costs in several currencies',
      [
        row({ x_Pool: 'p', EffectiveCost: '1' }),
        row({ x_Pool: 'p', EffectiveCost: '2', BillingCurrency: 'USD' }),
        row({ x_Pool: 'p', EffectiveCost: '4', BillingCurrency: 'EUR' }),
        row({ x_Pool: 'p', EffectiveCost: '8', BillingCurrency: 'USD' }),
        row({ x_Pool: 'q', EffectiveCost: '16', BillingCurrency: 'EUR' }),
      ],
    ],
    [
      'costs and currencies',
      [
        row({ EffectiveCost: '1', BillingCurrency: 'EUR' }),
        row({ EffectiveCost: '2', BillingCurrency: 'USD' }),
        row({ BillingCurrency: 'USD' }),
        row({ EffectiveCost: '-3.000000000000000001' }),
      ],
    ],
    [
      'tags and places',
      [
        row({ Tags: '"{""a"": ""b""}"', x_Jurisdiction: 'DE' }),
        row({ Tags: '[]' }),
        row({ Tags: '"{""a"": ""c""}"', x_Jurisdiction: 'FR' }),
      ],
    ],
    [
      'two meterings of one key',
      [
        row({ SkuId: 'both' }),
        row({ SkuId: 'both', ConsumedUnit: 'v' }),
        row({ SkuId: 'both', ConsumedUnit: 'w' }),
      ],
    ],
    ['rows of other widths', [good, 'a,b', good, `${good},1`, row({ ConsumedQuantity: 'x' })]],
    ['quotes', [row({ SubAccountId: '"a"' }), row({ SubAccountId: '"b ""c"", d"' })]],
  ])('reads %s as the built-in reader does', async (_, rows) => {
    const [builtIn, duckdb] = await both(`${HEADER}\n${rows.join('\n')}\n`);
    expect(duckdb.reader).toBe('duckdb');
    expect(content(duckdb)).toEqual(content(builtIn));
  });

  it('leaves a file with a broken quote to the built-in reader', async () => {
    const text = `${HEADER}\n${good}\n"open,${good}\n${good}\n`;
    await expect(both(text)).rejects.toThrow('cannot be told');
  });

  it.each([
    ['NUL bytes', `${good}\n${row({ SubAccountId: 'a\0' })}\n`],
    ['a record of many MB', `${good}\n${'x'.repeat(40_000_000)}\n${good}\n`],
    ['empty lines', `${good}\n\n${good}\n`],
    ['line breaks within quotes', `${row({ SubAccountId: '"a\nb"' })}\nx\n`],
    ['a lone carriage return', `${row({ SubAccountId: 'a\rb' })}\n`],
  ])('leaves a file with %s to the built-in reader', async (_, rows) => {
    const [builtIn, duckdb] = await both(`${HEADER}\n${rows}`);
    expect(content(duckdb)).toEqual(content(builtIn));
    expect(duckdb.reader).toBe('built-in');
  });

  it('reads line ends of two systems, by whichever reader', async () => {
    const [builtIn, duckdb] = await both(`${HEADER}\n${good}\r\n${good}\n${good}\n`);
    expect(content(duckdb)).toEqual(content(builtIn));
  });

  it('reads a file whatever its name is', async () => {
    const [builtIn, duckdb] = await both(`${HEADER}\n${good}\n`, `it's "*" [x] {a,b}.csv`);
    expect(content(duckdb)).toEqual(content(builtIn));
  });

  it.each(['csv', 'parquet'] as const)('reads generated events in %s', async (format) => {
    const shares = { duplicate: 5000, conflicting: 1000, late: 5000, unknown: 5000, malformed: 5000 };
    const options = { seed: 3, rows: 20_000, customers: 50, skus: 20, shares };
    const csv = await generate(join(folder, 'csv'), 'csv', options);
    const path = format === 'csv' ? csv : await generate(join(folder, format), format, options);
    const cuts = [Date.parse('2026-03-17T03:04:05Z')];
    const name = `usage.${format}`;
    const builtIn = await readUsageFiles([{ path: csv, name: 'usage.csv' }], benchPlan(20, cuts), {
      reader: 'built-in',
    });
    const duckdb = await readUsageFiles([{ path, name }], benchPlan(20, cuts), { reader: 'duckdb' });
    expect(duckdb.reader).toBe('duckdb');
    expect(Array.from(duckdb.cells, plainCell)).toEqual(Array.from(builtIn.cells, plainCell));
    expect(duckdb.counts).toEqual(builtIn.counts);
    expect(duckdb.counts.rejected).toMatchObject({ late: expect.any(Number) as number });
  });

  it.each([
    ['gone.parquet', undefined, 'There is no file usage.parquet.'],
    ['text.parquet', 'ChargePeriodStart\n', 'usage.parquet cannot be read as Parquet.'],
  ])('says what is wrong with %s', async (name, text, message) => {
    const path = join(folder, name);
    if (text !== undefined) writeFileSync(path, text);
    await expect(readUsageFiles([{ path, name: 'usage.parquet' }], plan)).rejects.toThrow(message);
  });
});
