import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { RevenueShare } from '../../model/billing/terms.ts';
import { discount, held, january, taxRow, terms } from './testing/make.ts';

function share(party: string, percent: string, base: RevenueShare['base']): RevenueShare {
  return { party, percent: decimal(percent), base };
}

function bill(revenueShare: readonly RevenueShare[], off: string, quantity: string, inclusive = false) {
  const discounts = off === '0' ? [] : [discount('d', 'percent', off)];
  const rows = [taxRow('DE', '25', { inclusive })];
  const own = terms({ revenueShare, discounts, tax: { id: 'vat', version: '1.0.0', rows } });
  return january(held(own), { api: quantity });
}

describe('revenue that is shared', () => {
  it.each([
    ['of the gross amount', [share('a', '20', 'gross')], '10', '100', ['a 20']],
    ['of the net amount', [share('a', '20', 'net')], '10', '100', ['a 18']],
    [
      'by several, the rest for the house',
      [share('b', '33.3', 'net'), share('a', '33.3', 'net')],
      '0',
      '0.1',
      ['a 0.03', 'b 0.03'],
    ],
    ['all of it', [share('b', '50', 'net'), share('a', '50', 'net')], '0', '0.25', ['a 0.13', 'b 0.12']],
    ['a tie with the house, which has it', [share('a', '50', 'net')], '0', '0.01', ['a 0']],
  ] as const)('%s', (_name, shares, off, quantity, expected) => {
    const { revenueShares, notices } = bill(shares, off, quantity);
    expect(revenueShares.map(({ party, amount }) => `${party} ${amount.toFixed()}`)).toEqual(expected);
    expect(notices).toEqual([]);
  });

  it('never comes to more than there is after discounts', () => {
    const { revenueShares, notices } = bill(
      [share('a', '60', 'gross'), share('b', '30', 'gross')],
      '70',
      '100',
    );
    expect(revenueShares.map(({ party, amount }) => `${party} ${amount.toFixed()}`)).toEqual([
      'a 20',
      'b 10',
    ]);
    expect(notices).toEqual([
      'Shares of the gross revenue come to more than the net: they are cut down to it.',
    ]);
  });

  it('has no tax in it', () => {
    const { revenueShares } = bill([share('a', '50', 'net'), share('b', '10', 'gross')], '0', '125', true);
    expect(revenueShares.map(({ amount }) => amount.toFixed())).toEqual(['50', '10']);
  });
});
