import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sum } from '../../lib/decimal.ts';
import type { Sides, Simulation } from '../../model/billing/simulation.ts';
import { bound, change, openSides, profile, sku, type Files, type Used } from './test-support/world.ts';

const price = fc.integer({ min: 0, max: 9999 }).map((value) => `0.${String(value).padStart(4, '0')}`);
const bounds = fc.integer({ min: 1, max: 900 }).map(String);

const model = fc.oneof(
  price.map((unit) => `{ model: perUnit, unit: '${unit}' }`),
  price.map((amount) => `{ model: flat, amount: '${amount}' }`),
  fc
    .tuple(fc.constantFrom('graduated', 'volume'), bounds, price, price)
    .map(
      ([kind, bound1, first, second]) =>
        `{ model: ${kind}, tiers: [{ upTo: '${bound1}', unit: '${first}' }, { upTo: null, unit: '${second}' }] }`,
    ),
);

const SKUS = ['calls', 'disk', 'log', 'seats'];

const discount = fc
  .tuple(
    fc.constantFrom('percent', 'fixed', 'freeQuantity'),
    fc.integer({ min: 1, max: 40 }),
    fc.constantFrom('', ', skus: [calls]', ', skus: [disk, log]'),
    fc.constantFrom('', ", cap: '3'"),
    fc.constantFrom('stack', 'best'),
  )
  .map(
    ([type, value, skus, cap, stacking]) =>
      `type: ${type}, value: '${value}', stacking: ${stacking}${skus}${cap}`,
  );

/** Prices, discounts and a commitment of one side. */
const terms = fc
  .record({
    models: fc.tuple(model, model, model, model),
    hasSeats: fc.boolean(),
    discounts: fc.array(discount, { maxLength: 2 }),
    least: fc.option(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom('', ', skus: [calls, log]'))),
    tax: fc.boolean(),
    cadence: fc.constantFrom('monthly', 'monthly', 'monthly', 'quarterly'),
  })
  .map(({ models, hasSeats, discounts, least, tax, cadence }) => {
    const skus = SKUS.flatMap((id, index) =>
      hasSeats || id !== 'seats' ? [sku(id, models[index] ?? '')] : [],
    );
    const promos = discounts.map(
      (fields, index) => `  - { id: promo-${index}, precedence: ${index}, ${fields} }\n`,
    );
    const spend =
      least === null
        ? ''
        : `commitments:\n  - { id: least, type: minSpend, amount: '${least[0]}', period: month${least[1]} }\n`;
    const list = promos.length === 0 ? '' : `discounts:\n${promos.join('')}`;
    return { body: `skus:\n${skus.join('')}${list}${spend}${tax ? 'taxes: vat@1.0.0\n' : ''}`, cadence };
  });

const TAX: Files = {
  'billing/tax/vat.yaml':
    "kind: TaxTable\nschemaVersion: 1\nid: vat\nversion: 1.0.0\nlifecycle: published\nowner: { accountable: '@jane' }\neffective: { from: 2026-01-01T00:00:00Z }\nrows:\n  - { jurisdiction: DE, category: standard, rate: '19', inclusive: true, from: 2026-01-01T00:00:00Z }\n",
};

const CUSTOMERS = ['acme', 'beta', 'zeta'];

const usage = fc.array(
  fc.record({
    customer: fc.constantFrom(...CUSTOMERS),
    key: fc.constantFrom(...SKUS),
    quantity: fc.integer({ min: 0, max: 200_000 }).map((value) => (value / 100).toFixed(2)),
    month: fc.constantFrom(4, 5),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Each customer has the first or the second profile. */
const bindings = fc.array(fc.constantFrom('api@1.0.0', 'other@1.0.0'), { minLength: 3, maxLength: 3 });

const side = fc.record({ api: terms, other: terms, bindings });

function files(of: {
  api: { body: string; cadence: string };
  other: { body: string; cadence: string };
  bindings: string[];
}): Files {
  return {
    ...TAX,
    ...profile('api', '1.0.0', of.api.body, { cadence: of.api.cadence }),
    ...profile('other', '1.0.0', of.other.body, { cadence: of.other.cadence }),
    ...bound(
      Object.fromEntries(CUSTOMERS.map((id, index) => [id, `${of.bindings[index] ?? ''}, jurisdiction: DE`])),
    ),
  };
}

/** All figures of a simulation with two sides, by what they are of. */
function figures({ totals }: Simulation): Map<string, Sides> {
  return new Map(
    totals.flatMap(({ currency, revenue, margin, discounts, skus }): [string, Sides][] => [
      [`${currency} revenue`, revenue],
      [`${currency} margin`, margin],
      [`${currency} discounts`, discounts],
      ...skus.flatMap((one): [string, Sides][] => {
        const name = `${currency} ${one.profile} ${one.kind} ${one.sku}`;
        return [
          [`${name} revenue`, one.revenue],
          [`${name} a unit`, one.perUnit],
        ];
      }),
    ]),
  );
}

/** Only once a month, so that each cell is there once. */
function once(rows: readonly Used[]): Used[] {
  return [...new Map(rows.map((row) => [[row.customer, row.key, row.month].join(' '), row])).values()];
}

describe('laws', () => {
  it('are tried on files without a fault', () => {
    fc.assert(
      fc.property(side, (one) => {
        const { base } = openSides(files(one), files(one));
        expect(base.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(base.profiles).toHaveLength(2);
      }),
      { numRuns: 25 },
    );
  });

  it('finds no difference between one side and itself', () => {
    fc.assert(
      fc.property(side, usage, (one, used) => {
        const found = change(files(one), files(one), once(used));
        const moved = [...figures(found)].filter(([, { delta }]) => delta !== null && !delta.eq('0'));
        expect(moved).toEqual([]);
        expect(found.totals.map(({ customers: { more, less } }) => more + less)).toEqual(
          found.totals.map(() => 0),
        );
        expect(found.profiles).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('turns each difference round when the sides are swapped', () => {
    fc.assert(
      fc.property(side, side, usage, (one, two, used) => {
        const there = figures(change(files(one), files(two), once(used)));
        const back = figures(change(files(two), files(one), once(used)));
        expect([...back.keys()].sort()).toEqual([...there.keys()].sort());
        for (const [path, { base, head, delta }] of there) {
          const swapped = back.get(path);
          expect([path, String(swapped?.base), String(swapped?.head)]).toEqual([
            path,
            String(head),
            String(base),
          ]);
          expect(String(swapped?.delta)).toBe(String(delta?.times('-1') ?? null).replace(/^-0$/, '0'));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('adds up: SKUs and commitments make the total', () => {
    fc.assert(
      fc.property(side, terms, usage, (one, api, used) => {
        const found = change(files(one), files({ ...one, api }), once(used));
        for (const { revenue, skus } of found.totals) {
          const deltas = skus.flatMap((one) => one.revenue.delta ?? []);
          expect(sum(deltas).toFixed(20)).toBe(revenue.delta?.toFixed(20));
        }
      }),
      { numRuns: 25 },
    );
  });
});
