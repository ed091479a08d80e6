import { readFileSync, readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { byCodePoint } from '../../../src/lib/order.ts';

/** Rows of the unit prices that state one tier of a meter. */
export interface UnitRows {
  /** Terraform types whose examples have the component: they all state one price. */
  readonly service: string | readonly string[];
  /** The component's words; `{region}` stands for the display name of the region that the price is of. */
  readonly component: string;
  readonly unit: string;
  /** Lower bound of the tier, in the meter's unit. */
  readonly from?: string | number;
  /** What one of the row's unit is of the meter's: a month of hours is 730. */
  readonly divide?: string | number;
  /** The other way round: an hour is priced of a meter of days, which is 24. */
  readonly times?: string | number;
}

/** A meter of the Retail Prices API and the rows that state its price. */
export interface Meter {
  /** Shard of the book: the name of the file. */
  readonly shard: string;
  /** `<productName>|<skuName>|<meterName>`. */
  readonly key: string;
  /** As the API's unit of measure reads after normalisation. */
  readonly unit: string;
  /** Where one price holds everywhere or in a zone: `global`, `zone:1`. */
  readonly region?: string;
  readonly rows: readonly UnitRows[];
}

/** The meters of all files of `units/`, by file. Throws on a file of another form. */
export function readMeters(folder = new URL('units/', import.meta.url)): Meter[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort(byCodePoint).flatMap((name) => {
    const { meters } = load(readFileSync(new URL(name, folder), 'utf8')) as {
      meters: Omit<Meter, 'shard'>[];
    };
    return meters.map((meter) => checked({ ...meter, shard: name.replace('.yaml', '') }));
  });
}

function checked(meter: Meter): Meter {
  const strangers = [
    ...unknownKeys(meter, ['shard', 'key', 'unit', 'region', 'rows']),
    ...meter.rows.flatMap((row) =>
      unknownKeys(row, ['service', 'component', 'unit', 'from', 'divide', 'times']),
    ),
  ];
  const place = `units/${meter.shard}.yaml, ${meter.key}`;
  if (strangers.length > 0) throw new Error(`${place}: nobody reads ${strangers.join(', ')}`);
  if (meter.key.split('|').length !== 3) throw new Error(`${place}: not product|sku|meter`);
  if (typeof meter.unit !== 'string') throw new Error(`${place}: no unit`);
  return meter;
}

function unknownKeys(object: object, known: readonly string[]): string[] {
  return Object.keys(object).filter((name) => !known.includes(name));
}
