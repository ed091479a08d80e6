import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { UsageAggregate } from '../../model/billing/usage.ts';
import { rateUsage } from '../invoice/rate-usage.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { termsInForce } from '../timeline/timeline.ts';
import { planFor, type TermsOf } from './plan.ts';
import { readUsageContents, readUsageFiles } from './read-usage.ts';

const BINDINGS = `kind: BindingSet
schemaVersion: 1
id: prod
environment: prod
bindings:
  - { type: tenant, id: acme, profile: fees@1.0.0, from: 2026-01-01T00:00:00Z }
`;
const PROFILE = `kind: BillingProfile
schemaVersion: 1
id: fees
version: 1.0.0
lifecycle: published
environment: prod
owner: { accountable: '@jane', finance: '@example/finance' }
effective: { from: 2026-01-01T00:00:00Z }
currency: USD
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: P3D
timezone: America/New_York
skus:
  - { id: card, name: Card, unit: payment, meter: { aggregate: sum }, price: { model: percentage, rate: '1', min: '0.50', fixed: '0' } }
  - { id: resold, name: Resold, unit: payment, meter: { aggregate: max }, price: { model: dynamic, multiplier: '1' } }
`;
const RATES = `kind: FxTable
schemaVersion: 1
id: ecb
version: 1.0.0
rates:
  - { from: EUR, to: USD, date: '2026-03-02', rate: '9', source: ECB }
  - { from: EUR, to: USD, date: '2026-02-27', rate: '1.25', source: ECB }
  - { from: EUR, to: USD, date: '2026-02-01', rate: '3', source: ECB }
  - { from: EUR, to: GBP, date: '2026-03-01', rate: '7', source: ECB }
  - { from: GBP, to: USD, date: '2026-03-02', rate: '5', source: ECB }
`;

function termsOf(fx: string): TermsOf {
  const catalogue = openCatalogue(
    memoryTree({
      'billing/profiles/fees.yaml': `${PROFILE}${fx}`,
      'billing/bindings/prod.yaml': BINDINGS,
      'billing/fx/ecb.yaml': RATES,
    }),
  );
  expect(catalogue.diagnostics).toEqual([]);
  return (customer, type) => termsInForce(catalogue, 'prod', customer, type);
}

const HEADER =
  'ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit,BillingCurrency,x_EventAmount,x_EventCount,EffectiveCost';
/** An event of 10 March unless it says another day. */
const event = (rest: string, sku = 'card', day = '2026-03-10') =>
  `${day}T12:00:00Z,${day}T12:01:00Z,acme,${sku},1,payment,${rest}`;
const csv = (...rows: readonly string[]) => Buffer.from([HEADER, ...rows, ''].join('\n'));

async function read(fx: string, ...rows: readonly string[]): Promise<UsageAggregate> {
  return readUsageContents([{ name: 'usage.csv', bytes: csv(...rows) }], planFor(termsOf(fx)));
}

const money = ({ cells }: UsageAggregate) =>
  Array.from(cells, ({ key, amount, cost }) => [key, amount?.toFixed() ?? null, cost?.toFixed() ?? null]);

describe('amounts and costs in another currency', () => {
  test('are converted by the last rate that is not after the first day of the billing period', async () => {
    const usage = await read('fx: ecb\n', event('EUR,100,2,4'), event('USD,10,1,1'), event(',1,1,0.5'));
    expect(money(usage)).toEqual([['card', '261', '6.5']]);
    const [invoice] = rateUsage({ usage, termsOf: termsOf('fx: ecb\n'), explain: false }).invoices;
    // 1 percent of 125 twice, and the least of 0.50 for 10 and for 1.
    expect(invoice?.net.toFixed()).toBe('3.5');
  });

  test('keep one quantity, however many currencies there are', async () => {
    const usage = await read('fx: ecb\n', event('EUR,100,1,4', 'resold'), event('USD,10,1,1', 'resold'));
    expect(Array.from(usage.cells, ({ quantity, rows }) => [quantity.toFixed(), rows])).toEqual([['1', 2]]);
    expect(money(usage)).toEqual([['resold', '135', '6']]);
  });

  test('have all of their digits, to 18 after the point', async () => {
    const usage = await read('fx: ecb\n', event('EUR,0.000000000000000002,1,-0.000000000000000002'));
    expect(money(usage)).toEqual([['card', '0.000000000000000003', '-0.000000000000000003']]);
  });

  test.each([
    ['of another pair alone', 'fx: ecb\n', event('CHF,100,1,4'), 'no rate of 2026-03-01 or before'],
    ['of a later day', 'fx: ecb\n', event('GBP,100,1,4'), 'no rate of 2026-03-01 or before'],
    ['of a later month', 'fx: ecb\n', event('EUR,100,1,4', 'card', '2026-01-10'), 'no rate of 2026-01-01'],
    [
      'of a table that no profile names',
      '',
      event('EUR,100,1,4'),
      'is not USD, the currency of the profile.',
    ],
  ])('are not converted by a rate %s', async (_, fx, row, message) => {
    const usage = await read(fx, row);
    expect(usage.counts).toMatchObject({ rows: 1, accepted: 0, rejected: { 'wrong-currency': 1 } });
    expect(usage.rejectedRows[0]?.message).toContain(message);
  });

  const folder = mkdtempSync(join(tmpdir(), 'tollgate-exchange-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('are left to the built-in reader where DuckDB is asked for', async () => {
    const path = join(folder, 'usage.csv');
    const plan = planFor(termsOf('fx: ecb\n'));
    const readAs = async (...rows: readonly string[]) => {
      writeFileSync(path, csv(...rows));
      return readUsageFiles([{ path, name: 'usage.csv' }], plan, { reader: 'duckdb' });
    };
    const foreign = await readAs(event('EUR,100,2,4'), event('USD,10,1,1'));
    expect([foreign.reader, money(foreign)]).toEqual(['built-in', [['card', '260', '6']]]);
    expect((await readAs(event('CHF,100,2,4'), event('USD,10,1,1'))).reader).toBe('duckdb');
  });
});
