import { describe, expect, it } from 'vitest';

import type { Simulation } from '../../model/billing/simulation.ts';
import { bindings, bound, change, OLD, perUnit, profile, sku, USED } from './test-support/world.ts';

const DISK = sku('disk', perUnit('2'));
const CALLS = sku('calls', perUnit('0.1'));
const PERCENTAGE = sku('calls', "{ model: percentage, rate: '0.01', fixed: '5' }");
const head = (skus: string, rest = '') => ({
  ...profile('api', '2.0.0', `skus:\n${skus}${rest}`),
  ...bindings,
});
const commitment = (fields: string) =>
  head(CALLS + DISK, `commitments:\n  - { id: least, amount: '9000', ${fields} }\n`);
const parts = ({ unjudged }: Simulation) => unjudged.map(({ kind, id, customers }) => [kind, id, customers]);

describe('what no limit can be held against', () => {
  it('is an SKU that usage cannot be rated by at head, or at base', () => {
    const found = change(OLD, head(PERCENTAGE + DISK), USED);
    expect(parts(found)).toEqual([['sku', 'calls', 2]]);
    expect(found.unjudged[0]).toMatchObject({
      profile: 'api',
      reason: 'SKU "calls" of api cannot be rated on the recorded usage of 2 customers, and is in no sum.',
      fix: 'Record the amount of each event (x_EventAmount) before the price goes by it.',
    });
    const before = { ...profile('api', '1.0.0', `skus:\n${PERCENTAGE}${DISK}`), ...bindings };
    expect(parts(change(before, OLD2, USED))).toEqual([['sku', 'calls', 2]]);
  });

  it('is no SKU that stays as it is', () => {
    const before = { ...profile('api', '1.0.0', `skus:\n${PERCENTAGE}${DISK}`), ...bindings };
    expect(parts(change(before, head(PERCENTAGE + sku('disk', perUnit('3'))), USED))).toEqual([]);
    const rounded = {
      ...profile('api', '2.0.0', `skus:\n${PERCENTAGE}${DISK}`, { rounding: '{ mode: up, level: line }' }),
      ...bindings,
    };
    expect(parts(change(before, rounded, USED))).toEqual([]);
  });

  it('is no SKU of those who are new', () => {
    const before = { ...OLD, ...bound({ beta: 'api@1.0.0' }) };
    const both = {
      ...OLD,
      ...profile('events', '1.0.0', `skus:\n${PERCENTAGE}`),
      ...bound({ beta: 'api@1.0.0', acme: 'events@1.0.0' }),
    };
    expect(parts(change(before, both, USED))).toEqual([]);
  });

  it.each([
    ['type: minSpend, period: year', 'up to $9,000.00 a year for each of them, $18,000.00 together'],
    ['type: minSpend, period: quarter', 'up to $9,000.00 a quarter for each of them, $18,000.00 together'],
    ['type: prepaid, period: month', '$9,000.00 a month for each of them, $18,000.00 together'],
  ])('is a commitment that is new, goes or differs: %s', (fields, most) => {
    const found = change(OLD, commitment(fields), USED);
    expect(parts(found)).toEqual([['commitment', 'least', 2]]);
    expect(found.unjudged[0]?.reason).toContain(`in no sum of 2 customers: ${most}.`);
    const before = { ...commitment(fields), ...profile1(fields) };
    expect(parts(change(before, head(CALLS + DISK), USED))).toEqual([['commitment', 'least', 2]]);
    expect(parts(change(before, commitment(`${fields}, alertAt: [50]`), USED))).toEqual([]);
  });

  it('is no commitment that the usage covers', () => {
    expect(parts(change(OLD, commitment('type: minSpend, period: month'), USED))).toEqual([]);
  });

  it('is there at other times than the one that is compared', () => {
    const path = 'billing/bindings/prod.yaml';
    const lines = [
      'profile: api@1.0.0, from: 2026-01-01T00:00:00Z, to: 2026-08-01T00:00:00Z',
      'profile: events@1.0.0, from: 2026-08-01T00:00:00Z, to: 2026-10-01T00:00:00Z',
      'profile: api@1.0.0, from: 2026-10-01T00:00:00Z, tags: { tier: one }',
    ].map((rest) => `  - { type: tenant, id: acme, ${rest} }\n`);
    const before = { ...OLD, ...bound({ acme: 'api@1.0.0' }) };
    const after = {
      ...OLD,
      ...profile('events', '1.0.0', `skus:\n${PERCENTAGE}`),
      [path]: (bound({})[path] ?? '') + lines.join(''),
    };
    expect(parts(change(before, after, USED))).toEqual([['sku', 'calls', 1]]);
  });
});

const OLD2 = head(CALLS + DISK);

function profile1(fields: string) {
  const body = `skus:\n${CALLS}${DISK}commitments:\n  - { id: least, amount: '9000', ${fields} }\n`;
  return profile('api', '1.0.0', body);
}
