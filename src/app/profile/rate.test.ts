import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { edit } from '../../../test/golden/billing/compare.ts';
import { schemaErrors } from '../../../test/support/published-schema.ts';
import {
  BINDINGS,
  bound,
  LOCK,
  PROFILE,
  publishedVersions,
  second,
} from '../../../test/support/published-versions.ts';
import { STANDARD_USAGE, usageCsv } from '../../../test/support/standard-usage.ts';
import { temporaryRepository, type TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import { UserError } from '../../lib/errors.ts';
import { renderCostRecords } from '../../render/profile/cost-records.ts';
import { renderRatedJson } from '../../render/profile/rated-json.ts';
import { missingRows, renderRated } from '../../render/profile/rated.ts';
import { rowCounts, rowCountsText } from '../../render/profile/row-counts.ts';
import { rate, type RateOptions } from './rate.ts';
import { snapshotVersions } from './snapshot.ts';

const published = publishedVersions();
afterAll(() => {
  published[Symbol.dispose]();
});
const look = { color: false, width: 110 };

/** What usage costs in a repository. What is printed of it is as the schema says, and no row is lost. */
async function rated(
  repository: TemporaryRepository,
  more: Partial<RateOptions> = {},
  usage = STANDARD_USAGE,
) {
  writeFileSync(join(repository.folder, 'usage.csv'), usage);
  const files = [join(repository.folder, 'usage.csv')];
  const found = await rate({ repository: repository.folder, usage: files, explain: false, ...more });
  const json = [...renderRatedJson(found, { toolVersion: '1.0.0' })].join('');
  expect(schemaErrors('profile-rated', json)).toEqual([]);
  const { rows, rated: taken, deduplicated, pooled, rejected, unrated } = rowCounts(found);
  const refused = Object.values(rejected).reduce((sum, n) => sum + n, 0);
  expect(rows).toBe(taken + deduplicated + pooled + refused + unrated);
  expect(rows).toBe(usage.split('\n').length - 2);
  return found;
}

/** Lines of SKUs: a commitment would level the totals. */
const linesOf = ({ invoices }: Awaited<ReturnType<typeof rated>>): string[] =>
  invoices.flatMap(({ customer, period, lines }) =>
    lines.flatMap(({ kind, id, list }) =>
      kind === 'usage' ? [`${customer} ${period.from.slice(0, 7)} ${id} ${list.toFixed()}`] : [],
    ),
  );

describe('profile rate', () => {
  it('rates each customer by the version that was in force, and says what became of each row', async () => {
    const found = await rated(published);
    expect(found.by).toEqual({ profile: null, environment: 'prod', at: null });
    expect(found.invoices.map(({ period, lines }) => [period.from, lines[0]?.profile])).toEqual([
      ['2026-03-01T00:00:00Z', 'standard@1.2.0'],
      ['2026-04-01T00:00:00Z', 'standard@1.2.0'],
      ['2026-05-01T00:00:00Z', 'standard@1.2.0'],
      ['2026-06-01T00:00:00Z', 'standard@2.0.0'],
    ]);
    expect(rowCountsText(rowCounts(found))).toBe(
      '11 rows = 4 rated + 1 deduplicated + 1 pooled + ' +
        '4 rejected (1 late, 1 negative, 1 unknown-identity, 1 unknown-sku) + 1 unrated',
    );
    expect(missingRows(found)).toEqual([
      'unrated: 1 row of t-001, seats: no terms are in force then',
      'usage.csv:8: negative: ConsumedQuantity "-1" is below 0.',
      'usage.csv:9: late: Received 2026-05-01T00:00:00Z, after the cutoff of its billing period.',
      'usage.csv:10: unknown-identity: No profile is bound to the customer "t-002", or to its type.',
      'usage.csv:11: unknown-sku: No profile of "t-001" has the SkuId "api-cals".',
    ]);
    expect(
      found.allocations.map(({ parts }) => parts.map(({ to, amount }) => [to, amount.toFixed()])),
    ).toEqual([
      [
        ['search', '300'],
        ['shop', '700.01'],
      ],
    ]);
  });

  it('rates every customer by one version, bound or not', async () => {
    const newest = await rated(published, { profile: join(published.folder, PROFILE) });
    expect(newest.by.profile).toBe('standard@2.0.0');
    expect(linesOf(newest)).toContain('t-002 2026-03 api-calls 0');
    expect(linesOf(await rated(published, { profile: 'standard' }))).toEqual(linesOf(newest));
    expect(linesOf(await rated(published, { profile: PROFILE }))).toEqual(linesOf(newest));
    expect(linesOf(await rated(published, { profile: 'standard@2.0.0' }))).toEqual(linesOf(newest));
    const older = await rated(published, { profile: 'standard@1.2.0' });
    expect(older.by.profile).toBe('standard@1.2.0');
    expect(linesOf(older)).not.toEqual(linesOf(newest));
  });

  it('rates all usage by what is in force at an instant', async () => {
    const at = '2026-05-31T23:59:59Z';
    const [older, newer] = [
      await rated(published, { at }),
      await rated(published, { at: '2026-06-01T00:00:00Z' }),
    ];
    const profiles = ({ invoices }: typeof older) =>
      new Set(invoices.flatMap(({ lines }) => lines.map(({ profile }) => profile)));
    expect([profiles(older), profiles(newer)]).toEqual([
      new Set(['standard@1.2.0']),
      new Set(['standard@2.0.0']),
    ]);
    expect(rowCounts(older).unrated).toBe(0);
    const named = await rated(published, { at, profile: PROFILE });
    expect(named.by).toEqual({ profile: 'standard@1.2.0', environment: 'prod', at });
  });

  it('takes jurisdiction, tags and grants of a bound customer, and knows none of others', async () => {
    using repository = publishedVersions();
    const binding = { type: 'tenant', id: 't-001', profile: 'standard@1.2.0', from: '2026-02-01T00:00:00Z' };
    repository.write({ [BINDINGS]: bound('prod', { ...binding, jurisdiction: 'DE' }) });
    const usage = usageCsv(
      '2026-04-01T00:00:00Z,2026-04-02T00:00:00Z,t-001,seats,1,seat,,,,,',
      '2026-04-01T00:00:00Z,2026-04-02T00:00:00Z,t-002,seats,1,seat,,,,,',
    );
    const { invoices } = await rated(repository, { profile: PROFILE }, usage);
    expect(invoices.map(({ tax, unknowns }) => [tax[0]?.jurisdiction, unknowns.length > 0])).toEqual([
      ['DE', false],
      [undefined, true],
    ]);
  });

  it('counts a row once that two versions meter in different ways', async () => {
    using repository = publishedVersions();
    const next = edit(second, ['version: 2.0.0', 'version: 3.0.0'], ['from: 2026-06-01', 'from: 2026-06-10']);
    repository.write({ [PROFILE]: next.replace('aggregate: max', 'aggregate: sum') });
    const { rated: taken, unrated } = rowCounts(await rated(repository));
    expect([taken, unrated]).toEqual([4, 1]);
  });

  it('keeps customers of two types apart that have one id', async () => {
    const usage = `SubAccountType,${usageCsv('', '').split('\n')[0] ?? ''}
tenant,2026-04-01T00:00:00Z,2026-04-02T00:00:00Z,x,seats,1,seat,,,,,
account,2026-04-01T00:00:00Z,2026-04-02T00:00:00Z,x,seats,2,seat,,,,,
`;
    const { invoices } = await rated(published, { profile: PROFILE }, usage);
    expect(invoices.map(({ customer }) => customer)).toEqual(['x', 'x']);
  });

  it('rates what the configuration names where no usage is given, also of another ref', async () => {
    using repository = publishedVersions();
    repository.commit({
      'tollgate.yml': 'version: 1\nbilling: { usage: [billing/usage/*.csv] }\n',
      'billing/usage/all.csv': STANDARD_USAGE,
    });
    repository.write({
      'tollgate.yml': 'version: 1\n',
      [PROFILE]: second.replace("unit: '14'", "unit: '15'"),
    });
    const { origin, side } = await rated(repository, { usage: [], ref: 'HEAD' });
    expect([origin.files, side.ref]).toEqual([['billing/usage/all.csv'], 'HEAD']);
  });

  it('takes no file that says where usage comes from for usage, whatever the configuration names', async () => {
    using repository = publishedVersions();
    repository.write({
      'tollgate.yml': 'version: 1\nbilling: { usage: [billing/usage/*] }\n',
      'billing/usage/all.csv': STANDARD_USAGE,
      'billing/usage/all.csv.meta.yaml': 'source: warehouse.usage_events\n',
    });
    const { origin } = await rated(repository, { usage: [] });
    expect([origin.files, origin.source]).toEqual([['billing/usage/all.csv'], 'warehouse.usage_events']);
  });

  it('records what is due beyond a commitment, and each tax', async () => {
    using repository = publishedVersions();
    const binding = { type: 'tenant', id: 't-001', profile: 'standard@1.2.0', from: '2026-02-01T00:00:00Z' };
    repository.write({ [BINDINGS]: bound('prod', { ...binding, jurisdiction: 'DE' }) });
    const usage = usageCsv('2026-04-01T00:00:00Z,2026-04-02T00:00:00Z,t-001,seats,100,seat,,,,,');
    const found = await rated(repository, { profile: PROFILE }, usage);
    const [header = '', ...lines] = [...renderCostRecords(found)].join('').trim().split('\n');
    const columns = header.split(',');
    const records = lines.map((line) => {
      const fields = line.split(',');
      return (name: string) => fields[columns.indexOf(name)] ?? '';
    });
    const commitment = ['CommitmentDiscountId', 'ConsumedQuantity', 'ConsumedUnit', 'PricingQuantity'];
    const shown = ['ChargeCategory', 'SkuId', ...commitment, 'BilledCost'];
    // Of 1499, the 999 beyond 500 are at 0.9: 1399.1, and 19 percent of it.
    expect(records.map((field) => shown.map(field).join('|'))).toEqual([
      'Usage|seats||100|seat|100|1400',
      'Usage|support||0|month|0|99',
      'Usage||base||||-99.9',
      'Tax||||||265.83',
    ]);
  });

  it('prints the same bytes each time', async () => {
    const lines = STANDARD_USAGE.split('\n').filter((line) => !/2026-0[16]-/.test(line));
    const found = await rated(published, { profile: PROFILE, explain: true }, lines.join('\n'));
    const file = (name: string) => `../../../test/golden/profile/rated.${name}`;
    const meta = { toolVersion: '1.0.0' };
    await expect([...renderRated(found, look, true)].join('')).toMatchFileSnapshot(file('txt'));
    await expect([...renderRatedJson(found, meta)].join('')).toMatchFileSnapshot(file('json'));
    await expect([...renderCostRecords(found)].join('')).toMatchFileSnapshot(file('csv'));
  });

  it.each<[string, Partial<RateOptions>, string]>([
    ['a profile that is not there', { profile: 'pro' }, 'There is no billing profile pro in the repository.'],
    [
      'a file that is none',
      { profile: 'x/y.yaml' },
      'There is no billing profile x/y.yaml in the repository.',
    ],
    ['a version that is not there', { profile: 'standard@9.0.0' }, 'There is no version 9.0.0 of standard.'],
    [
      'a version, and another one',
      { profile: 'standard@1.2.0', at: '2026-06-01T00:00:00Z' },
      'standard@1.2.0 names a version, and --at asks for another one.',
    ],
    [
      'an instant before all versions',
      { profile: 'standard', at: '2025-01-01T00:00:00Z' },
      'No version of standard is in force at 2025-01-01T00:00:00Z.',
    ],
    ['no instant', { at: '2026-06-01' }, '"2026-06-01" is not an instant in UTC.'],
    ['a usage file that is not there', { usage: ['gone.csv'] }, 'There is no file gone.csv.'],
    ['no usage', { usage: [] }, 'There is no usage to rate.'],
    ['a ref that is not there', { ref: 'gone' }, 'There is no commit "gone" in this clone.'],
  ])('refuses %s', async (_, more, message) => {
    await expect(rated(published, more)).rejects.toThrow(UserError);
    await expect(rated(published, more)).rejects.toThrow(message);
  });

  it('rates nothing by billing files with an error, and says where it is', async () => {
    using repository = publishedVersions();
    repository.write({ [PROFILE]: second.replace('currency: USD', 'currency: XXY') });
    await expect(rated(repository)).rejects.toMatchObject({ place: { file: PROFILE, line: 12 } });
  });

  it('bills no edit under the name of what was published, but a new version before it is kept', async () => {
    using repository = publishedVersions();
    const edited = edit(second, ["unit: '14'", "unit: '15'"], ["expect: '28'", "expect: '30'"]);
    repository.write({ [PROFILE]: edited });
    await expect(rated(repository)).rejects.toMatchObject({
      message: expect.stringContaining('is not what was published as standard@2.0.0') as string,
      place: { file: PROFILE, line: 5 },
      hint: 'Undo the change of the file, or give it a new version.',
    });
    repository.write({ [PROFILE]: edited.replace('version: 2.0.0', 'version: 2.1.0') });
    const newest = await rated(repository, { profile: 'standard' });
    expect(newest.by.profile).toBe('standard@2.1.0');
  });

  it('rates a version that the base does not have as its file says, also where its snapshot is older', async () => {
    using repository = publishedVersions();
    repository.git('branch', '-M', 'main');
    repository.git('checkout', '-q', '-b', 'next');
    const next = edit(second, ['version: 2.0.0', 'version: 2.1.0']);
    repository.write({ [PROFILE]: next });
    snapshotVersions({ repository: repository.folder, check: false, now: '2026-05-01T00:00:00Z' });
    repository.commit({});
    repository.write({ [PROFILE]: edit(next, ["unit: '14'", "unit: '15'"]) });
    const list = linesOf(await rated(repository, { profile: 'standard' }));
    repository.write({ [PROFILE]: next });
    expect(list).not.toEqual(linesOf(await rated(repository, { profile: 'standard' })));
  });

  it('rates nothing by a record whose parts disagree', async () => {
    using repository = publishedVersions();
    const lock = readFileSync(join(repository.folder, LOCK), 'utf8');
    repository.write({ [LOCK]: lock.replace(/"terms": "[0-9a-f]{64}"/u, `"terms": "${'0'.repeat(64)}"`) });
    await expect(rated(repository)).rejects.toMatchObject({ place: { file: LOCK, line: 4 } });
  });

  it('refuses a repository without billing files', async () => {
    using repository = temporaryRepository();
    repository.commit({ 'README.md': '' });
    await expect(rated(repository)).rejects.toThrow('There are no billing files at working tree.');
  });
});
