import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { billed } from '../../test/support/billed.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { decimal, sum } from '../lib/decimal.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { Invoice } from '../model/billing/rating.ts';
import { openCatalogue } from './resolve/catalogue.ts';
import { planSnapshots } from './snapshot/plan.ts';

/** One row of usage: quantities are whole thousandths, so that splitting them is exact. */
interface Use {
  readonly customer: string;
  readonly sku: string;
  readonly day: number;
  readonly thousandths: number;
}

const CHANGE = '2026-03-16T00:00:00Z';
const PROFILE = {
  kind: 'BillingProfile',
  schemaVersion: 1,
  lifecycle: 'published',
  environment: 'prod',
  owner: { accountable: '@example/finance' },
  currency: 'EUR',
  rounding: { mode: 'halfUp', level: 'invoice' },
  cadence: 'monthly',
  cutoff: 'P3D',
  timezone: 'UTC',
};

const amount = fc.integer({ min: 0, max: 5000 }).map((cents) => decimal(cents).div(decimal(100)).toString());
const tiers = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), amount), { minLength: 1, maxLength: 4 })
  .map((steps) => {
    let bound = 0;
    return steps.map(([width, unit], index) => {
      bound += width;
      return { upTo: index === steps.length - 1 ? null : String(bound), unit };
    });
  });
