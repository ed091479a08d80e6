import { type Fact, hourly, readTable, type Row, text } from '../fact.ts';

/** What the fact files hold of Azure. A price of 0 in the table of machines means that none is known. */
export function azureFacts(folder: URL): Fact[] {
  return readTable(folder, 'azure-vm.csv.gz')
    .filter((row) => Number(text(row, 'price_per_hour')) !== 0)
    .map(machine);
}

function machine(row: Row): Fact {
  return hourly(row, 'azure', 'vm', `instance|${text(row, 'vm_size')}|${text(row, 'os')}`);
}
