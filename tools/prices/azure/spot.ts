import { type Fact, readTable, text } from '../fact.ts';
import { machineOf } from './machine-row.ts';
import { EUROPE } from './machines.ts';
import { retailFact } from './retail.ts';

/** Spot prices of the day that the list was read: estimates, since they follow demand. */
export function spotFacts(folder: URL): Fact[] {
  return readTable(folder, EUROPE)
    .filter((row) => text(row, 'purchase_option') === 'spot')
    .flatMap((row): Fact[] => {
      const machine = machineOf(row);
      if (machine?.kind !== 'instance') return [];
      const fact = retailFact(row, 'vm-spot', `instance|${machine.size}|${machine.os}`, 'hour');
      return [{ ...fact, quality: 'estimate', option: 'spot' }];
    });
}
