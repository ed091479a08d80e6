import { type Fact, hourly, readTable, type Row, text } from '../fact.ts';
import { unitFact } from '../unit-fact.ts';

/** What the fact files hold of Google Cloud. Left out: quotients and worked examples. */
export function googleFacts(folder: URL): Fact[] {
  return [
    ...readTable(folder, 'gcp-vm.csv.gz').map(machine),
    ...readTable(folder, 'unit-prices.csv.gz')
      .filter((row) => text(row, 'provider') === 'gcp' && isListPrice(row))
      .map((row) => unitFact(row, 'google')),
  ];
}

function isListPrice(row: Row): boolean {
  return !text(row, 'source').startsWith('infracost-examples');
}

function machine(row: Row): Fact {
  return hourly(row, 'google', 'compute', `instance|${text(row, 'machine_type')}|${text(row, 'os')}`);
}