const price = fc.oneof(
  amount.map((unit) => ({ model: 'perUnit', unit })),
  tiers.map((list) => ({ model: 'graduated', tiers: list })),
  tiers.map((list) => ({ model: 'volume', tiers: list })),
  fc
    .tuple(fc.integer({ min: 1, max: 30 }), amount)
    .map(([size, each]) => ({ model: 'package', size: String(size), price: each })),
);
const skus = fc
  .array(fc.record({ price, freeQuantity: fc.integer({ min: 0, max: 20 }).map(String) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) =>
    list.map((sku, index) => ({
      id: `sku-${String(index)}`,
      name: 'SKU',
      unit: 'unit',
      meter: { aggregate: 'sum' },
      ...sku,
    })),
  );
const uses = fc.array(
  fc.record({
    customer: fc.constantFrom('c-1', 'c-2'),
    sku: fc.constant('sku-0'),
    day: fc.integer({ min: 1, max: 31 }),
    thousandths: fc.integer({ min: 0, max: 60_000 }),
  }),
  { minLength: 1, maxLength: 20 },
);

type Skus = typeof skus extends fc.Arbitrary<infer T> ? T : never;

/** A profile at 1.0.0 that both customers have, and a version of it that takes over in the middle of March 2026. */
function filesOf(first: Skus, second?: Skus, onChange = 'restart'): Record<string, string> {
  const binding = (id: string) => ({
    type: 'tenant',
    id,
    profile: 'plan@1.0.0',
    from: '2026-01-01T00:00:00Z',
  });
  const bindings = ['c-1', 'c-2'].map(binding);
  const set = { kind: 'BindingSet', schemaVersion: 1, id: 'prod', environment: 'prod', bindings };
  const profile = (version: string, from: string, list: Skus) => ({
    ...PROFILE,
    id: 'plan',
    version,
    effective: { from },
    migration: { mode: 'all' },
    skus: list.map((sku) => ({ ...sku, onChange })),
  });
  const old = {
    'billing/bindings/prod.json': JSON.stringify(set),
    'billing/profiles/plan.json': JSON.stringify(profile('1.0.0', '2026-01-01T00:00:00Z', first)),
  };
  if (second === undefined) return old;
  const { files } = planSnapshots(openCatalogue(memoryTree(old)), CHANGE);
  return {
    ...old,
    ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
    'billing/profiles/plan.json': JSON.stringify(profile('2.0.0', CHANGE, second)),
  };
}

function csv(rows: readonly Use[]): string {
  const day = (number: number) => new Date(Date.UTC(2026, 2, number)).toISOString().replace('.000Z', 'Z');
  const lines = rows.map((row) =>
    [day(row.day), day(row.day + 1), row.customer, row.sku, thousandth(row.thousandths), 'unit'].join(','),
  );
  const header = 'ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit';
  return [header, ...lines, ''].join('\n');
}

function thousandth(whole: number): string {
  return decimal(whole).div(decimal(1000)).toString();
}

/** What each customer owes, by SKU: comparable text. */
function owed(invoices: readonly Invoice[]): Record<string, string> {
  const entries = invoices.flatMap((invoice) =>
    [...new Set(invoice.lines.map(({ id }) => id))].map((id): [string, string] => {
      const lines = invoice.lines.filter((line) => line.id === id);
      return [`${invoice.customer} ${id}`, sum(lines.map(({ list }) => list)).toString()];
    }),
  );
  return Object.fromEntries(entries.filter(([, list]) => list !== '0'));
}

describe('usage', () => {
  it('costs the same in any order of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        skus,
        uses.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        async (list, [rows, shuffled]) => {
          const [one, other] = [
            await billed(filesOf(list), csv(rows)),
            await billed(filesOf(list), csv(shuffled)),
          ];
          expect(JSON.stringify(other.invoices)).toBe(JSON.stringify(one.invoices));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('costs the same when its rows are split', async () => {
    await fc.assert(
      fc.asyncProperty(
        skus,
        uses,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (list, rows, at) => {
          const parts = rows.flatMap((row) => {
            const part = Math.floor(row.thousandths * (at.next().value ?? 0));
            return [
              { ...row, thousandths: part },
              { ...row, thousandths: row.thousandths - part },
            ];
          });
          const [whole, split] = [
            await billed(filesOf(list), csv(rows)),
            await billed(filesOf(list), csv(parts)),
          ];
          expect(JSON.stringify(split.invoices)).toBe(JSON.stringify(whole.invoices));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is in an invoice or counted, row by row', async () => {
    const known = fc.constantFrom('sku-0', 'sku-of-nobody');
    const some = fc.array(
      fc.record({
        customer: fc.constantFrom('c-1', 'nobody'),
        sku: known,
        day: fc.integer({ min: 1, max: 31 }),
        thousandths: fc.nat(9000),
      }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(skus, some, async (list, rows) => {
        const { counts, unrated } = await billed(filesOf(list), csv(rows));
        const rejected = Object.values(counts.rejected).reduce((total, count) => total + count, 0);
        const good = rows.filter((row) => row.customer === 'c-1' && row.sku === 'sku-0').length;
        expect([counts.rows, counts.accepted, rejected]).toEqual([rows.length, good, rows.length - good]);
        expect(unrated).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('invoices', () => {
  it('add up', async () => {
    await fc.assert(
      fc.asyncProperty(skus, uses, async (list, rows) => {
        const { invoices } = await billed(filesOf(list), csv(rows));
        for (const { lines, list: total, net, payable, rounding } of invoices) {
          expect(sum(lines.map((line) => line.list)).toString()).toBe(total.toString());
          expect(sum(lines.map((line) => line.net)).toString()).toBe(net.toString());
          expect(payable.minus(net).toString()).toBe(rounding.toString());
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a version that takes over within a period', () => {
  it('changes nothing when its prices are the same and tiers go on', async () => {
    await fc.assert(
      fc.asyncProperty(skus, uses, async (list, rows) => {
        const one = await billed(filesOf(list), csv(rows));
        const two = await billed(filesOf(list, list, 'continue'), csv(rows));
        expect(owed(two.invoices)).toEqual(owed(one.invoices));
      }),
      { numRuns: 60 },
    );
  });

  it('makes of a period the two that it is made of when tiers begin again', async () => {
    await fc.assert(
      fc.asyncProperty(skus, skus, uses, async (first, second, rows) => {
        const both = await billed(filesOf(first, second), csv(rows));
        const before = await billed(filesOf(first), csv(rows.filter(({ day }) => day < 16)));
        const after = await billed(filesOf(second), csv(rows.filter(({ day }) => day >= 16)));
        const parts = [before, after].map(({ invoices }) => owed(invoices));
        const keys = new Set(parts.flatMap((part) => Object.keys(part)));
        const added = [...keys].map((key) => [
          key,
          sum(parts.map((part) => decimal(part[key] ?? '0'))).toString(),
        ]);
        expect(owed(both.invoices)).toEqual(Object.fromEntries(added));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the form of a file', () => {
  it('changes neither what is owed nor the hash of what is published', async () => {
    await fc.assert(
      fc.asyncProperty(skus, uses, async (list, rows) => {
        const files = filesOf(list);
        const { 'billing/profiles/plan.json': profile = '', ...others } = files;
        const turned = `# Prices\n${JSON.stringify(reversed(JSON.parse(profile) as Json), undefined, 2)}\n`;
        const other = { ...others, 'billing/profiles/turned.yaml': turned };
        const [one, two] = [await billed(files, csv(rows)), await billed(other, csv(rows))];
        expect(JSON.stringify(two.invoices)).toBe(JSON.stringify(one.invoices));
        const hashes = [files, other].map((side) => openCatalogue(memoryTree(side)).profiles[0]?.sha256);
        expect(hashes[1]).toBe(hashes[0]);
      }),
      { numRuns: 30 },
    );
  });
});

/** With the keys of all mappings the other way round. */
function reversed(json: Json): Json {
  if (Array.isArray(json)) return json.map(reversed);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json as JsonObject).reverse();
  return Object.fromEntries(entries.map(([key, value]) => [key, reversed(value)]));
}
