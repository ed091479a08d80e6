import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Aggregate, Discount, MeterWindow } from '../../../model/billing/terms.ts';
import type { UsageAggregate } from '../../../model/billing/usage.ts';
import { discount, held, sku, terms, taxRow } from '../../invoice/testing/make.ts';
import { usageOf } from '../../rate/rate-sku.ts';
import { planFor } from '../plan.ts';
import { rateUsage } from '../../invoice/rate-usage.ts';
import { readUsageContents } from '../read-usage.ts';

const ZONE = 'America/New_York';
const HEADER =
  'ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit,x_UniqueValue';

interface Used {
  readonly at: number;
  readonly quantity: number;
  readonly user: string;
}

const text = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');

function side(aggregate: Aggregate, window: MeterWindow, discounts: readonly Discount[]) {
  const seats = sku('seats', { meter: { aggregate, window, name: null } });
  return [
    held(terms({ timezone: ZONE, skus: [seats], discounts }), { from: '2027-01-01T05:00:00Z' }),
  ] as const;
}

async function read(rows: readonly Used[], segments: ReturnType<typeof side>): Promise<UsageAggregate> {
  const lines = rows.map(
    ({ at, quantity, user }) => `${text(at)},${text(at)},acme,seats,${quantity},unit,${user}`,
  );
  const bytes = Buffer.from([HEADER, ...lines, ''].join('\n'));
  return readUsageContents(
    [{ name: 'usage.csv', bytes }],
    planFor(() => segments),
  );
}

function quantityOf({ cells }: UsageAggregate, [{ terms: own }]: ReturnType<typeof side>) {
  const { quantity, unknown } = usageOf([...cells], own.skus[0] ?? sku(''), own.cadence);
  return [quantity.toFixed(), unknown];
}

const promo = (from: string | null, to: string | null) =>
  discount('promo', 'percent', '50', { window: { from, to } });
/** January in New York. */
const instants = fc
  .integer({ min: Date.parse('2027-01-01T05:00:00Z') / 1000, max: Date.parse('2027-02-01T04:59:59Z') / 1000 })
  .map((second) => second * 1000);
const midnights = fc.integer({ min: 1, max: 31 }).map((day) => Date.UTC(2027, 0, day, 5));
const rows = fc.array(
  fc.record({
    at: fc.oneof(instants, midnights),
    quantity: fc.integer({ min: 0, max: 9 }),
    user: fc.constantFrom('ann', 'bob', 'cid'),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('a discount that begins or ends within a period', () => {
  it.each(
    (['sum', 'max', 'last', 'unique'] as const).flatMap((aggregate) =>
      (['hour', 'day', 'week', 'month', 'period'] as const).map((window) => [aggregate, window] as const),
    ),
  )('leaves the %s of each %s as it is', async (aggregate, window) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.oneof(instants, midnights), async (used, from) => {
        const [cut, whole] = [
          side(aggregate, window, [promo(text(from), null)]),
          side(aggregate, window, []),
        ];
        expect(quantityOf(await read(used, cut), cut)).toEqual(quantityOf(await read(used, whole), whole));
      }),
      { numRuns: 30 },
    );
  });

  const days = (...quantities: readonly (readonly [day: number, quantity: number])[]): Used[] =>
    quantities.map(([day, quantity]) => ({ at: Date.UTC(2027, 0, day, 12), quantity, user: `u${quantity}` }));
  const net = async (aggregate: Aggregate, window: MeterWindow, from: string, used: readonly Used[]) => {
    const segments = side(aggregate, window, [promo(from, null)]);
    const usage = await read(used, segments);
    const { invoices } = rateUsage({ usage, termsOf: () => segments, explain: false });
    return invoices.map((invoice) => invoice.net.toFixed());
  };

  it.each<[Aggregate, MeterWindow, string, string, string]>([
    ['sum', 'period', '2027-01-11T05:00:00Z', 'what was used since then', '35'],
    ['sum', 'period', '2027-01-10T12:00:01Z', 'what was used since then, whatever the hour', '35'],
    ['max', 'day', '2027-01-11T05:00:00Z', 'the days since then', '35'],
    ['max', 'day', '2027-01-11T17:00:00Z', 'days of the calendar, where it divides one', '26.45'],
    ['max', 'period', '2027-01-11T05:00:00Z', 'days of the calendar, since there is one level', '19.84'],
    ['unique', 'month', '2027-01-11T05:00:00Z', 'days of the calendar, since there is one level', '1.32'],
  ])('is taken off a %s of each %s from %s by %s', async (aggregate, window, from, _by, expected) => {
    const found = await net(aggregate, window, from, days([10, 30], [11, 10]));
    expect(found).toEqual([expected]);
  });

  it('cuts nothing where a tax rate changes: a period is taxed by the rate at its begin', async () => {
    const row = taxRow('DE', '19', { window: { from: '2027-01-16T00:00:00Z', to: null } });
    const taxed = held(terms({ tax: { id: 't', version: '1.0.0', rows: [row] } }));
    const bytes = Buffer.from(`${HEADER}\n2027-01-20T00:00:00Z,2027-01-20T00:00:00Z,acme,api,1,unit,\n`);
    const usage = await readUsageContents(
      [{ name: 'usage.csv', bytes }],
      planFor(() => [taxed]),
    );
    expect(Array.from(usage.cells, ({ from }) => text(from))).toEqual(['2027-01-01T00:00:00Z']);
  });
});
