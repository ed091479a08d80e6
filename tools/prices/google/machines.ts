import { decimal } from '../../../src/lib/decimal.ts';
import { type Fact, hourly, type Row, text } from '../fact.ts';

/** What one row of the machine types gives: on demand, spot, and commitments of one and three years. */
export function machineFacts(row: Row): Fact[] {
  return [onDemand(row), ...spot(row), ...committed(row, '1y'), ...committed(row, '3y')];
}

/** What the licence of an operating system adds an hour to one machine type: the same in all regions. */
export function licenceFact(row: Row): Fact {
  const key = `os-licence|${text(row, 'machine_type')}|${text(row, 'os')}`;
  return hourly({ ...row, region: 'global', currency: 'USD' }, 'google', 'compute-licence', key);
}

function onDemand(row: Row): Fact {
  return hourly(row, 'google', 'compute', instanceKey(row));
}

/** Spot prices change every month: a figure of the day of the list, and no list price. */
function spot(row: Row): Fact[] {
  if (text(row, 'spot_price_per_hour') === '') return [];
  const fact = hourly(row, 'google', 'compute-spot', instanceKey(row), 'spot_price_per_hour');
  return [{ ...fact, quality: 'estimate', option: 'spot' }];
}

/**
 * A month of 730 hours under a commitment. The list's sums have six decimals, so that most have no exact price an hour: the
 * unit stays the month. For types that no commitment is sold for, the list repeats the month with sustained use.
 */
function committed(row: Row, term: '1y' | '3y'): Fact[] {
  const price = text(row, `month_cud_${term}`);
  if (price === '' || decimal(price).eq(decimal(text(row, 'month_with_sustained_use')))) return [];
  const fact = hourly(
    row,
    'google',
    'compute-committed',
    `${instanceKey(row)}|${term}`,
    `month_cud_${term}`,
  );
  return [{ ...fact, unit: 'month', option: 'committed_use' }];
}

function instanceKey(row: Row): string {
  return `instance|${text(row, 'machine_type')}|${text(row, 'os')}`;
}
