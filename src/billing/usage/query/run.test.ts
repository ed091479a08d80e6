import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { benchSkus } from '../../../../test/bench/billing/catalogue.ts';
import { generate } from '../../../../test/bench/billing/generate.ts';
import { benchPlan } from '../../../../test/bench/billing/plan.ts';
import { decimal, sum } from '../../../lib/decimal.ts';
import type { UsageAggregate, UsageCell } from '../../../model/billing/usage.ts';
import { installedDuckdb } from '../duckdb/install.ts';
import { readUsageFiles } from '../read-usage.ts';
import { queryPlan } from './plan.ts';
import { usageQuery } from './query.ts';

const folder = mkdtempSync(join(tmpdir(), 'tollgate-query-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const duckdb = installedDuckdb();
const SKUS = 20;
const [from, to] = [Date.parse('2026-03-01T00:00:00Z'), Date.parse('2026-04-01T01:00:00Z')];
/** Meterings of one time zone: unique values of several cannot stand in one aggregate. */
const plan = benchPlan(SKUS, [Date.parse('2026-03-17T03:00:00Z')], 'Europe/Berlin');

/** What rating goes by: the order of equal amounts within an hour is not kept, and one row stands for many. */
function rated({ cells }: UsageAggregate): object[] {
  return Array.from(cells, (cell: UsageCell) => {
    const { customer, key, aggregate, window, from, to, quantity, events, amount, jurisdiction, cost } = cell;
    const counts = new Map<string, string[]>();
    for (const { amount: one, count } of cell.amounts ?? [])
      counts.set(one.toString(), [...(counts.get(one.toString()) ?? []), count.toString()]);
    const amounts = [...counts].map(
      ([one, list]) => `${one} ${sum(list.map((text) => decimal(text))).toString()}`,
    );
    return {
      customer,
      key,
      aggregate,
      window,
      from,
      to,
      quantity,
      events,
      amount,
      amounts: amounts.sort(),
      jurisdiction,
      cost,
    };
  });
}

describe.skipIf(duckdb === undefined)('the aggregate of the query for DuckDB', () => {
  it('stands for the events that it was made of', async () => {
    if (duckdb === undefined) return;
    const shares = { duplicate: 5000, late: 5000, unknown: 5000 };
    const events = await generate(folder, 'csv', {
      seed: 5,
      rows: 20_000,
      customers: 30,
      skus: SKUS,
      shares,
    });
    const meterings = benchSkus(SKUS).flatMap(({ id }) => {
      const found = plan.meterings('tenant-00000', null, id);
      return typeof found === 'string' ? [] : found.map((metering) => ({ key: id, metering }));
    });
    const query = usageQuery('duckdb', {
      ...{ ...queryPlan(meterings, from, to), from, to, table: 'events' },
      columns: {
        x_EventId: 'x_EventId',
        x_EventAmount: 'x_EventAmount',
        x_ReceivedAt: 'x_ReceivedAt',
        x_UniqueValue: 'x_UniqueValue',
      },
    });
    const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    const path = join(folder, 'aggregate.csv');
    await connection.run(`CREATE TABLE events AS SELECT * FROM read_csv('${events}', all_varchar = true)`);
    await connection.run(`COPY (${query}) TO '${path}' (HEADER)`);
    connection.closeSync();
    instance.closeSync();

    const read = (file: string): Promise<UsageAggregate> =>
      readUsageFiles([{ path: file, name: 'usage.csv' }], plan, { reader: 'built-in' });
    const [single, together] = [await read(events), await read(path)];
    expect(rated(together)).toEqual(rated(single));
    expect(together.counts.rows).toBeLessThan(single.counts.rows);
    expect(Object.keys(together.counts.rejected)).toEqual(Object.keys(single.counts.rejected));
    expect(Object.keys(together.counts.rejected)).toEqual(['late', 'unknown-identity', 'unknown-sku']);
  });
});
