import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import type { Machines } from '../../../src/pricing/sync/rules/machines.ts';
import { readTable, type Row } from '../fact.ts';

const file = new URL('../../../catalog/lists/google/machine-families.yaml', import.meta.url);
const { families, types } = load(readFileSync(file, 'utf8')) as Machines;
const rows = readTable(new URL('../facts/', import.meta.url), 'gcp-vm.csv.gz');

/** [vCPUs, GiB, price an hour] of the machine types of a family in a region. */
function machines(family: string, region: string): [number, number, number][] {
  return rows
    .filter((row) => row['region'] === region && types[row['machine_type'] ?? '']?.family === family)
    .map((row) => [number(row, 'vcpu'), number(row, 'memory_gib'), number(row, 'price_per_hour')]);
}

function number(row: Row, column: string): number {
  return Number(row[column]);
}

/** What a vCPU and a GiB cost by two machine types of other proportions; undefined when all have one. */
function partPrices(of: readonly [number, number, number][]): [number, number] | undefined {
  const [[cpu, gib, price] = [0, 0, 0]] = of;
  const other = of.find(([otherCpu, otherGib]) => Math.abs(cpu * otherGib - otherCpu * gib) > 0.001);
  if (other === undefined) return undefined;
  const determinant = cpu * other[1] - other[0] * gib;
  return [(price * other[1] - other[2] * gib) / determinant, (cpu * other[2] - other[0] * price) / determinant];
}

const summed = Object.keys(families).filter((family) => families[family]?.on_demand.gpu === undefined);

it.each(summed)('the price of each %s is the sum of its vCPUs and memory, in every region', (family) => {
  for (const region of new Set(rows.map((row) => row['region'] ?? ''))) {
    const found = machines(family, region);
    const parts = partPrices(found);
    for (const [cpu, gib, price] of parts === undefined ? [] : found) {
      expect(cpu * (parts?.[0] ?? 0) + gib * (parts?.[1] ?? 0)).toBeCloseTo(price, 5);
    }
  }
});

it('has the vCPUs, memory and GPUs of each type as the price list has them', () => {
  for (const row of rows) {
    const type = types[row['machine_type'] ?? ''];
    if (type === undefined) continue;
    const gpus = row['gpu'] === '' ? undefined : number(row, 'gpu');
    expect([type.cpu, type.gib, type.gpu]).toEqual([number(row, 'vcpu'), number(row, 'memory_gib'), gpus]);
  }
});
