import { type Configuration, term } from './term.ts';

const athena = term('athena');
const documentdb = term('documentdb');
const ecs = term('ecs');
const elasticache = term('elasticache');
const ec2 = term('ec2');
const emr = term('emr');
const fsx = term('fsx');
const gateway = term('storagegateway');
const keyspaces = term('keyspaces');
const opensearch = term('opensearch');

/** Queries, clusters, tables, caches, file systems and what moves data. */
export const analytics: readonly Configuration[] = [
  {
    type: 'aws_athena_workgroup',
    title: 'queries',
    attributes: {},
    usage: { monthly_scanned_tb: 7 },
    terms: [athena('sql.scanned', 7)],
  },
  {
    type: 'aws_batch_compute_environment',
    title: 'on Fargate',
    attributes: { compute_resources: [{ type: 'FARGATE' }] },
    usage: { monthly_vcpu_hrs: 321, monthly_gb_hrs: 642 },
    terms: [ecs('fargate.x86.vcpu-hour', 321), ecs('fargate.x86.gb-hour', 642)],
  },
  {
    type: 'aws_batch_compute_environment',
    title: 'on instances',
    attributes: { compute_resources: [{ type: 'EC2', instance_type: ['c5.xlarge'] }] },
    usage: { instances: 5 },
    terms: [ec2('instance|c5.xlarge|linux', 3650)],
  },
  {
    type: 'aws_emr_cluster',
    title: 'three masters and four core nodes with disks',
    attributes: {
      keep_job_flow_alive_when_no_steps: true,
      master_instance_group: [{ instance_type: 'm5.xlarge', instance_count: 3 }],
      core_instance_group: [
        {
          instance_type: 'r5.2xlarge',
          instance_count: 4,
          ebs_config: [{ type: 'gp3', size: 200, volumes_per_instance: 2 }],
        },
      ],
    },
    terms: [
      emr('node|m5.xlarge', 2190),
      ec2('instance|m5.xlarge|linux', 2190),
      emr('node|r5.2xlarge', 2920),
      ec2('instance|r5.2xlarge|linux', 2920),
      term('ebs')('gp3.storage', 1600),
    ],
  },
  {
    type: 'aws_emr_instance_group',
    title: 'for a part of the month',
    attributes: { instance_type: 'c5.xlarge', instance_count: 10 },
    usage: { monthly_hrs: 73 },
    terms: [emr('node|c5.xlarge', 730), ec2('instance|c5.xlarge|linux', 730)],
  },
  {
    type: 'aws_emrcontainers_virtual_cluster',
    title: 'jobs',
    attributes: {},
    usage: { monthly_vcpu_hrs: 222, monthly_gb_hrs: 888 },
    terms: [emr('containers.vcpu-hour', 222), emr('containers.gb-hour', 888)],
  },
  {
    type: 'aws_elasticsearch_domain',
    title: 'nodes and masters; the facts hold no price of disks',
    attributes: {
      cluster_config: [
        {
          instance_type: 'm5.large.elasticsearch',
          instance_count: 2,
          dedicated_master_enabled: true,
          dedicated_master_type: 'c5.large.elasticsearch',
        },
      ],
      ebs_options: [{ ebs_enabled: true, volume_type: 'gp3', volume_size: 100 }],
    },
    terms: [opensearch('node|m5.large.search', 1460), opensearch('node|c5.large.search', 2190)],
    unknown: 1,
  },
  {
    type: 'aws_docdb_cluster_snapshot',
    title: 'usage',
    attributes: {},
    usage: { backup_storage_gb: 77 },
    terms: [documentdb('snapshot', 77)],
  },
  {
    type: 'aws_neptune_cluster_snapshot',
    title: 'usage',
    attributes: {},
    usage: { backup_storage_gb: 77 },
    terms: [term('neptune')('snapshot', 77)],
  },
  {
    type: 'aws_docdbelastic_cluster',
    title: 'three shards of two instances with eight vCPUs',
    attributes: { shard_count: 3, shard_capacity: 8 },
    usage: { storage_gb: 50 },
    terms: [documentdb('elastic.vcpu-hour', 35040), documentdb('elastic.storage', 50)],
  },
  {
    type: 'aws_elasticache_serverless_cache',
    title: 'Redis',
    attributes: { engine: 'redis' },
    usage: { storage_gb: 3, monthly_ecpu: 1000000 },
    terms: [elasticache('serverless.redis.gb-hour', 2190), elasticache('serverless.redis.ecpu', 1000000)],
  },
  {
    type: 'aws_elasticache_serverless_cache',
    title: 'Valkey, no more than its minimum',
    attributes: { engine: 'valkey' },
    usage: { storage_gb: 0, monthly_ecpu: 5 },
    terms: [elasticache('serverless.valkey.gb-hour', 73), elasticache('serverless.valkey.ecpu', 5)],
  },
  {
    type: 'aws_keyspaces_table',
    title: 'on demand',
    attributes: {},
    usage: { monthly_read_request_units: 4321, monthly_write_request_units: 1234, storage_gb: 5 },
    terms: [keyspaces('on-demand.rru', 4321), keyspaces('on-demand.wru', 1234), keyspaces('storage', 5)],
  },
  {
    type: 'aws_keyspaces_table',
    title: 'provisioned with recovery',
    attributes: {
      capacity_specification: [
        { throughput_mode: 'PROVISIONED', read_capacity_units: 10, write_capacity_units: 20 },
      ],
      point_in_time_recovery: [{ status: 'ENABLED' }],
    },
    usage: { storage_gb: 5, monthly_data_restored_gb: 6, monthly_ttl_deletes: 7 },
    terms: [
      keyspaces('provisioned.rcu-hour', 7300),
      keyspaces('provisioned.wcu-hour', 14600),
      keyspaces('storage', 5),
      keyspaces('backup.pitr', 5),
      keyspaces('restore', 6),
      keyspaces('ttl-deletes', 7),
    ],
  },
  {
    type: 'aws_fsx_lustre_file_system',
    title: 'persistent of the second generation',
    attributes: {
      deployment_type: 'PERSISTENT_2',
      storage_capacity: 2400,
      per_unit_storage_throughput: 250,
    },
    terms: [fsx('lustre|PERSISTENT_2|SSD|250', 2400)],
  },
  {
    type: 'aws_fsx_lustre_file_system',
    title: 'on HDD',
    attributes: {
      deployment_type: 'PERSISTENT_1',
      storage_type: 'HDD',
      storage_capacity: 6000,
      per_unit_storage_throughput: 12,
    },
    terms: [fsx('lustre|PERSISTENT_1|HDD|12', 6000)],
  },
  {
    type: 'aws_storagegateway_gateway',
    title: 'tapes; above 12,500 GB nothing more is charged for what is written',
    attributes: { gateway_type: 'VTL' },
    usage: { monthly_data_written_gb: 20000, tape_library_gb: 300, tape_archive_gb: 400 },
    terms: [
      gateway('data-written', 12500),
      gateway('tape.library-storage', 300),
      gateway('tape.glacier-storage', 400),
    ],
  },
  {
    type: 'aws_datasync_task',
    title: 'basic mode',
    attributes: {},
    usage: { monthly_data_transferred_gb: 888 },
    terms: [term('datasync')('data-transferred', 888)],
  },
  {
    type: 'aws_dms_replication_instance',
    title: 'with more storage than is included',
    attributes: { replication_instance_class: 'dms.t3.medium', allocated_storage: 120 },
    terms: [term('dms')('node|dms.t3.medium|single-az', 730), term('dms')('storage.single-az', 70)],
  },
  {
    type: 'aws_db_proxy',
    title: 'before eight vCPUs',
    attributes: {},
    usage: { vcpu_count: 8 },
    terms: [term('rds')('proxy.vcpu-hour', 5840)],
  },
  {
    type: 'aws_dx_gateway_association',
    title: 'to a transit gateway',
    attributes: { associated_gateway_id: '${aws_ec2_transit_gateway.t.id}' },
    others: { 'aws_ec2_transit_gateway.t': {} },
    usage: { monthly_data_processed_gb: 12 },
    terms: [
      term('vpc')('transit-gateway.dx-attachment-hour', 730),
      term('vpc')('transit-gateway.dx-data-processed', 12),
    ],
  },
];
