import { decimal, ZERO } from '../../../src/lib/decimal.ts';
import { type Fact, hourly, readTable, type Row, text } from '../fact.ts';
import { machineOf } from './machine-row.ts';
import { retailFact } from './retail.ts';

/** European regions whose rows are whole rows of the Retail Prices API. */
export const EUROPE = 'azure-vm-europe.csv.gz';

/**
 * Virtual machines and dedicated hosts, pay as you go. European regions as the API lists them; elsewhere Linux as listed and
 * Windows as Linux with the surcharge that the size has in Europe. A price of 0 in the table of the world means none is known.
 */
export function machineFacts(folder: URL): Fact[] {
  const exact = readTable(folder, EUROPE)
    .filter((row) => text(row, 'purchase_option') === 'on_demand')
    .flatMap((row) => exactFact(row) ?? []);
  const known = new Set(exact.map(placeOf));
  const world = readTable(folder, 'azure-vm.csv.gz')
    .filter((row) => !decimal(text(row, 'price_per_hour')).eq(ZERO))
    .flatMap((row) => [linuxFact(row), ...windowsFact(row)]);
  return [...exact, ...world.filter((fact) => !known.has(placeOf(fact)))];
}

function exactFact(row: Row): Fact | undefined {
  const machine = machineOf(row);
  if (machine === undefined) return undefined;
  const { kind, size, os } = machine;
  return retailFact(row, 'vm', kind === 'host' ? `host|${size}` : `instance|${size}|${os}`, 'hour');
}

function linuxFact(row: Row): Fact {
  return hourly(row, 'azure', 'vm', `instance|${text(row, 'vm_size')}|linux`);
}

/** Standard_A0 and A1 cost less with Windows in Europe: nothing is added for them. */
function windowsFact(row: Row): Fact[] {
  const surcharge = text(row, 'windows_surcharge_per_hour_eu');
  if (surcharge === '') return [];
  const added = decimal(surcharge).lt(ZERO) ? ZERO : decimal(surcharge);
  const linux = linuxFact(row);
  return [
    {
      ...linux,
      key: `instance|${text(row, 'vm_size')}|windows`,
      price: decimal(linux.price).plus(added).toFixed(),
      source: `${linux.source} with the Windows surcharge of Europe`,
      quality: 'derived',
    },
  ];
}

function placeOf({ region, key }: Fact): string {
  return `${region} ${key}`;
}
