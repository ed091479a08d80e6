import { type Fact, readTable, type Row, text } from '../fact.ts';
import { unitFact } from '../unit-fact.ts';
import { licenceFact, machineFacts } from './machines.ts';
import { unitFacts } from './units.ts';

/**
 * What the fact files hold of Google Cloud. Figures of worked examples are taken as `units/` says; they are quotients or
 * rounded in print, and marked as derived.
 */
export function googleFacts(folder: URL): Fact[] {
  const units = readTable(folder, 'unit-prices.csv.gz').filter((row) => text(row, 'provider') === 'gcp');
  return [
    ...readTable(folder, 'gcp-vm.csv.gz').flatMap(machineFacts),
    ...readTable(folder, 'gcp-os-license.csv.gz').map(licenceFact),
    ...units.filter((row) => !isExample(row)).map((row) => unitFact(row, 'google')),
    ...unitFacts([...units.filter(isExample), ...readTable(folder, 'gcp-examples.csv.gz')]),
  ];
}

function isExample(row: Row): boolean {
  return text(row, 'source').startsWith('infracost-examples');
}
