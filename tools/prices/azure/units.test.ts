import { describe, expect, it } from 'vitest';
import { mapRows } from './units.ts';
import type { Meter } from './unit-map.ts';

const row = {
  provider: 'azure',
  service: 'azurerm_a',
  region: 'eastus',
  component: 'Data (first 10TB)',
  unit: 'GB',
  price: '0.17',
  tier_start: '0',
  currency: 'USD',
  as_of: '2024-07-01',
  source: 'infracost-examples',
};

function meter(rows: Meter['rows'], more: Partial<Meter> = {}): Meter {
  return { shard: 'a', key: 'P|S|M', unit: 'GB', rows, ...more };
}

const first = { service: 'azurerm_a', component: 'Data (first 10TB)', unit: 'GB' };

describe('mapRows', () => {
  it('gives a row its official name, and its quality', () => {
    expect(mapRows([row], [meter([first])])).toEqual([
      {
        provider: 'azure',
        service: 'a',
        region: 'eastus',
        key: 'P|S|M',
        unit: 'GB',
        from: '0',
        price: '0.17',
        currency: 'USD',
        sku: '',
        asOf: '2024-07-01',
        source: 'infracost-examples',
        quality: 'derived',
      },
    ]);
  });

  it('makes tiers of several rows, all of the oldest list', () => {
    const derived = { source: 'infracost-examples-derived', as_of: '2024-01-01' };
    const next = { ...row, component: 'Data (next 40TB)', price: '0.15', ...derived };
    const tiers = [first, { ...first, component: 'Data (next 40TB)', from: 10_000 }];
    const facts = mapRows([row, next], [meter(tiers, { region: 'global' })]);
    expect(facts.map(({ region, from, price, source }) => [region, from, price, source])).toEqual([
      ['global', '0', '0.17', 'infracost-examples-derived'],
      ['global', '10000', '0.15', 'infracost-examples-derived'],
    ]);
  });

  it('takes the region from the words of a component', () => {
    const rows = [{ ...row, component: 'Storage (West US 2)' }];
    const [fact] = mapRows(rows, [meter([{ ...first, component: 'Storage ({region})' }])]);
    expect(fact?.region).toBe('westus2');
  });

  it.each([
    ['10k operations', undefined, '0.05', '0.000005'],
    ['months', 730, '73', '0.1'],
    ['months', 730, '100', '0.13698630137'],
  ])('divides a price of %s by %s', (unit, divide, price, expected) => {
    const wanted = { ...first, unit, ...(divide === undefined ? {} : { divide }) };
    const [fact] = mapRows([{ ...row, unit, price }], [meter([wanted])]);
    expect(fact?.price).toBe(expected);
  });

  it('prefers what is printed in full, then the figure with most digits, then the newest', () => {
    const derived = { ...row, price: '0.1704', source: 'infracost-examples-derived' };
    expect(mapRows([row, derived], [meter([first])])[0]?.price).toBe('0.1704');
    const [full, quotient] = [
      { ...row, price: '0.09' },
      { ...derived, price: '0.0904' },
    ];
    expect(mapRows([quotient, full], [meter([first])])[0]?.price).toBe('0.09');
    const rounded = { ...derived, price: '0.17', as_of: '2026-01-01' };
    expect(mapRows([rounded, derived], [meter([first])])[0]?.price).toBe('0.1704');
    expect(mapRows([row, { ...row, as_of: '2026-01-01' }], [meter([first])])[0]?.asOf).toBe('2026-01-01');
  });

  it('refuses rows that contradict each other, and a mapping that takes none', () => {
    expect(() => mapRows([row, { ...row, price: '0.2' }], [meter([first])])).toThrow('0.17 and 0.2');
    expect(() => mapRows([row], [meter([{ ...first, unit: 'hours' }])])).toThrow('no row of azurerm_a');
  });
});
