import type { Fact } from '../fact.ts';
import { machineFacts } from './machines.ts';
import { spotFacts } from './spot.ts';
import { storageFacts } from './storage.ts';
import { unitFacts } from './units.ts';

/** What the fact files hold of Azure. Unit prices fill in where no list of the Retail Prices API has a price. */
export function azureFacts(folder: URL): Fact[] {
  const listed = [...machineFacts(folder), ...spotFacts(folder), ...storageFacts(folder)];
  const known = new Set(listed.map(placeOf));
  return [...listed, ...unitFacts(folder).filter((fact) => !known.has(placeOf(fact)))];
}

function placeOf({ service, region, key }: Fact): string {
  return `${service} ${region} ${key}`;
}
