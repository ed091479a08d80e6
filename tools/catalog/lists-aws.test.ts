import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/lib/decimal.ts';
import { usageWithoutRegion } from '../../src/pricing/sync/aws/field-name.ts';
import type { ListedRate } from '../../src/pricing/sync/port.ts';
import { giveRow } from '../../src/pricing/sync/rules/give-row.ts';
import { type ListsFile, listRules } from '../../src/pricing/sync/rules/price-lists.ts';
import { compileLists } from './lists.ts';

const { lists } = JSON.parse(compileLists()) as ListsFile;
const rules = listRules(lists.filter(({ provider }) => provider === 'aws'));

type Row = Readonly<Record<string, string>>;

/** What rows of an offer give: `service key from price unit`, or the reason why they give nothing. */
function given(offer: string, fields: Row, unit: string, ...tiers: readonly (readonly [string, string])[]) {
  const lines: string[] = [];
  const usage = usageWithoutRegion(fields['usagetype'] ?? '');
  for (const [from, price] of tiers) {
    const row = {
      fields: { servicecode: offer, ...fields, usage },
      region: 'here',
      unit,
      from: decimal(from),
      price: decimal(price),
      currency: 'USD',
      sku: '',
    };
    giveRow(rules.ruleSet(offer), row, {
      row: () => undefined,
      rate: (rate: ListedRate) =>
        void lines.push([rate.service, rate.key, rate.from, rate.price, rate.unit].join(' ')),
      leftOut: (reason) => void lines.push(reason),
    });
  }
  return lines;
}

