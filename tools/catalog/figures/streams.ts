import { type Configuration, term } from './term.ts';

const flink = term('kinesisanalytics');
const glue = term('glue');
const msk = term('msk');
const grafana = term('grafana');
const prometheus = term('prometheus');
const xray = term('xray');

/** Streams, jobs and what watches them. */
export const streams: readonly Configuration[] = [
  {
    type: 'aws_kinesisanalyticsv2_application',
    title: 'Flink of eight, three a unit, with backups',
    attributes: {
      runtime_environment: 'FLINK-1_20',
      application_configuration: [
        {
          flink_application_configuration: [
            { parallelism_configuration: [{ parallelism: 8, parallelism_per_kpu: 3 }] },
          ],
        },
      ],
    },
    usage: { durable_application_backup_gb: 40 },
    terms: [flink('flink.kpu-hour', 4 * 730), flink('flink.storage', 150), flink('backup', 40)],
  },
  {
    type: 'aws_kinesisanalyticsv2_application',
    title: 'a notebook has two units of its own',
    attributes: { runtime_environment: 'ZEPPELIN-FLINK-3_0' },
    usage: { kinesis_processing_units: 4 },
    terms: [flink('studio.kpu-hour', 6 * 730), flink('studio.storage', 200)],
  },
  {
    type: 'aws_kinesis_analytics_application',
    title: 'two units',
    attributes: {},
    usage: { kinesis_processing_units: 2 },
    terms: [flink('sql.kpu-hour', 1460)],
  },
  {
    type: 'aws_kinesisanalyticsv2_application_snapshot',
    title: 'a backup',
    attributes: {},
    usage: { durable_application_backup_gb: 70 },
    terms: [flink('backup', 70)],
  },
  {
    type: 'aws_glue_job',
    title: 'ten workers of two units',
    attributes: { number_of_workers: 10, worker_type: 'G.2X' },
    usage: { monthly_hours: 12 },
    terms: [glue('etl.dpu-hour', 240)],
  },
  {
    type: 'aws_glue_crawler',
    title: 'twelve hours',
    attributes: {},
    usage: { monthly_hours: 12 },
    terms: [glue('crawler.dpu-hour', 12)],
  },
  {
    type: 'aws_glue_catalog_database',
    title: 'objects and requests',
    attributes: {},
    usage: { monthly_objects: 250000, monthly_requests: 3000000 },
    terms: [glue('catalog.objects', 250000), glue('catalog.requests', 3000000)],
  },
  {
    type: 'aws_msk_cluster',
    title: 'tiered storage',
    attributes: {
      number_of_broker_nodes: 3,
      storage_mode: 'TIERED',
      broker_node_group_info: [
        {
          instance_type: 'kafka.m7g.large',
          storage_info: [{ ebs_storage_info: [{ volume_size: 200 }] }],
        },
      ],
    },
    usage: { tiered_storage_gb: 5000, monthly_tiered_retrieval_gb: 300 },
    terms: [
      msk('node|kafka.m7g.large|standard', 2190),
      msk('broker-storage', 600),
      msk('tiered-storage', 5000),
      msk('tiered-storage.retrieval', 300),
    ],
  },
  {
    type: 'aws_msk_serverless_cluster',
    title: 'sixty partitions',
    attributes: {},
    usage: { partitions: 60, monthly_data_in_gb: 300, monthly_data_out_gb: 900, storage_gb: 250 },
    terms: [
      msk('serverless.cluster-hour', 730),
      msk('serverless.partition-hour', 43800),
      msk('serverless.in', 300),
      msk('serverless.out', 900),
      msk('serverless.storage', 250),
    ],
  },
  {
    type: 'aws_mskconnect_connector',
    title: 'three workers of four units',
    attributes: { capacity: [{ provisioned_capacity: [{ mcu_count: 4, worker_count: 3 }] }] },
    terms: [msk('connect.mcu-hour', 8760)],
  },
  {
    type: 'aws_grafana_workspace',
    title: 'editors, viewers and plugins',
    attributes: { license_type: 'ENTERPRISE' },
    usage: { editors_administrator_licenses: 2, viewer_licenses: 7 },
    terms: [grafana('user.editor', 2), grafana('user.viewer', 7), grafana('user.enterprise-plugins', 9)],
  },
  {
    type: 'aws_prometheus_workspace',
    title: 'samples in three tiers above what is included',
    attributes: {},
    usage: { monthly_samples_ingested: 300000000000, monthly_samples_queried: 5000000000, storage_gb: 60 },
    terms: [
      prometheus('samples-ingested', 1960000000, '40000000'),
      prometheus('samples-ingested', 250000000000, '2000000000'),
      prometheus('samples-ingested', 48000000000, '252000000000'),
      prometheus('samples-queried', 5000000000),
      prometheus('storage', 50, '10'),
    ],
  },
  {
    type: 'aws_xray_group',
    title: 'with insights',
    attributes: { insights_configuration: [{ insights_enabled: true }] },
    usage: { monthly_traces_recorded: 5000000, monthly_traces_scanned: 700000 },
    terms: [xray('traces-stored', 5000000), xray('traces-scanned', 700000), xray('traces-insights', 5000000)],
  },
];
