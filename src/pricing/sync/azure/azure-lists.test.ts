import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../lib/json.ts';
import { Gatherer } from '../lists/gatherer.ts';
import { item, page, readItems, rules, sampleItems, today } from './test-support.ts';
import { azureLists } from './azure-lists.ts';

const machines = (items: readonly JsonObject[]) => readItems(items, 'Virtual Machines');

/** What the items of a list come to: cells of the book, and keys that have no price. */
async function gathered(items: readonly JsonObject[]) {
  const gatherer = new Gatherer();
  const client = {
    json: () => Promise.resolve(page(items)),
    open: () => Promise.reject(new Error('the list is no long body')),
  };
  const list = { provider: 'azure', offer: 'Things', region: 'westeurope', version: null };
  await azureLists(client, rules).read(list, { regions: ['westeurope'], services: [], today }, gatherer);
  const { prices, conflicts } = gatherer.content();
  return { cells: prices.flatMap(({ cells }) => cells), conflicts };
}

const ofSize = (size: string): JsonObject[] => sampleItems().filter(({ armSkuName }) => armSkuName === size);

describe('machines of the API', () => {
  test('give a price for each system, spot apart, and none for low priority', async () => {
    const { lines, leftOut } = await machines(ofSize('Standard_D2_v3'));
    expect(lines.filter((line) => !line.startsWith('vm-reserved'))).toEqual([
      'vm instance|Standard_D2_v3|linux francecentral 0 0.112 hour',
      'vm instance|Standard_D2_v3|windows francecentral 0 0.204 hour',
      'vm-spot instance|Standard_D2_v3|linux francecentral 0 0.024696 hour',
      'vm-spot instance|Standard_D2_v3|windows francecentral 0 0.067463 hour',
    ]);
    expect(leftOut).toEqual([]);
  });

  test('are not lost because they share a meter whose primary item is that of another size', async () => {
    const { lines } = await machines([...ofSize('Standard_D2_v3'), ...ofSize('Standard_D2s_v3')]);
    expect(lines).toContain('vm instance|Standard_D2s_v3|linux francecentral 0 0.112 hour');
    expect(lines).toContain('vm instance|Standard_D2_v3|linux francecentral 0 0.112 hour');
  });

  test('have reservations priced for the term: 365 days a year', async () => {
    const { rates } = await machines(ofSize('Standard_E32-8as v5'));
    const reserved = rates.filter(({ service }) => service === 'vm-reserved');
    expect(reserved.map(({ key, price, option }) => [key, price, option])).toEqual([
      ['instance|Standard_E32-8as_v5|linux|3y', '0.808637747336377473', 'reserved'],
      ['instance|Standard_E32-8as_v5|linux|1y', '1.255479452054794521', 'reserved'],
    ]);
  });

  test('are known by the name of the resource manager though the list writes it with a space', async () => {
    const { lines } = await machines(ofSize('Standard_E32-8as v5'));
    expect(lines).toContain('vm instance|Standard_E32-8as_v5|linux francecentral 0 2.128 hour');
    expect(lines).toContain('vm instance|Standard_E32-8as_v5|windows francecentral 0 3.6 hour');
  });

  test('are not the DevTest ones', async () => {
    const { lines } = await machines(ofSize('Standard_D16as_v5'));
    expect(lines).toEqual(['vm instance|Standard_D16as_v5|windows francecentral 0 1.544 hour']);
  });

  test('are not promotions of another price, and Windows where the name says Win', async () => {
    const [linux = {}] = ofSize('Standard_D2_v3').filter(({ retailPrice }) => retailPrice === 0.112);
    const promo = { ...linux, productName: 'Virtual Machines Dv3 promo Series', retailPrice: 0.1 };
    const host = { ...linux, productName: 'Dsv5 Series DedicatedHost', armSkuName: 'Standard_Dsv5_Type1' };
    expect((await machines([promo, host])).lines).toEqual([]);
    const win = { ...linux, productName: 'Virtual Machines NCCadsv5 Srs Win' };
    expect((await machines([win])).lines).toEqual([
      'vm instance|Standard_D2_v3|windows francecentral 0 0.112 hour',
    ]);
  });

  test('are not Cloud Services, however they are written, and not Dedicated Hosts', async () => {
    const [linux = {}] = ofSize('Standard_D2_v3').filter(({ retailPrice }) => retailPrice === 0.112);
    const cloud = ['Dasv5 Series Cloud Services', 'Bsv2 Series CloudServices'].map((name) => ({
      ...linux,
      productName: `Virtual Machines ${name}`,
      retailPrice: 0.204,
    }));
    const hosts = ofSize('Dsv3_Type2');
    expect(hosts).toHaveLength(2);
    expect((await machines([...cloud, ...hosts])).lines).toEqual([]);
    expect((await machines([linux, ...cloud, ...hosts])).lines).toHaveLength(1);
  });

  test('are told by the word Windows, wherever it stands', async () => {
    const [sample = {}] = ofSize('Standard_D2_v3').filter(({ retailPrice }) => retailPrice === 0.112);
    const named = (productName: string, retailPrice: number) => ({ ...sample, productName, retailPrice });
    const { lines } = await machines([named('DCasv5-series Linux', 1), named('DCasv5-series Windows', 2)]);
    expect(lines).toEqual([
      'vm instance|Standard_D2_v3|linux francecentral 0 1 hour',
      'vm instance|Standard_D2_v3|windows francecentral 0 2 hour',
    ]);
  });

  test('of the Basic tier stand under its names also where the list gives those of the Standard tier', async () => {
    const basic = ofSize('Basic_A1').filter(({ skuName }) => skuName === 'A1');
    const renamed = basic.map((sample) => ({ ...sample, armSkuName: 'Standard_A1' }));
    expect((await machines(renamed)).lines).toEqual((await machines(basic)).lines);
    expect((await machines(basic)).lines[0]).toBe('vm instance|Basic_A1|linux francecentral 0 0.026 hour');
  });

  test('that cost 0 have no price, and that is told', async () => {
    const { lines, leftOut } = await machines(ofSize('Standard_B1s'));
    expect(lines).toEqual([
      'vm instance|Standard_B1s|linux francecentral 0 0.0118 hour',
      'vm instance|Standard_B1s|windows francecentral 0 0.0158 hour',
    ]);
    expect(leftOut).toEqual([
      'instance|Standard_B1s|linux: the price of a machine is 0',
      'instance|Standard_B1s|windows: the price of a machine is 0',
    ]);
  });

  test('have savings plans of their own', async () => {
    const [sample = {}] = ofSize('Standard_D2_v3').filter(({ retailPrice }) => retailPrice === 0.112);
    const savingsPlan = [
      { unitPrice: 0.07, retailPrice: 0.07, term: '3 Years' },
      { unitPrice: 0.09, retailPrice: 0.09, term: '1 Year' },
    ];
    const { lines } = await machines([{ ...sample, savingsPlan }]);
    expect(lines).toEqual([
      'vm instance|Standard_D2_v3|linux francecentral 0 0.112 hour',
      'vm-savings-plan instance|Standard_D2_v3|linux|1y francecentral 0 0.09 hour',
      'vm-savings-plan instance|Standard_D2_v3|linux|3y francecentral 0 0.07 hour',
    ]);
  });
});

