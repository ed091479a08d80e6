import { decimal } from '../../../src/lib/decimal.ts';
import { normalUnit } from '../../../src/pricing/unit.ts';
import { type Fact, readTable, type Row, text } from '../fact.ts';
import { retailFact } from './retail.ts';

/**
 * Disks, blobs, files, queues and tables under their official names. The source keeps one price a meter: of a tiered one the
 * last tier, which is not the price of the first gigabyte, so those rows are not taken.
 */
export function storageFacts(folder: URL): Fact[] {
  return readTable(folder, 'azure-storage-europe.csv.gz')
    .filter((row) => text(row, 'tier_caveat') === '')
    .map(storageFact);
}

function storageFact(row: Row): Fact {
  const key = [text(row, 'product_name'), text(row, 'sku_name'), text(row, 'meter_name')].join('|');
  const unit = normalUnit(text(row, 'unit'));
  if (unit === undefined) throw new Error(`${key}: nobody has named the unit ${text(row, 'unit')}`);
  const price = decimal(text(row, 'price')).div(decimal(unit.per)).toFixed();
  return { ...retailFact(row, 'storage', key, unit.unit), price };
}
