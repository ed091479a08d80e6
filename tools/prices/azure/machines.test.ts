import { expect, it } from 'vitest';
import { azureFacts } from './facts.ts';
import { machineOf } from './machine-row.ts';

const facts = azureFacts(new URL('../facts/', import.meta.url));

function priceOf(service: string, region: string, key: string): string | undefined {
  const found = facts.filter(
    (fact) => [fact.service, fact.region, fact.key].join() === [service, region, key].join(),
  );
  expect(found.length, `${service} ${region} ${key}`).toBeLessThan(2);
  const [fact] = found;
  return fact && [fact.price, fact.quality].join(' ').trim();
}

// Rows of https://prices.azure.com/api/retail/prices: the sizes alone would give several prices.
it.each([
  ['Virtual Machines Dv3 Series', 'Standard_D2_v3', 'linux', 'instance Standard_D2_v3 linux'],
  ['Virtual Machines Dv3 Series Windows', 'Standard_D2_v3', 'windows', 'instance Standard_D2_v3 windows'],
  [
    'Virtual Machines NCCadsv5 Srs Win',
    'Standard_NCC40ads_H100_v5',
    'linux',
    'instance Standard_NCC40ads_H100_v5 windows',
  ],
  ['DCasv5-series Linux', 'Standard_DC2as_v5', 'linux', 'instance Standard_DC2as_v5 linux'],
  ['Virtual Machines A Series Basic Windows', 'Standard_A1', 'windows', 'instance Basic_A1 windows'],
  ['Virtual Machines Dv2 promo Series Windows', 'Standard_D2_v2', 'windows', undefined],
  ['Virtual Machines NC Promo Series', 'Standard_NC6_Promo', 'linux', 'instance Standard_NC6_Promo linux'],
  ['Dv3 Series Cloud Services', 'Standard_D2_v3', 'linux', undefined],
  ['Dsv5 Series DedicatedHost', 'Standard_Dsv5_Type1', 'linux', 'host Standard_Dsv5_Type1 any'],
  ['DCasv5 series DedicatedHost', 'Standard_DCasv5_Type_1', 'linux', 'host Standard_DCasv5_Type_1 any'],
  ['Esv6 Series DedicatedHost', 'Standard_Type_1', 'linux', undefined],
])('%s of size %s', (product, size, os, expected) => {
  const machine = machineOf({ product_name: product, vm_size: size, os });
  expect(machine && [machine.kind, machine.size, machine.os].join(' ')).toBe(expected);
});

it('takes European machines from the list, and elsewhere adds the Windows surcharge to Linux', () => {
  expect(priceOf('vm', 'westeurope', 'instance|Standard_D2s_v3|linux')).toBe('0.12');
  expect(priceOf('vm', 'westeurope', 'instance|Standard_D2s_v3|windows')).toBe('0.212');
  expect(priceOf('vm', 'eastus', 'instance|Standard_D2s_v3|linux')).toBe('0.096');
  expect(priceOf('vm', 'eastus', 'instance|Standard_D2s_v3|windows')).toBe('0.188 derived');
});

it('tells Basic machines from standard ones, and adds nothing for a negative surcharge', () => {
  expect(priceOf('vm', 'francecentral', 'instance|Basic_A0|linux')).toBe('0.02');
  expect(priceOf('vm', 'francecentral', 'instance|Standard_A0|linux')).toBe('0.022');
  expect(priceOf('vm', 'eastus', 'instance|Standard_A0|linux')).toBe('0.02');
  expect(priceOf('vm', 'eastus', 'instance|Standard_A0|windows')).toBe('0.02 derived');
});

it('holds spot prices as estimates of their own shard', () => {
  expect(priceOf('vm-spot', 'westeurope', 'instance|Standard_D2s_v3|linux')).toMatch(/^0\.\d+ estimate$/);
  expect(facts.filter(({ service, option }) => (service === 'vm-spot') !== (option === 'spot'))).toEqual([]);
});

it('has no machine at price 0', () => {
  expect(facts.filter(({ service, price }) => service.startsWith('vm') && Number(price) === 0)).toEqual([]);
});

it('takes disks by their step, and no last tier for a first one', () => {
  expect(priceOf('storage', 'westeurope', 'Premium SSD Managed Disks|P10 LRS|P10 LRS Disk')).toBe('21.68');
  expect(priceOf('storage', 'westeurope', 'Standard HDD Managed Disks|S4 LRS|S4 LRS Disk Operations')).toBe(
    '0.00000005',
  );
  expect(
    priceOf('storage', 'westeurope', 'General Block Blob v2|Hot LRS|Hot LRS Data Stored'),
  ).toBeUndefined();
});
