import { type Configuration, type Term, term } from './term.ts';

const dynamodb = term('dynamodb');
const rds = term('rds');
const s3 = term('s3');
const vpc = term('vpc');
const waf = term('waf');
const documentdb = term('documentdb');
const inFrankfurt = (part: Term): Term => ({ ...part, region: 'eu-central-1' });

/** What stores data, and what stands around it. */
export const stores: readonly Configuration[] = [
  {
    type: 'aws_dynamodb_table',
    title: 'provisioned and seldom read, with a replica that pays the prices of its region',
    attributes: {
      read_capacity: 30,
      write_capacity: 20,
      table_class: 'STANDARD_INFREQUENT_ACCESS',
      replica: [{ region_name: 'eu-central-1' }],
    },
    usage: { storage_gb: 500 },
    terms: [
      dynamodb('provisioned-ia.rcu-hour', 21900),
      dynamodb('provisioned-ia.wcu-hour', 14600),
      dynamodb('storage-ia', 500),
      inFrankfurt(dynamodb('provisioned-ia.rcu-hour', 21900)),
      inFrankfurt(dynamodb('provisioned-ia.replicated-wcu-hour', 14600)),
      inFrankfurt(dynamodb('storage-ia', 500)),
    ],
  },
  {
    type: 'aws_rds_cluster',
    title: 'MySQL with two readable standbys',
    attributes: {
      engine: 'mysql',
      db_cluster_instance_class: 'db.m6gd.large',
      storage_type: 'io1',
      allocated_storage: 400,
      iops: 3000,
    },
    terms: [
      rds('node|db.m6gd.large|mysql|multi-az-readable-standbys|none', 730),
      rds('storage.io1.multi-az-readable-standbys', 400),
      rds('iops.io1.multi-az-readable-standbys', 3000),
    ],
  },
  {
    type: 'aws_rds_cluster',
    title: 'Serverless v1 with an export',
    attributes: { engine: 'aurora-postgresql', engine_mode: 'serverless' },
    usage: {
      capacity_units_per_hr: 6,
      storage_gb: 80,
      write_requests_per_sec: 1,
      read_requests_per_sec: 2,
      snapshot_export_size_gb: 80,
    },
    terms: [
      rds('aurora-postgresql.serverless-v1.acu-hour', 4380),
      rds('aurora.storage.standard', 80),
      rds('aurora.io-requests', 7884000),
      rds('snapshot-export', 80),
    ],
  },
  {
    type: 'aws_db_instance',
    title: 'magnetic storage and its requests',
    attributes: {
      engine: 'mysql',
      instance_class: 'db.t3.micro',
      storage_type: 'standard',
      allocated_storage: 40,
    },
    usage: { monthly_standard_io_requests: 9000000 },
    terms: [
      rds('node|db.t3.micro|mysql|single-az|none', 730),
      rds('storage.magnetic.single-az', 40),
      rds('io-requests.magnetic', 9000000),
    ],
  },
  {
    type: 'aws_docdb_cluster',
    title: 'I/O-optimized storage and backups',
    attributes: { storage_type: 'iopt1' },
    usage: { storage_gb: 300, backup_storage_gb: 90 },
    terms: [documentdb('storage.io-optimized', 300), documentdb('backup', 90)],
  },
  {
    type: 'aws_s3_bucket',
    title: 'archives and the way into them',
    attributes: {},
    usage: {
      'standard.storage_gb': 0,
      'standard.monthly_tier_1_requests': 0,
      'standard.monthly_tier_2_requests': 0,
      'intelligent_tiering.monthly_lifecycle_transition_requests': 70000,
      'intelligent_tiering.deep_archive_access_storage_gb': 9000,
      'glacier_flexible_retrieval.monthly_lifecycle_transition_requests': 40000,
      'glacier_deep_archive.monthly_bulk_data_retrieval_gb': 600,
      object_tags: 2000000,
    },
    terms: [
      s3('intelligent-tiering.lifecycle-transition', 70000),
      s3('intelligent-tiering.deep-archive-storage', 9000),
      s3('glacier-flexible.lifecycle-transition', 40000),
      s3('deep-archive.retrieval-bulk', 600),
      s3('object-tags', 2000000),
    ],
  },
  {
    type: 'aws_s3_bucket_analytics_configuration',
    title: 'objects',
    attributes: {},
    usage: { monthly_monitored_objects: 30000000 },
    terms: [s3('analytics.objects', 30000000)],
  },
  {
    type: 'aws_timestreamwrite_table',
    title: 'both stores',
    attributes: {},
    usage: {
      monthly_data_written_gb: 40,
      memory_store_gb: 3,
      magnetic_store_gb: 800,
      monthly_query_tcu_hrs: 20,
    },
    terms: [
      term('timestream')('writes', 40),
      term('timestream')('memory-store', 2190),
      term('timestream')('magnetic-store', 800),
      term('timestream')('query.tcu-hour', 20),
    ],
  },
  {
    type: 'aws_timestreaminfluxdb_db_instance',
    title: 'two zones',
    attributes: {
      db_instance_type: 'db.influx.xlarge',
      allocated_storage: 500,
      deployment_type: 'WITH_MULTIAZ_STANDBY',
    },
    terms: [
      term('timestream')('node|db.influx.xlarge|Multi-AZ', 730),
      term('timestream')('influx-storage.3000|Multi-AZ', 500),
    ],
  },
  {
    type: 'aws_redshiftserverless_workgroup',
    title: 'sixteen units',
    attributes: { base_capacity: 16 },
    usage: { monthly_active_hrs: 90 },
    terms: [term('redshift')('serverless.rpu-hour', 1440)],
  },
  {
    type: 'aws_lightsail_instance',
    title: 'Windows',
    attributes: { bundle_id: 'large_win_3_0' },
    terms: [term('lightsail')('bundle|8|Windows|ipv4', 730)],
  },
  {
    type: 'aws_sagemaker_app',
    title: 'a kernel, a third of the month',
    attributes: { app_type: 'KernelGateway', resource_spec: [{ instance_type: 'ml.m5.xlarge' }] },
    usage: { monthly_hrs: 240 },
    terms: [term('sagemaker')('studio-notebook|ml.m5.xlarge', 240)],
  },
  {
    type: 'aws_sns_topic_subscription',
    title: 'three chunks a message',
    attributes: { protocol: 'firehose' },
    usage: { monthly_requests: 2000000, request_size_kb: 150 },
    terms: [term('sns')('delivery.firehose', 6000000)],
  },
  {
    type: 'aws_ssm_activation',
    title: 'advanced machines',
    attributes: { registration_limit: 10 },
    usage: { instance_tier: 'advanced', instances: 8 },
    terms: [term('ssm')('managed-instance.advanced-hour', 5840)],
  },
  {
    type: 'aws_vpc_ipam',
    title: 'addresses',
    attributes: {},
    usage: { active_ip_addresses: 250 },
    terms: [vpc('ipam.active-address-hour', 182500)],
  },
  {
    type: 'aws_ec2_traffic_mirror_session',
    title: 'one interface',
    attributes: {},
    terms: [vpc('traffic-mirroring.source-hour', 730)],
  },
  {
    type: 'aws_waf_web_acl',
    title: 'three rules',
    attributes: { rules: [{}, {}, {}] },
    usage: { monthly_requests: 5000000 },
    terms: [waf('classic.web-acl', 1), waf('classic.rule', 3), waf('requests', 5000000)],
  },
];
