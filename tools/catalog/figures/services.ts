import { type Configuration, term } from './term.ts';

const lambda = term('lambda');
const s3 = term('s3');
const sqs = term('sqs');
const cloudwatch = term('cloudwatch');
const ecs = term('ecs');
const eks = term('eks');
const kms = term('kms');
const secrets = term('secretsmanager');

const task = (attributes: Readonly<Record<string, unknown>>) => ({
  'aws_ecs_task_definition.t': { family: 't', ...attributes },
});
const service = { launch_type: 'FARGATE', task_definition: '${aws_ecs_task_definition.t.arn}' };

/** Functions, containers, storage, queues, logs and keys. */
export const services: readonly Configuration[] = [
  {
    type: 'aws_lambda_function',
    title: 'x86 with its default memory',
    attributes: {},
    usage: { monthly_requests: 2000000, request_duration_ms: 250 },
    terms: [lambda('x86.requests', 2000000), lambda('x86.duration', 62500)],
  },
  {
    type: 'aws_lambda_function',
    title: 'arm64 with a larger disk',
    attributes: { architectures: ['arm64'], memory_size: 2048, ephemeral_storage: [{ size: 1536 }] },
    usage: { monthly_requests: 1000000, request_duration_ms: 1000 },
    terms: [
      lambda('arm.requests', 1000000),
      lambda('arm.duration', 2000000),
      lambda('arm.ephemeral-storage', 1000000),
    ],
  },
  {
    type: 'aws_lambda_function',
    title: 'into the third tier of duration',
    attributes: { memory_size: 1024 },
    usage: { monthly_requests: 16000000000, request_duration_ms: 1000 },
    terms: [
      lambda('x86.requests', 16000000000),
      lambda('x86.duration', 6000000000),
      lambda('x86.duration', 9000000000, '6000000000'),
      lambda('x86.duration', 1000000000, '15000000000'),
    ],
  },
  {
    type: 'aws_s3_bucket',
    title: 'three tiers of standard storage',
    attributes: {},
    usage: {
      'standard.storage_gb': 600000,
      'standard.monthly_tier_1_requests': 1000,
      'standard.monthly_tier_2_requests': 9000,
    },
    terms: [
      s3('standard.storage', 51200),
      s3('standard.storage', 460800, '51200'),
      s3('standard.storage', 88000, '512000'),
      s3('standard.put-requests', 1000),
      s3('standard.get-requests', 9000),
    ],
  },
  {
    type: 'aws_s3_bucket',
    title: 'infrequent access',
    attributes: {},
    usage: {
      'standard.storage_gb': 0,
      'standard.monthly_tier_1_requests': 0,
      'standard.monthly_tier_2_requests': 0,
      'standard_infrequent_access.storage_gb': 500,
      'standard_infrequent_access.monthly_data_retrieval_gb': 50,
      'one_zone_infrequent_access.storage_gb': 70,
    },
    terms: [s3('standard-ia.storage', 500), s3('standard-ia.retrieval', 50), s3('one-zone-ia.storage', 70)],
  },
  {
    type: 'aws_s3_bucket',
    title: 'archives and intelligent tiering',
    attributes: {},
    usage: {
      'standard.storage_gb': 1,
      'standard.monthly_tier_1_requests': 0,
      'standard.monthly_tier_2_requests': 0,
      'intelligent_tiering.frequent_access_storage_gb': 100,
      'intelligent_tiering.monitored_objects': 5000,
      'glacier_flexible_retrieval.storage_gb': 200,
      'glacier_deep_archive.storage_gb': 300,
    },
    terms: [
      s3('standard.storage', 1),
      s3('intelligent-tiering.frequent-storage', 100),
      s3('intelligent-tiering.monitoring', 5000),
      s3('glacier-flexible.storage', 200),
      s3('deep-archive.storage', 300),
    ],
  },
  {
    type: 'aws_sqs_queue',
    title: 'standard',
    attributes: {},
    usage: { monthly_requests: 1000000 },
    terms: [sqs('standard.requests', 1000000)],
  },
  {
    type: 'aws_sqs_queue',
    title: 'FIFO, each 64 KB begun is a request',
    attributes: { fifo_queue: true },
    usage: { monthly_requests: 1000000, request_size_kb: 129 },
    terms: [sqs('fifo.requests', 3000000)],
  },
  {
    type: 'aws_sqs_queue',
    title: 'into the second tier',
    attributes: {},
    usage: { monthly_requests: 150000000000, request_size_kb: 64 },
    terms: [sqs('standard.requests', 100000000000), sqs('standard.requests', 50000000000, '100000000000')],
  },
  {
    type: 'aws_cloudwatch_log_group',
    title: 'standard; how long it is kept shows in what is stored',
    attributes: { retention_in_days: 30 },
    usage: { monthly_data_ingested_gb: 100, storage_gb: 40 },
    terms: [cloudwatch('logs.ingestion', 100), cloudwatch('logs.storage', 40)],
  },
  {
    type: 'aws_cloudwatch_log_group',
    title: 'infrequent access',
    attributes: { log_group_class: 'INFREQUENT_ACCESS' },
    usage: { monthly_data_ingested_gb: 100, storage_gb: 10 },
    terms: [cloudwatch('logs.ingestion-ia', 100), cloudwatch('logs.storage', 10)],
  },
  {
    type: 'aws_cloudwatch_log_group',
    title: 'with queries',
    attributes: {},
    usage: { monthly_data_ingested_gb: 1, storage_gb: 1, monthly_data_scanned_gb: 200 },
    terms: [
      cloudwatch('logs.ingestion', 1),
      cloudwatch('logs.storage', 1),
      cloudwatch('logs.insights-scanned', 200),
    ],
  },
  {
    type: 'aws_ecs_service',
    title: 'Fargate on x86',
    attributes: { ...service, desired_count: 4 },
    others: task({ cpu: '1024', memory: '2048' }),
    terms: [ecs('fargate.x86.vcpu-hour', 2920), ecs('fargate.x86.gb-hour', 5840)],
  },
  {
    type: 'aws_ecs_service',
    title: 'Fargate on arm64 with a larger disk',
    attributes: { ...service, desired_count: 2 },
    others: task({
      cpu: 256,
      memory: 512,
      runtime_platform: [{ cpu_architecture: 'ARM64' }],
      ephemeral_storage: [{ size_in_gib: 30 }],
    }),
    terms: [
      ecs('fargate.arm.vcpu-hour', 365),
      ecs('fargate.arm.gb-hour', 730),
      ecs('fargate.ephemeral-storage', 14600),
    ],
  },
  {
    type: 'aws_ecs_service',
    title: 'Fargate on Windows',
    attributes: { ...service, desired_count: 1 },
    others: task({
      cpu: 2048,
      memory: 4096,
      runtime_platform: [{ operating_system_family: 'WINDOWS_SERVER_2022_CORE' }],
    }),
    terms: [
      ecs('fargate.windows.vcpu-hour', 1460),
      ecs('fargate.windows.license-vcpu-hour', 1460),
      ecs('fargate.windows.gb-hour', 2920),
    ],
  },
  {
    type: 'aws_eks_cluster',
    title: 'in standard support',
    attributes: { version: '1.34' },
    terms: [eks('cluster.hour', 730)],
  },
  {
    type: 'aws_eks_cluster',
    title: 'in extended support',
    attributes: { version: '1.28' },
    terms: [eks('cluster.hour', 730), eks('cluster.extended-support-hour', 730)],
  },
  {
    type: 'aws_eks_cluster',
    title: 'upgraded instead of extended',
    attributes: { version: '1.28', upgrade_policy: [{ support_type: 'STANDARD' }] },
    terms: [eks('cluster.hour', 730)],
  },
  {
    type: 'aws_kms_key',
    title: 'symmetric',
    attributes: {},
    usage: { monthly_requests: 10000 },
    terms: [kms('key', 1), kms('requests', 10000)],
  },
  {
    type: 'aws_kms_key',
    title: 'RSA of 2048 bits',
    attributes: { customer_master_key_spec: 'RSA_2048' },
    usage: { monthly_requests: 10000 },
    terms: [kms('key', 1), kms('requests-rsa-2048', 10000)],
  },
  {
    type: 'aws_kms_key',
    title: 'elliptic curve',
    attributes: { customer_master_key_spec: 'ECC_NIST_P384' },
    usage: { monthly_requests: 10000 },
    terms: [kms('key', 1), kms('requests-asymmetric-other', 10000)],
  },
  {
    type: 'aws_secretsmanager_secret',
    title: 'one',
    attributes: {},
    usage: { monthly_requests: 0 },
    terms: [secrets('secret', 1)],
  },
  {
    type: 'aws_secretsmanager_secret',
    title: 'with requests',
    attributes: { name: 'a' },
    usage: { monthly_requests: 123456 },
    terms: [secrets('secret', 1), secrets('requests', 123456)],
  },
  {
    type: 'aws_secretsmanager_secret',
    title: 'with a replica',
    attributes: { replica: [{ region: 'eu-west-1' }] },
    usage: { monthly_requests: 1 },
    terms: [secrets('secret', 2), secrets('requests', 1)],
  },
];