/** Rows as the lists of 2023 to 2026 hold them. */
test.each<[string, Row, string, string, string]>([
  [
    'AmazonEC2',
    { productFamily: 'NAT Gateway', usagetype: 'EU-NatGateway-Hours' },
    'Hrs',
    '0.048',
    'vpc nat-gateway.hour 0 0.048 hour',
  ],
  [
    'AmazonVPC',
    { usagetype: 'USE1-PublicIPv4:InUseAddress' },
    'Hrs',
    '0.005',
    'vpc public-ipv4.in-use 0 0.005 hour',
  ],
  [
    'AmazonVPC',
    { usagetype: 'USE1-TransitGateway-Hours', operation: 'TransitGatewayVPC' },
    'Hrs',
    '0.05',
    'vpc transit-gateway.vpc-attachment-hour 0 0.05 hour',
  ],
  [
    'AmazonS3',
    { usagetype: 'TimedStorage-ByteHrs', volumeType: 'Standard' },
    'GB-Mo',
    '0.023',
    's3 standard.storage 0 0.023 GB-month',
  ],
  [
    'AmazonS3',
    { usagetype: 'USW2-Requests-Tier1', group: 'S3-API-Tier1' },
    'Requests',
    '0.000005',
    's3 standard.put-requests 0 0.000005 request',
  ],
  [
    'AWSLambda',
    { productFamily: 'Serverless', usagetype: 'EU-Lambda-GB-Second-ARM', group: 'AWS-Lambda-Duration-ARM' },
    'Lambda-GB-Second',
    '0.0000133334',
    'lambda arm.duration 0 0.0000133334 GB-second',
  ],
  [
    'AWSLambda',
    { productFamily: 'Serverless', usagetype: 'X', group: 'AWS-Lambda-Processed-Bytes' },
    'Processed-Gigabytes',
    '0.008',
    'lambda response-streaming 0 0.008 GB',
  ],
  [
    'AmazonDynamoDB',
    { productFamily: 'Amazon DynamoDB PayPerRequest Throughput', usagetype: 'EU-ReadRequestUnits' },
    'ReadRequestUnits',
    '0.0000001415',
    'dynamodb on-demand.rru 0 0.0000001415 request-unit',
  ],
  [
    'AWSQueueService',
    { productFamily: 'API Request', usagetype: 'Requests-RBP', queueType: 'Standard' },
    'Requests',
    '0.0000004',
    'sqs standard.requests 0 0.0000004 request',
  ],
  [
    'AWSQueueService',
    { productFamily: 'API Request', usagetype: 'EU-Requests-Tier1', queueType: 'Standard' },
    'Requests',
    '0.0000004',
    'sqs standard.requests 0 0.0000004 request',
  ],
  [
    'AmazonKinesis',
    { productFamily: 'Kinesis Streams', usagetype: 'SAE1-Storage-ShardHour', operation: 'shardHourStorage' },
    'ShardHour',
    '0.03',
    'kinesis provisioned.shard-hour 0 0.03 hour',
  ],
  [
    'awskms',
    { productFamily: 'Encryption Key', usagetype: 'us-east-1-KMS-Keys' },
    'Keys',
    '1',
    'kms key 0 1 key-month',
  ],
  [
    'awskms',
    { usagetype: 'eu-west-1-KMS-Requests' },
    'Requests',
    '0.000003',
    'kms requests 0 0.000003 request',
  ],
  [
    'AWSSecretsManager',
    { productFamily: 'API Request', usagetype: 'APS3-AWSSecretsManagerAPIRequest' },
    'API Requests',
    '0.000005',
    'secretsmanager requests 0 0.000005 request',
  ],
  [
    'AmazonRoute53',
    { productFamily: 'DNS Query', usagetype: 'DNS-Queries' },
    'Queries',
    '0.0000004',
    'route53 queries.standard 0 0.0000004 query',
  ],
  [
    'AmazonRoute53',
    { productFamily: 'DNS Query', usagetype: 'USE1-DNS-Queries' },
    'Queries',
    '0.0000004',
    'route53 resolver.queries 0 0.0000004 query',
  ],
  [
    'AmazonEFS',
    { usagetype: 'USE1-ETDataAccess-Bytes', accessType: 'Write' },
    'GB',
    '0.06',
    'efs elastic-throughput.write 0 0.06 GB',
  ],
  [
    'AmazonStates',
    { productFamily: 'AWS Step Functions', usagetype: 'USE1-StateTransition' },
    'StateTransitions',
    '0.000025',
    'stepfunctions standard.transitions 0 0.000025 transition',
  ],
  [
    'AWSEvents',
    { productFamily: 'EventBridge', usagetype: 'USE1-Event-64K-Chunks', eventType: 'Custom Event' },
    '64K-Chunks',
    '0.000001',
    'eventbridge custom-events 0 0.000001 event',
  ],
  [
    'awswaf',
    { productFamily: 'Web Application Firewall', usagetype: 'APS2-WebACLV2' },
    'Month',
    '5',
    'waf web-acl 0 5 acl-month',
  ],
  [
    'AWSGlue',
    { productFamily: 'AWS Glue', usagetype: 'USE1-ETL-DPU-Hour' },
    'DPU-Hour',
    '0.44',
    'glue etl.dpu-hour 0 0.44 DPU-hour',
  ],
  [
    'AmazonAthena',
    { productFamily: 'Athena Queries', usagetype: 'USE1-DataScannedInTB' },
    'Terabytes',
    '5',
    'athena sql.scanned 0 5 TB',
  ],
  [
    'AmazonECS',
    { productFamily: 'Compute', usagetype: 'USE1-Fargate-vCPU-Hours:perCPU' },
    'hours',
    '0.04048',
    'ecs fargate.x86.vcpu-hour 0 0.04048 vCPU-hour',
  ],
  [
    'AmazonMSK',
    { productFamily: 'Managed Streaming for Apache Kafka (MSK)', usagetype: 'USE1-Kafka.m5.large' },
    'Hrs',
    '0.21',
    'msk node|kafka.m5.large|standard 0 0.21 hour',
  ],
  [
    'AmazonMQ',
    {
      productFamily: 'Broker Instances',
      usagetype: 'x',
      operation: 'CreateBroker:0001',
      instanceType: 't3.micro',
      brokerEngine: 'ActiveMQ',
      deploymentOption: 'Single-AZ',
    },
    'Hrs',
    '0.027',
    'mq node|mq.t3.micro|activemq|single-instance 0 0.027 hour',
  ],
  [
    'AmazonRedshift',
    { productFamily: 'Serverless', usagetype: 'USE1-Redshift:ServerlessUsage' },
    'RPU-Hr',
    '0.375',
    'redshift serverless.rpu-hour 0 0.375 RPU-hour',
  ],
  [
    'AmazonNeptune',
    { usagetype: 'EU-InstanceUsageIOOptimized:db.r5.large', instanceType: 'db.r5.large' },
    'Hrs',
    '0.5',
    'neptune node|db.r5.large|io-optimized 0 0.5 hour',
  ],
  [
    'AmazonMemoryDB',
    {
      productFamily: 'Amazon MemoryDB',
      usagetype: 'USE1-NodeUsage:db.r6g.large:Valkey',
      instanceType: 'db.r6g.large',
    },
    'Hrs',
    '0.2',
    'memorydb node|db.r6g.large|valkey 0 0.2 hour',
  ],
  [
    'AWSDatabaseMigrationSvc',
    { productFamily: 'Replication Server', instanceType: 't3.micro', availabilityZone: 'Multiple' },
    'Hrs',
    '0.036',
    'dms node|dms.t3.micro|multi-az 0 0.036 hour',
  ],
])('%s: %j by the %s', (offer, fields, unit, price, line) => {
  expect(given(offer, fields, unit, ['0', price])).toEqual([line]);
});

