import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** One price of one tier in one region, as a fact file states it. */
export interface Fact {
  readonly provider: string;
  readonly service: string;
  readonly region: string;
  readonly key: string;
  readonly unit: string;
  /** Lower bound of the tier. */
  readonly from: string;
  readonly price: string;
  readonly currency: string;
  readonly sku: string;
  readonly asOf: string;
  readonly source: string;
}

type Row = Readonly<Record<string, string>>;

/** Attributes that tell the node prices of a service apart, in the order of the key. */
const nodeFields: Readonly<Record<string, readonly string[]>> = {
  dax: ['class'],
  dms: ['class', 'deployment'],
  documentdb: ['class', 'engine'],
  elasticache: ['class', 'engine'],
  memorydb: ['class', 'engine'],
  mq: ['class', 'engine', 'deployment'],
  msk: ['class', 'engine'],
  neptune: ['class', 'engine'],
  opensearch: ['class'],
  rds: ['class', 'engine', 'deployment', 'license'],
  redshift: ['class'],
};

/**
 * All facts of the folder, in the order of its files. Left out: prices of 0 in the Azure table, which mean
 * "no price", and rows derived from worked examples, which are quotients and not list prices.
 */
export function readFacts(folder: URL): Fact[] {
  const rows = (name: string): Row[] => readTable(new URL(name, folder));
  return [
    ...rows('aws-ec2-ondemand.csv.gz').map(instance),
    ...rows('aws-ec2-windows-surcharge.csv.gz').map(windowsLicence),
    ...rows('aws-node-prices.csv.gz').map(node),
    ...rows('unit-prices.csv.gz').filter(isListPrice).map(unit),
    ...rows('azure-vm.csv.gz')
      .filter((row) => Number(text(row, 'price_per_hour')) !== 0)
      .map(azureMachine),
    ...rows('gcp-vm.csv.gz').map(googleMachine),
  ];
}

/** The rows of one gzipped CSV file, by column name. */
function readTable(file: URL): Row[] {
  return parse(gunzipSync(readFileSync(file)).toString('utf8'), { columns: true });
}

function isListPrice(row: Row): boolean {
  return !text(row, 'source').startsWith('infracost-examples');
}

function instance(row: Row): Fact {
  return hourly(row, 'aws', 'ec2', `instance|${text(row, 'instance_type')}|${text(row, 'os')}`);
}

/** The surcharge was measured in one region and holds per vCPU everywhere, so it stands under `global`. */
function windowsLicence(row: Row): Fact {
  const key = `windows-licence|${text(row, 'instance_type')}`;
  return {
    ...hourly({ ...row, currency: 'USD' }, 'aws', 'ec2', key, 'surcharge_per_hour'),
    region: 'global',
  };
}

function node(row: Row): Fact {
  const service = text(row, 'service');
  const fields = nodeFields[service];
  if (fields === undefined) throw new Error(`node prices of ${service}: no key fields are declared`);
  const parts = fields.map((field) => text(row, field));
  return hourly(row, 'aws', service, ['node', ...parts].join('|'));
}

function unit(row: Row): Fact {
  return {
    ...hourly(
      row,
      text(row, 'provider') === 'gcp' ? 'google' : text(row, 'provider'),
      text(row, 'service'),
      text(row, 'component'),
      'price',
    ),
    unit: text(row, 'unit'),
    from: text(row, 'tier_start'),
    sku: text(row, 'sku'),
  };
}

function azureMachine(row: Row): Fact {
  return hourly(row, 'azure', 'vm', `instance|${text(row, 'vm_size')}|${text(row, 'os')}`);
}

function googleMachine(row: Row): Fact {
  return hourly(row, 'google', 'compute', `instance|${text(row, 'machine_type')}|${text(row, 'os')}`);
}

function hourly(row: Row, provider: string, service: string, key: string, column = 'price_per_hour'): Fact {
  return {
    provider,
    service,
    region: text(row, 'region'),
    key,
    unit: 'hour',
    from: '0',
    price: text(row, column),
    currency: text(row, 'currency'),
    sku: '',
    asOf: text(row, 'as_of'),
    source: text(row, 'source'),
  };
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`column ${column} is missing`);
  return value;
}
