import { describe, expect, it } from 'vitest';

import {
  bindings,
  change,
  OLD,
  only,
  perUnit,
  profile,
  sku,
  USED,
  type Files,
} from './test-support/world.ts';

const SKUS = `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`;
const head = (body: string, header: Readonly<Record<string, string>> = {}): Files => ({
  ...profile('api', '2.0.0', body, header),
  ...bindings,
});

describe('sentences on what makes sums hard to compare', () => {
  it.each([
    ['timezone', 'Europe/Berlin', 'another time zone'],
    ['cutoff', 'P1D', 'another cutoff'],
    ['cadence', 'quarterly', 'another cadence'],
  ])('name customers who get another %s', (field, value, what) => {
    const found = change(OLD, head(SKUS, { [field]: value }), USED);
    expect(found.unknowns.filter((text) => text.startsWith(`2 customers get ${what}:`))).toHaveLength(1);
  });

  it('name credit that one side has otherwise', () => {
    const credit = (amount: string) =>
      `commitments:\n  - { id: credit, type: prepaid, amount: '${amount}', period: month }\n`;
    const base = { ...OLD, ...profile('api', '1.0.0', SKUS + credit('10')) };
    const of = (amount: string) => change(base, head(SKUS + credit(amount)), USED).unknowns;
    expect(of('20')).toEqual([
      'What is prepaid is in no sum: they hold what usage draws from it, and that as less revenue.',
    ]);
    expect(of('10')).toEqual([]);
  });

  it('name a unit that head does not define any more', () => {
    const unit =
      'kind: UnitDefinition\nschemaVersion: 1\nid: call\nversion: 1.0.0\nname: call\nevent: a call\nmeter: calls\n';
    const found = change({ ...OLD, 'billing/units/call.yaml': unit }, head(SKUS), USED);
    expect(found.unknowns).toEqual(['No figures per call: head does not define the unit any more.']);
  });

  it('name a discount of one side that has dates of its own', () => {
    const promo = (dates: string) =>
      `discounts:\n  - { id: promo, type: percent, value: '10', precedence: 1, stacking: stack${dates} }\n`;
    const of = (dates: string) =>
      change(OLD, head(SKUS + promo(dates)), USED).unknowns.filter((text) => text.startsWith('Discount'));
    expect(of(', from: 2026-09-01T00:00:00Z, to: 2026-10-01T00:00:00Z')).toEqual([
      'Discount promo of api@2.0.0 begins at 2026-09-01T00:00:00Z and ends at 2026-10-01T00:00:00Z: the sums count it as running, and limits are held without it too.',
    ]);
    // It is over, or runs on.
    expect(of(', to: 2026-06-01T00:00:00Z')).toEqual([]);
    expect(of('')).toEqual([]);
  });
});

describe('for how much of the revenue the cost is known', () => {
  const calls = sku('calls', perUnit('0.1'), "cost: { variable: '0.04' }");

  it('counts no flat price whose cost nobody says', () => {
    const body = `skus:\n${calls}${sku('fee', "{ model: flat, amount: '50' }")}`;
    const totals = only(change(OLD, head(body), USED.slice(0, 1)));
    // 100 of 200: the fee is paid by two.
    expect(String(totals.costCoverage)).toBe('50');
  });

  it('is a share of what is paid, whatever is given back', () => {
    const credit = "commitments:\n  - { id: credit, type: prepaid, amount: '90', period: month }\n";
    const totals = only(change(OLD, head(`skus:\n${calls}${sku('disk', perUnit('2'))}${credit}`), USED));
    // 100 of 130: the disk's cost is not known.
    expect(String(totals.costCoverage)).toBe('76.923077');
  });
});
