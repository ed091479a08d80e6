import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../../lib/json.ts';
import type { ListClient, ListedRate } from '../port.ts';
import { listRules } from '../rules/price-lists.ts';
import type { ListRule } from '../rules/list-rule.ts';
import { azureLists } from './azure-lists.ts';

export const today = '2026-11-01';

/** Items that the API gave for virtual machines in France Central. */
export function sampleItems(): JsonObject[] {
  const file = new URL('testdata/francecentral-vm-2021-12.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { Items: JsonObject[] }).Items;
}

/** A page of the API. */
export function page(items: readonly Json[], next: string | null = null): JsonObject {
  return { BillingCurrency: 'USD', Items: items, NextPageLink: next, Count: items.length };
}

/** An item of a service other than virtual machines. */
export function item(changes: JsonObject = {}): JsonObject {
  return {
    currencyCode: 'USD',
    tierMinimumUnits: 0,
    retailPrice: 0.5,
    unitPrice: 0.5,
    armRegionName: 'westeurope',
    location: 'EU West',
    effectiveStartDate: '2024-01-01T00:00:00Z',
    meterId: 'm',
    meterName: 'Queries',
    productId: 'p',
    skuId: 'p/1',
    productName: 'Thing',
    skuName: 'Standard',
    serviceName: 'Things',
    serviceId: 's',
    serviceFamily: 'f',
    unitOfMeasure: '1M',
    type: 'Consumption',
    isPrimaryMeterRegion: true,
    armSkuName: '',
    ...changes,
  };
}

const generic: ListRule = { where: {}, key: '{productName}|{skuName}|{meterName}', unit: '*' };

const machine = (option?: ListRule['option']): ListRule => ({
  where: {},
  key: `instance|{size}|{os}${option === 'reserved' || option === 'savings_plan' ? '|{term}' : ''}`,
  unit: 'hour',
  ...(option === undefined ? {} : { option }),
});

const azure = { provider: 'azure' };

export const rules = listRules([
  { ...azure, service: 'things', offers: ['Things'], rows: [generic, { ...generic, option: 'reserved' }] },
  { ...azure, service: 'vm', offers: ['Virtual Machines'], rows: [machine()] },
  { ...azure, service: 'vm-spot', offers: ['Virtual Machines'], rows: [machine('spot')] },
  { ...azure, service: 'vm-reserved', offers: ['Virtual Machines'], rows: [machine('reserved')] },
  { ...azure, service: 'vm-savings-plan', offers: ['Virtual Machines'], rows: [machine('savings_plan')] },
]);

/** What a sync reads of one list: each rate as a line, and what was left out with its reason. */
export async function read(client: ListClient, offer = 'Things', region = 'westeurope') {
  const rates: ListedRate[] = [];
  const leftOut: string[] = [];
  let rows = 0;
  await azureLists(client, rules).read(
    { provider: 'azure', offer, region, version: null },
    { regions: [region], services: [], today },
    {
      row: () => {
        rows++;
      },
      rate: (rate) => void rates.push(rate),
      leftOut: (reason, example) => void leftOut.push(`${example}: ${reason}`),
    },
  );
  const lines = rates.map(
    (rate) => `${rate.service} ${rate.key} ${rate.region} ${rate.from} ${rate.price} ${rate.unit}`,
  );
  return { rows, rates, lines: lines.sort(), leftOut: leftOut.sort() };
}

/** Reads one page with these items, as the list of the place that the first of them is for. */
export function readItems(items: readonly JsonObject[], offer?: string) {
  const place = items[0]?.['armRegionName'];
  const isRegion = typeof place === 'string' && /^[a-z]+\d*$/.test(place) && place !== 'global';
  const client: ListClient = {
    json: () => Promise.resolve(page(items)),
    open: () => Promise.reject(new Error('the list is no long body')),
  };
  return read(client, offer, isRegion ? place : 'global');
}
