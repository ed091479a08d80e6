import { decimal } from '../../../src/lib/decimal.ts';
import { type Fact, hourly, readTable, type Row, text } from '../fact.ts';

/** EC2 on demand: Linux by list, Windows and SUSE by what they add, and what one region's price list holds besides. */
export function instanceFacts(folder: URL): Fact[] {
  const linux = readTable(folder, 'aws-ec2-ondemand.csv.gz').map(instance);
  return [
    ...linux,
    ...withLicences(linux, readTable(folder, 'aws-ec2-os-surcharge.csv.gz')),
    ...readTable(folder, 'aws-ec2-offer.csv.gz').map(offered),
  ];
}

function instance(row: Row): Fact {
  return hourly(row, 'aws', 'ec2', machineKey(text(row, 'instance_type'), text(row, 'os')));
}

/** Systems with a licence that the table of surcharges holds. */
const licensed = ['suse', 'windows'];

/**
 * The price of a system that is licensed is that of Linux and what the system adds: the same in all regions for one type.
 * It was measured in one region, so each sum is derived, and as old as the older of its parts. No row of a type, no price.
 */
function withLicences(linux: readonly Fact[], surcharges: readonly Row[]): Fact[] {
  const added = new Map(surcharges.map((row) => [machineKey(text(row, 'instance_type'), text(row, 'os')), row]));
  return linux.flatMap((fact) =>
    licensed.flatMap((os) => {
      const key = machineKey(fact.key.split('|')[1] ?? '', os);
      const row = added.get(key);
      return row === undefined ? [] : [withLicence(fact, key, row)];
    }),
  );
}

function withLicence(linux: Fact, key: string, row: Row): Fact {
  return {
    ...linux,
    key,
    price: decimal(linux.price)
      .plus(decimal(text(row, 'surcharge_per_hour')))
      .toFixed(),
    asOf: older(linux.asOf, text(row, 'as_of')),
    source: `${linux.source}, licence by ${text(row, 'source')}`,
    quality: 'derived',
  };
}

/**
 * Dedicated tenancy, hosts, EBS optimisation and CPU credits of a region. A credit costs the same in all regions, for all sizes
 * and options: https://aws.amazon.com/ec2/pricing/on-demand/ ("CPU Credits").
 */
function offered(row: Row): Fact {
  const key = text(row, 'key');
  const isCredit = key.startsWith('cpu-credits|');
  return {
    ...hourly({ ...row, currency: 'USD' }, 'aws', 'ec2', key, 'price'),
    ...(isCredit ? { region: 'global', unit: 'vCPU-hour' } : {}),
    sku: text(row, 'sku'),
  };
}

/** The key of a machine with its system. */
export function machineKey(type: string, os: string): string {
  return `instance|${type}|${os}`;
}

/** The older of two ISO dates. */
export function older(a: string, b: string): string {
  return a < b ? a : b;
}
