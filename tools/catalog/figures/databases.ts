import { type Configuration, term } from './term.ts';

const rds = term('rds');
const cache = term('elasticache');
const dynamodb = term('dynamodb');

/** Databases and caches. */
export const databases: readonly Configuration[] = [
  {
    type: 'aws_db_instance',
    title: 'MySQL in two zones, gp3 beyond what is included',
    attributes: {
      engine: 'mysql',
      instance_class: 'db.m5.large',
      multi_az: true,
      storage_type: 'gp3',
      allocated_storage: 500,
      iops: 13000,
      storage_throughput: 600,
    },
    terms: [
      rds('node|db.m5.large|mysql|multi-az|none', 730),
      rds('storage.gp3.multi-az', 500),
      rds('iops.gp3.multi-az', 1000),
      rds('throughput.gp3.multi-az', 100),
    ],
  },
  {
    type: 'aws_db_instance',
    title: 'PostgreSQL with io1 and backups',
    attributes: {
      engine: 'postgres',
      instance_class: 'db.t3.medium',
      storage_type: 'io1',
      allocated_storage: 100,
      iops: 2000,
    },
    usage: { additional_backup_storage_gb: 50 },
    terms: [
      rds('node|db.t3.medium|postgresql|single-az|none', 730),
      rds('storage.io1.single-az', 100),
      rds('iops.io1.single-az', 2000),
      rds('backup', 50),
    ],
  },
  {
    type: 'aws_db_instance',
    title: 'SQL Server, whose gp3 includes less',
    attributes: {
      engine: 'sqlserver-ex',
      instance_class: 'db.t3.small',
      storage_type: 'gp3',
      allocated_storage: 40,
      iops: 4000,
      storage_throughput: 200,
    },
    terms: [
      rds('node|db.t3.small|sql-server-express|single-az|included', 730),
      rds('storage.gp3.single-az', 40),
      rds('iops.gp3.single-az', 1000),
      rds('throughput.gp3.single-az', 75),
    ],
  },
  {
    type: 'aws_rds_cluster_instance',
    title: 'Aurora MySQL',
    attributes: { engine: 'aurora-mysql', instance_class: 'db.r5.large' },
    terms: [rds('node|db.r5.large|aurora-mysql|single-az|none', 730)],
  },
  {
    type: 'aws_rds_cluster_instance',
    title: 'I/O-optimized by its cluster',
    attributes: { instance_class: 'db.r6g.large', cluster_identifier: '${aws_rds_cluster.c.id}' },
    others: { 'aws_rds_cluster.c': { engine: 'aurora-postgresql', storage_type: 'aurora-iopt1' } },
    terms: [rds('node|db.r6g.large|aurora-postgresql-io-optimized|single-az|none', 730)],
  },
  {
    type: 'aws_rds_cluster_instance',
    title: 'Serverless v2',
    attributes: { engine: 'aurora-postgresql', instance_class: 'db.serverless' },
    usage: { capacity_units_per_hr: '4.5' },
    terms: [rds('aurora-postgresql.serverless-v2.acu-hour', '3285')],
  },
  {
    type: 'aws_elasticache_cluster',
    title: 'Memcached with three nodes',
    attributes: { engine: 'memcached', node_type: 'cache.m5.large', num_cache_nodes: 3 },
    terms: [cache('node|cache.m5.large|memcached', 2190)],
  },
  {
    type: 'aws_elasticache_cluster',
    title: 'Valkey costs less than Redis',
    attributes: { engine: 'valkey', node_type: 'cache.t3.micro' },
    terms: [cache('node|cache.t3.micro|valkey', 730)],
  },
  {
    type: 'aws_elasticache_cluster',
    title: 'a further node of a replication group',
    attributes: { replication_group_id: '${aws_elasticache_replication_group.g.id}' },
    others: { 'aws_elasticache_replication_group.g': { node_type: 'cache.r5.large' } },
    terms: [cache('node|cache.r5.large|redis', 730)],
  },
  {
    type: 'aws_dynamodb_table',
    title: 'provisioned with an index',
    attributes: {
      read_capacity: 100,
      write_capacity: 50,
      global_secondary_index: [{ name: 'i', read_capacity: 10, write_capacity: 5 }],
    },
    usage: { storage_gb: 25 },
    terms: [
      dynamodb('provisioned.rcu-hour', 80300),
      dynamodb('provisioned.wcu-hour', 40150),
      dynamodb('storage', 25),
    ],
  },
  {
    type: 'aws_dynamodb_table',
    title: 'on demand with recovery and streams',
    attributes: { billing_mode: 'PAY_PER_REQUEST', point_in_time_recovery: [{ enabled: true }] },
    usage: {
      monthly_read_request_units: 8000000,
      monthly_write_request_units: 3000000,
      storage_gb: 230,
      monthly_streams_read_request_units: 2000000,
    },
    terms: [
      dynamodb('on-demand.rru', 8000000),
      dynamodb('on-demand.wru', 3000000),
      dynamodb('storage', 230),
      dynamodb('backup.pitr', 230),
      dynamodb('streams.read-requests', 2000000),
    ],
  },
  {
    type: 'aws_dynamodb_table',
    title: 'infrequent access on demand',
    attributes: { billing_mode: 'PAY_PER_REQUEST', table_class: 'STANDARD_INFREQUENT_ACCESS' },
    usage: { monthly_read_request_units: 100, monthly_write_request_units: 200, storage_gb: 1000 },
    terms: [
      dynamodb('on-demand-ia.rru', 100),
      dynamodb('on-demand-ia.wru', 200),
      dynamodb('storage-ia', 1000),
    ],
  },
];
