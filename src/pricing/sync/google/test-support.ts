import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../../lib/json.ts';
import type { ListClient, ListedRate } from '../port.ts';
import type { ListRule } from '../rules/list-rule.ts';
import type { Machines } from '../rules/machines.ts';
import { listRules } from '../rules/price-lists.ts';
import { googleLists } from './google-lists.ts';

export const KEY = 'AIzaSyTest-key_1';

const compute = '6F81-5844-456A Compute Engine';

/** A file of `testdata/` as JSON. */
export function sample(name: string): JsonObject {
  return JSON.parse(readFileSync(new URL(`testdata/${name}`, import.meta.url), 'utf8')) as JsonObject;
}

interface SkuChanges {
  readonly usage?: string;
  readonly unit?: string;
  readonly regions?: readonly string[];
  readonly rates?: readonly JsonObject[];
  readonly infos?: readonly Json[];
}

/** A rate as the catalog writes it. */
export function rate(units: string, nanos: number, startUsageAmount = 0): JsonObject {
  return { startUsageAmount, unitPrice: { currencyCode: 'USD', units, nanos } };
}

/** A price of a SKU. */
export function info(effectiveTime: string, rates: readonly JsonObject[], unit = 'h'): JsonObject {
  return { effectiveTime, pricingExpression: { usageUnit: unit, displayQuantity: 1, tieredRates: rates } };
}

/** A SKU as the catalog writes it. */
export function sku(description: string, changes: SkuChanges = {}): JsonObject {
  const {
    usage = 'OnDemand',
    unit = 'h',
    regions = ['europe-west4'],
    rates = [rate('0', 50000000)],
  } = changes;
  return {
    skuId: description.length.toString(),
    description,
    category: { resourceFamily: 'Compute', resourceGroup: 'CPU', usageType: usage },
    serviceRegions: regions,
    pricingInfo: changes.infos ?? [info('2026-01-01T00:00:00Z', rates, unit)],
  };
}

const anySku: ListRule = { where: {}, key: '{name}', unit: '*' };

const machines: Machines = {
  offer: compute,
  families: {
    n2: {
      on_demand: { cpu: 'N2 Instance Core', gib: 'N2 Instance Ram' },
      spot: { cpu: 'Spot Preemptible N2 Instance Core', gib: 'Spot Preemptible N2 Instance Ram' },
      committed_use: { cpu: 'Commitment v1: N2 Cpu', gib: 'Commitment v1: N2 Ram' },
    },
    a2: { on_demand: { cpu: 'A2 Instance Core', gib: 'A2 Instance Ram', gpu: 'Nvidia Tesla A100 GPU' } },
    e2: { on_demand: { cpu: 'E2 Instance Core', gib: 'E2 Instance Ram' } },
  },
  types: {
    'n2-standard-4': { family: 'n2', cpu: 4, gib: 16 },
    'a2-highgpu-1g': { family: 'a2', cpu: 12, gib: 85, gpu: 1 },
    'e2-small': { family: 'e2', cpu: 0.5, gib: 2 },
  },
};

export const rules = listRules(
  [
    { provider: 'google', service: 'run', offers: ['152E-C115-5142 Cloud Run'], rows: [anySku] },
    {
      provider: 'google',
      service: 'run-committed',
      offers: ['152E-C115-5142 Cloud Run'],
      rows: [{ ...anySku, key: '{name}|{term}', option: 'committed_use' }],
    },
  ],
  machines,
);

/** What a sync reads of one list. */
export async function read(client: ListClient, offer: string, regions: readonly string[]) {
  const rates: ListedRate[] = [];
  const leftOut: string[] = [];
  await googleLists(client, rules, KEY).read(
    { provider: 'google', offer, region: '*', version: null },
    { regions, services: [], today: '2026-11-01' },
    {
      row: () => undefined,
      rate: (found) => void rates.push(found),
      leftOut: (reason, example) => void leftOut.push(`${example}: ${reason}`),
    },
  );
  const lines = rates.map(
    (found) => `${found.service} ${found.key} ${found.region} ${found.from} ${found.price} ${found.unit}`,
  );
  return { rates, lines: lines.sort(), leftOut: leftOut.sort() };
}

function readSkus(offer: string, skus: readonly Json[], regions: readonly string[]) {
  const client: ListClient = {
    json: () => Promise.resolve({ skus, nextPageToken: '' }),
    open: () => Promise.reject(new Error('the list is no long body')),
  };
  return read(client, offer, regions);
}

export const readRun = (...skus: readonly Json[]) =>
  readSkus('152E-C115-5142 Cloud Run', skus, ['europe-west4']);

export const readMachines = (skus: readonly Json[], regions = ['europe-west4']) =>
  readSkus(compute, skus, regions);
