import { type Fact, hourly, readTable, type Row, text } from '../fact.ts';
import { unitFact } from '../unit-fact.ts';
import { reservedFacts, spotFacts } from './ec2-options.ts';
import { instanceFacts } from './ec2.ts';
import { metricFacts } from './metrics.ts';

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

/** What the fact files hold of AWS. */
export function awsFacts(folder: URL): Fact[] {
  const rows = (name: string): Row[] => readTable(folder, name);
  const instances = instanceFacts(folder);
  return [
    ...instances,
    ...reservedFacts(folder),
    ...spotFacts(folder, instances),
    ...rows('aws-node-prices.csv.gz').map(node),
    ...rows('unit-prices.csv.gz')
      .filter((row) => text(row, 'provider') === 'aws')
      .map((row) => unitFact(row, 'aws')),
    ...metricFacts(folder),
  ];
}

function node(row: Row): Fact {
  const service = text(row, 'service');
  const fields = nodeFields[service];
  if (fields === undefined) throw new Error(`node prices of ${service}: no key fields are declared`);
  const parts = fields.map((field) => text(row, field));
  return hourly(row, 'aws', service, ['node', ...parts].join('|'));
}
