import { describe, expect, it } from 'vitest';

import { rateInvoice } from '../../../src/billing/invoice/rate-invoice.ts';
import { openCatalogue } from '../../../src/billing/resolve/catalogue.ts';
import { planSnapshots } from '../../../src/billing/snapshot/plan.ts';
import { termsInForce } from '../../../src/billing/timeline/timeline.ts';
import { periodAt } from '../../../src/billing/time/periods.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { PROFILE } from './terms.ts';

/**
 * Kill Bill's worked examples of a plan whose price goes from 30 to 60 USD with a catalog of 1 February 2021, without and with
 * a date for existing subscriptions (userguide/tutorials/catalog-examples.adoc, named in kill-bill.yaml).
 */
describe('a price of a new version', () => {
  const stays = { mode: 'newOnly' };
  const moves = { mode: 'existingFrom', date: '2021-03-01T00:00:00Z' };

  it.each([
    ['the first month of an old customer', stays, 'old', '2021-01', '30'],
    ['the next month of an old customer', stays, 'old', '2021-02', '30'],
    ['the first month of a new customer', stays, 'new', '2021-02', '60'],
    ['the first month before a date for old customers', moves, 'old', '2021-01', '30'],
    ['the next month before that date', moves, 'old', '2021-02', '30'],
    ['the month of that date', moves, 'old', '2021-03', '60'],
  ])('is the documented one in %s', (_, migration, customer, month, expected) => {
    const catalogue = openCatalogue(memoryTree(filesOf(migration)));
    expect(catalogue.diagnostics).toEqual([]);
    const segments = termsInForce(catalogue, 'prod', customer, null);
    const period = periodAt('monthly', 'UTC', Date.parse(`${month}-01T00:00:00Z`));
    const { net } = rateInvoice({ customer, period, segments, cells: [], explain: false });
    expect(net.toString()).toBe(expected);
  });
});

/** The price list after the second version was published, with a customer of each. */
function filesOf(migration: JsonObject): Record<string, string> {
  const first = version('1.0.0', '2021-01-01T00:00:00Z', '30', {});
  const { files } = planSnapshots(openCatalogue(memoryTree(first)), '2020-12-01T00:00:00Z');
  const bindings = [
    { type: 'tenant', id: 'old', profile: 'vector@1.0.0', from: '2021-01-01T00:00:00Z' },
    { type: 'tenant', id: 'new', profile: 'vector@2.0.0', from: '2021-02-01T00:00:00Z' },
  ];
  const set = { kind: 'BindingSet', schemaVersion: 1, id: 'prod', environment: 'prod', bindings };
  return {
    ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
    ...version('2.0.0', '2021-02-01T00:00:00Z', '60', { migration, supersedes: 'vector@1.0.0' }),
    'billing/bindings/prod.json': JSON.stringify(set),
  };
}

function version(number: string, from: string, amount: string, more: JsonObject): Record<string, string> {
  const standard = { id: 'standard', name: 'Standard', unit: 'month', meter: { aggregate: 'none' } };
  const skus = [{ ...standard, price: { model: 'flat', amount } }];
  const profile = { ...PROFILE, version: number, effective: { from }, ...more, skus };
  return { 'billing/profiles/vector.json': JSON.stringify(profile) };
}
