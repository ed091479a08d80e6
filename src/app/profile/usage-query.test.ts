import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { golden } from '../../../test/golden/billing/compare.ts';
import {
  BINDINGS,
  bound,
  first,
  PROFILE,
  publishedVersions,
  second,
} from '../../../test/support/published-versions.ts';
import { STANDARD_USAGE, usageCsv } from '../../../test/support/standard-usage.ts';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { installedDuckdb } from '../../billing/usage/duckdb/install.ts';
import { DIALECTS } from '../../billing/usage/query/dialect.ts';
import { renderCostRecords } from '../../render/profile/cost-records.ts';
import { rate } from './rate.ts';
import type { Sku } from '../../model/billing/terms.ts';
import { columnNotes } from './query-notes.ts';
import { usageQueryText, type UsageQueryOptions } from './usage-query.ts';

const repository = publishedVersions();
const folder = mkdtempSync(join(tmpdir(), 'tollgate-query-'));
afterAll(() => {
  repository[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});
const duckdb = installedDuckdb();

function query(more: Partial<UsageQueryOptions> = {}): string {
  return usageQueryText({
    ...{ repository: repository.folder, dialect: 'duckdb', table: 'events', columns: [] },
    ...{ from: '2026-03-01', to: '2026-07-01', ...more },
  }).sql;
}

const notes = (more: Partial<UsageQueryOptions>) =>
  usageQueryText({
    ...{ repository: repository.folder, dialect: 'duckdb', table: 'events', columns: [] },
    ...{ from: '2026-03-01', to: '2026-07-01', ...more },
  }).notes;

describe('profile usage-query', () => {
  it('takes no meter from an edit of what was published', () => {
    using edited = publishedVersions();
    edited.write({ [PROFILE]: second.replace('aggregate: max', 'aggregate: sum') });
    expect(() => query({ repository: edited.folder })).toThrow('is not what was published as standard@2.0.0');
  });

  it.each(DIALECTS)('writes %s with the names of the table', (dialect) => {
    const sql = query({ dialect, table: 'a.b', columns: ['SubAccountId=tenant "x"', 'x_EventId'] });
    expect(sql).toContain('tenant ');
    expect(sql).toContain('x_EventId');
    expect(sql).toMatch(/FROM ["`]a["`]\.["`]b["`]/);
    expect(sql.startsWith('-- Usage from 2026-03-01T00:00:00Z to 2026-07-01T00:00:00Z:')).toBe(true);
  });

  it('is of the month before now, unless it is told', () => {
    const window = (more: Partial<UsageQueryOptions>) =>
      /Usage from (\S+) to (\S+):/.exec(query({ from: undefined, to: undefined, ...more }))?.slice(1);
    expect(window({ now: '2027-01-15T12:00:00Z' })).toEqual(['2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z']);
    expect(window({ now: '2027-01-15T12:00:00Z', from: '2026-06-01T05:00:00Z' })).toEqual([
      '2026-06-01T05:00:00Z',
      '2027-01-01T00:00:00Z',
    ]);
  });

  it('says where its bounds begin no billing period, in the SQL too', () => {
    expect(notes({})).toEqual([]);
    const [note = '', ...others] = notes({ from: '2026-03-01T01:00:00Z' });
    expect(note).toBe(
      '2026-03-01T01:00:00Z begins no monthly billing period in UTC: that from 2026-03-01T00:00:00Z to 2026-04-01T00:00:00Z is covered in part.',
    );
    expect(others).toEqual([]);
    expect(query({ from: '2026-03-01T01:00:00Z' }).startsWith(`-- Note: ${note}\n-- Usage from`)).toBe(true);
  });

  it('goes by the months of the time zone that all profiles have', () => {
    const binding = { type: 'tenant', id: 't-001', profile: 'standard@1.2.0', from: '2026-02-01T00:00:00Z' };
    using berlin = temporaryRepository();
    berlin.write({
      [PROFILE]: first.replace('timezone: UTC', 'timezone: Europe/Berlin'),
      'billing/tax/europe.yaml': golden('tax.yaml'),
      [BINDINGS]: bound('prod', binding),
    });
    const found = usageQueryText({
      ...{ repository: berlin.folder, dialect: 'duckdb', table: 'events', columns: [] },
      now: '2027-01-15T12:00:00Z',
    });
    expect(/Usage from (\S+) to (\S+):/.exec(found.sql)?.slice(1)).toEqual([
      '2026-11-30T23:00:00Z',
      '2026-12-31T23:00:00Z',
    ]);
    expect(found.notes).toEqual([]);
  });

  it('says which of the columns that name what is billed it does not read', () => {
    const skus = [
      { id: 'api', meter: { name: null } },
      { id: 'ocr', meter: { name: 'pages' } },
    ] as unknown as Sku[];
    const read = (columns: object) => columnNotes(skus, columns).map((note) => /\((.*?)\)/.exec(note)?.[1]);
    expect(read({})).toEqual(['pages']);
    expect(read({ x_Meter: 'meter' })).toEqual(['api']);
    expect(read({ x_Meter: 'meter', SkuId: 'sku' })).toEqual([]);
    expect(columnNotes(skus.slice(0, 1), {})).toEqual([]);
  });

  it.each<[string, Partial<UsageQueryOptions>, string]>([
    ['a column that usage does not have', { columns: ['Tenant=x'] }, '"Tenant=x" names no column of usage.'],
    ['no name', { columns: ['SkuId='] }, '"SkuId=" names no column of usage.'],
    ['one column twice', { columns: ['SkuId=a', 'SkuId=b'] }, 'SkuId is named twice.'],
    ['no table', { table: 'a..b' }, '"a..b" is no name of a table.'],
    ['no date', { from: '2026-02-30' }, '--from "2026-02-30" is no date and no instant in UTC.'],
    ['no time', { to: '2026-03-01' }, 'The time ends at 2026-03-01T00:00:00Z, not after it begins'],
    [
      'nobody',
      { environment: 'staging' },
      'No customer is bound to a profile in staging from 2026-03-01T00:00:00Z',
    ],
    [
      'a time before all bindings',
      { from: '2025-01-01', to: '2025-02-01' },
      'No customer is bound to a profile in prod',
    ],
  ])('refuses %s', (_, more, message) => {
    expect(() => query(more)).toThrow(message);
  });

  it.skipIf(duckdb === undefined)('gives an aggregate that is rated as the events are', async () => {
    if (duckdb === undefined) return;
    // The query knows no negative or late rows by themselves: they stay rows, and are counted too.
    const [events, result] = [join(folder, 'events.csv'), join(folder, 'result.csv')];
    const more = Array.from(
      { length: 40 },
      (_, day) =>
        `${new Date(Date.UTC(2026, 4, 10 + day, 7)).toISOString()},2026-07-01T00:00:00Z,t-001,api-calls,${day * 100},request,m${day},,,,`,
    );
    writeFileSync(
      events,
      STANDARD_USAGE +
        usageCsv(...more, ...more)
          .split('\n')
          .slice(1)
          .join('\n'),
    );
    const optional = ['x_EventId', 'x_ReceivedAt', 'x_Pool', 'EffectiveCost', 'BillingCurrency'];
    const sql = query({ columns: optional, from: '2026-01-01' });
    const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE events AS SELECT * FROM read_csv('${events}', all_varchar = true)`);
    await connection.run(`COPY (${sql}) TO '${result}' (HEADER)`);
    connection.closeSync();
    instance.closeSync();
    const rated = async (path: string) =>
      rate({ repository: repository.folder, usage: [path], explain: false });
    const [single, together] = [await rated(events), await rated(result)];
    const records = (found: typeof single) => [...renderCostRecords(found)].join('');
    expect(records(together)).toBe(records(single));
    expect(records(single).split('\n').length).toBeGreaterThan(10);
    expect(Object.keys(together.counts.rejected)).toEqual(Object.keys(single.counts.rejected));
    expect(readFileSync(result, 'utf8').split('\n').length).toBeLessThan(
      readFileSync(events, 'utf8').split('\n').length,
    );
  });
});