test.each<[string, Row]>([
  ['AmazonEC2', { productFamily: 'NAT Gateway', usagetype: 'EU-NatGateway-Prvd-Bytes' }],
  ['AmazonEC2', { productFamily: 'NAT Gateway', usagetype: 'USE2-RegionalNatGateway-Hours' }],
  ['AmazonS3', { usagetype: 'TimedStorage-ByteHrs', volumeType: 'INTAAS3ObjectOverhead' }],
  ['AmazonS3', { usagetype: 'Vectors-TimedStorage-ByteHrs' }],
  ['AmazonGlacier', { usagetype: 'TimedStorage-ByteHrs', volumeType: 'Standard' }],
  ['AWSEvents', { productFamily: 'EventBridge', usagetype: 'Event-64K-Chunks', eventType: 'Partner Event' }],
  ['AWSQueueService', { productFamily: 'API Request', usagetype: 'Requests-Fair-RBP', queueType: 'Fair' }],
  ['awswaf', { productFamily: 'Web Application Firewall', usagetype: 'USE1-ShieldProtected-WebACLV2' }],
  ['AmazonDynamoDB', { productFamily: 'Provisioned IOPS', usagetype: 'X', group: 'DDB-ReadUnitsIA' }],
])('%s: %j is no price of the book', (offer, fields) => {
  expect(given(offer, fields, 'Hrs', ['0', '1'])).toEqual([]);
});

describe('allowances of an account are no prices of a resource', () => {
  const free = 'an allowance of the account, which is no price';

  test('that topics have in us-east-1', () => {
    const fields = { productFamily: 'API Request', usagetype: 'Requests-Tier1', group: 'SNS-Requests-Tier1' };
    const line = 'sns standard.requests 0 0.0000005 request';
    expect(given('AmazonSNS', fields, 'Requests', ['0', '0'], ['1000000', '0.0000005'])).toEqual([
      free,
      line,
    ]);
    expect(
      given('AmazonSNS', { ...fields, usagetype: 'EU-Requests-Tier1' }, 'Requests', ['0', '0.0000005']),
    ).toEqual([line]);
  });

  test('that tables have in every region', () => {
    const storage = { productFamily: 'Database Storage', usagetype: 'TimedStorage-ByteHrs' };
    const line = 'dynamodb storage 0 0.25 GB-month';
    expect(given('AmazonDynamoDB', storage, 'GB-Mo', ['0', '0'], ['25', '0.25'])).toEqual([free, line]);
    const capacity = { productFamily: 'Provisioned IOPS', usagetype: 'X', group: 'DDB-WriteUnits' };
    expect(
      given('AmazonDynamoDB', capacity, 'WriteCapacityUnit-Hrs', ['0', '0'], ['18600', '0.00065']),
    ).toEqual([free, 'dynamodb provisioned.wcu-hour 0 0.00065 WCU-hour']);
  });
});