describe('items of other services', () => {
  test('that share meter and SKU are tiers', async () => {
    const tiers = [item(), item({ tierMinimumUnits: 1000, retailPrice: 0.2 })];
    expect((await readItems(tiers)).lines).toEqual([
      'things Thing|Standard|Queries westeurope 0 0.0000005 operation',
      'things Thing|Standard|Queries westeurope 1000000000 0.0000002 operation',
    ]);
  });

  test('keep small figures exact', async () => {
    const { lines } = await readItems([item({ unitOfMeasure: '1', retailPrice: 0.0000004 })]);
    expect(lines).toEqual(['things Thing|Standard|Queries westeurope 0 0.0000004 unit']);
  });

  test.each([
    ['Global', 'Global', 'global'],
    ['', '', 'global'],
    ['', 'Global', 'global'],
    ['Zone 1', 'Zone 1', 'zone:1'],
    ['', 'Zone 3', 'zone:3'],
    ['westeurope', 'EU West', 'westeurope'],
  ])('of the place "%s", "%s" stand under %s', async (armRegionName, location, region) => {
    const { rates } = await readItems([item({ armRegionName, location })]);
    expect(rates.map((rate) => rate.region)).toEqual([region]);
  });

  test('of a place with another name are left out with it', async () => {
    const { rates, leftOut } = await readItems([item({ armRegionName: 'Delos Cloud' })]);
    expect(rates).toEqual([]);
    expect(leftOut).toEqual(['Thing|Standard|Queries: the place is "Delos Cloud"']);
  });

  test('of another region than was asked for are left out with it', async () => {
    const { lines, leftOut } = await readItems([
      item({ unitOfMeasure: '1' }),
      item({ armRegionName: 'eastus' }),
    ]);
    expect(lines).toEqual(['things Thing|Standard|Queries westeurope 0 0.5 unit']);
    expect(leftOut).toEqual(['Thing|Standard|Queries: the place is "eastus"']);
  });

  test.each([
    ['begins later', { effectiveStartDate: '2026-11-02T00:00:00Z' }],
    ['has ended', { effectiveEndDate: '2026-11-01T00:00:00Z' }],
    ['is in another currency', { currencyCode: 'JPY' }],
    ['is in another unit', { unitOfMeasure: '1 Fortnight' }],
    ['is next to nothing', { retailPrice: 1e-30 }],
  ])('whose tier from 0 %s have no price', async (_, changes) => {
    const { cells, conflicts } = await gathered([item(changes), item({ tierMinimumUnits: 100 })]);
    expect([cells, conflicts.length]).toEqual([[], 1]);
  });

  test('count with the newest start that is not in the future, and until their end', async () => {
    const starting = (effectiveStartDate: string, retailPrice: number, more: JsonObject = {}) =>
      item({
        effectiveStartDate: `${effectiveStartDate}T00:00:00Z`,
        retailPrice,
        unitOfMeasure: '1',
        ...more,
      });
    const { lines } = await readItems([
      starting('2020-01-01', 1),
      starting(today, 2),
      starting('2026-11-02', 3),
      starting('2026-10-31', 4),
      starting('2026-10-31', 5, { meterName: 'Hours', effectiveEndDate: '2026-11-01T00:00:00Z' }),
      starting('2024-01-01', 6, { meterName: 'Hours' }),
    ]);
    expect(lines).toEqual([
      'things Thing|Standard|Hours westeurope 0 6 unit',
      'things Thing|Standard|Queries westeurope 0 2 unit',
    ]);
  });

  const tier = (effectiveStartDate: string, tierMinimumUnits: number, retailPrice: number) =>
    item({
      effectiveStartDate: `${effectiveStartDate}T00:00:00Z`,
      tierMinimumUnits,
      retailPrice,
      unitOfMeasure: '1',
    });

  test('have tiers of one date: the newest of the meter', async () => {
    const former = [tier('2020-01-01', 0, 9), tier('2020-01-01', 50, 8), tier('2020-01-01', 100, 7)];
    const newest = [tier('2025-01-01', 0, 3), tier('2025-01-01', 100, 2)];
    const { lines, leftOut } = await readItems([...newest, ...former]);
    expect(lines).toEqual([
      'things Thing|Standard|Queries westeurope 0 3 unit',
      'things Thing|Standard|Queries westeurope 100 2 unit',
    ]);
    expect(leftOut).toEqual(['Thing|Standard|Queries: the tier is not of the price in force']);
  });

  test('have no price where the newest date of the meter lacks the tier from 0', async () => {
    const { cells, conflicts } = await gathered([tier('2020-01-01', 0, 9), tier('2025-01-01', 100, 2)]);
    expect([cells, conflicts.map(({ prices }) => prices)]).toEqual([
      [],
      [['0 100:2 (p/1)', 'a tier that is left out: the tier is not of the price in force']],
    ]);
  });

  test('that are primary stand before those that are not', async () => {
    const { lines } = await readItems([item({ isPrimaryMeterRegion: false, retailPrice: 9 }), item()]);
    expect(lines).toEqual(['things Thing|Standard|Queries westeurope 0 0.0000005 operation']);
  });

  test('that are not primary give no tier to the price of those that are', async () => {
    const other = { ...tier('2024-01-01', 100, 2), isPrimaryMeterRegion: false };
    const { lines, leftOut } = await readItems([tier('2024-01-01', 0, 3), other]);
    expect(lines).toEqual(['things Thing|Standard|Queries westeurope 0 3 unit']);
    expect(leftOut).toEqual(['Thing|Standard|Queries: the tier is not of the price in force']);
  });

  test('in a unit that nobody has named are left out with it', async () => {
    const { rates, leftOut } = await readItems([item({ unitOfMeasure: '1 Furlong' })]);
    expect(rates).toEqual([]);
    expect(leftOut).toEqual(['Thing|Standard|Queries: the unit "1 Furlong" is not known']);
  });

  test.each([
    [{ reservationTerm: '1 Year', unitOfMeasure: '1/Month' }, `a reservation's unit is "1/Month"`],
    [{ reservationTerm: '18 Months', unitOfMeasure: '1 Hour' }, `a reservation's term is "18 Months"`],
    [{ unitOfMeasure: '1 Hour' }, `a reservation's term is ""`],
  ])('reserved as %j are left out', async (changes, reason) => {
    const { rates, leftOut } = await readItems([item({ type: 'Reservation', ...changes })]);
    expect(rates).toEqual([]);
    expect(leftOut).toEqual([`Thing|Standard|Queries: ${reason}`]);
  });

  test('are free where the list says 0', async () => {
    const { lines } = await readItems([item({ retailPrice: 0 })]);
    expect(lines).toEqual(['things Thing|Standard|Queries westeurope 0 0 operation']);
  });
});

test('the lists are one for each service and region, and one for what no region has', async () => {
  const client = { json: () => Promise.reject(new Error()), open: () => Promise.reject(new Error()) };
  const { lists, skipped } = await azureLists(client, rules).lists({
    regions: ['westeurope', 'eastus', 'global', 'zone:1'],
    services: ['vm', 'vm-spot', 'things'],
    today,
  });
  expect(lists.map(({ offer, region }) => `${offer} ${region}`)).toEqual([
    'Virtual Machines westeurope',
    'Virtual Machines eastus',
    'Virtual Machines global',
    'Things westeurope',
    'Things eastus',
    'Things global',
  ]);
  expect(skipped).toEqual([]);
});
