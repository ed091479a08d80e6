import type { Placed } from './azure-platform.ts';
import { everywhere, type Term, term } from './term.ts';

const bigquery = term('bigquery');
const functions = term('cloud-functions');
const kms = term('kms');
const monitoring = term('monitoring');
const nat = term('network');
const redis = term('memorystore-redis');
const run = term('cloud-run');
const sql = term('cloud-sql');
const storage = term('cloud-storage');
const region = 'us-central1';
const worldwide = 'Download Worldwide Destinations (excluding Asia & Australia)';

const inEurope = (part: Term): Term => ({ ...part, region: 'europe-multi' });

/** Databases, storage and services without servers. */
export const googlePlatform: readonly Placed[] = [
  {
    type: 'google_sql_database_instance',
    title: 'PostgreSQL in two zones with backups',
    region,
    attributes: {
      database_version: 'POSTGRES_16',
      settings: [{ tier: 'db-custom-8-32768', availability_type: 'REGIONAL', disk_size: 500 }],
    },
    usage: { backup_storage_gb: 1000 },
    terms: [
      sql('Cloud SQL for PostgreSQL: Regional - vCPU', 5840),
      sql('Cloud SQL for PostgreSQL: Regional - RAM', 23360),
      sql('Cloud SQL for PostgreSQL: Regional - Standard storage', 500),
      sql('Cloud SQL: Backups', 1000),
    ],
  },
  {
    type: 'google_sql_database_instance',
    title: 'an old machine type, whose memory is in its price for MySQL only',
    region,
    attributes: { database_version: 'SQLSERVER_2019_WEB', settings: [{ tier: 'db-n1-standard-2' }] },
    terms: [
      sql('Cloud SQL for SQL Server: Zonal - vCPU', 1460),
      sql('Cloud SQL for SQL Server: Zonal - RAM', 5475),
      sql('Cloud SQL for SQL Server: Zonal - Standard storage', 10),
    ],
    // The licence of SQL Server has no price.
    unknown: 1,
  },
  {
    type: 'google_redis_instance',
    title: 'the third step of capacity',
    region,
    attributes: { tier: 'STANDARD_HA', memory_size_gb: 11 },
    terms: [redis('Redis Capacity Standard M3', 8030)],
  },
  {
    type: 'google_storage_bucket',
    title: 'in Europe, with traffic in three tiers',
    region: 'eu',
    attributes: { location: 'EU', storage_class: 'COLDLINE' },
    usage: {
      storage_gb: 1000,
      monthly_data_retrieval_gb: 100,
      'monthly_egress_data_transfer_gb.worldwide': 11240,
      'monthly_egress_data_transfer_gb.same_continent': 10,
    },
    terms: [
      inEurope(storage('coldline-multi.storage', 1000)),
      everywhere(storage('Coldline Data Retrieval', 100)),
      everywhere(storage(worldwide, 1024)),
      everywhere(storage(worldwide, 9216, '1024')),
      everywhere(storage(worldwide, 1000, '10240')),
      everywhere(storage('Network Data Transfer GCP Inter Region within Europe', 10)),
    ],
    unknown: 2,
  },
  {
    type: 'google_compute_router_nat',
    title: 'eight instances of at most 32',
    region: 'europe-west4',
    attributes: { name: 'n' },
    usage: { assigned_vms: 8, monthly_data_processed_gb: 500 },
    terms: [nat('cloud-nat.gateway-hour-max', '182.5'), nat('cloud-nat.data-processed', 500)],
  },
  {
    type: 'google_compute_external_vpn_gateway',
    title: 'traffic in three tiers',
    region: 'africa-south1',
    attributes: { name: 'g' },
    usage: { 'monthly_egress_data_transfer_gb.worldwide': 20000 },
    terms: [
      nat('egress.internet', 1024),
      nat('egress.internet', 9216, '1024'),
      nat('egress.internet', 9760, '10240'),
    ],
  },
  {
    type: 'google_cloud_run_v2_service',
    title: 'billed by request, eighty at a time',
    region: 'europe-west3',
    attributes: {
      location: 'europe-west3',
      template: [{ containers: [{ resources: [{ limits: { cpu: '2', memory: '1024Mi' } }] }] }],
    },
    usage: {
      monthly_requests: 8_000_000,
      average_request_duration_ms: 100,
      concurrent_requests_per_instance: 80,
    },
    terms: [
      run('Services CPU Tier 2 (Request-based billing)', 20_000),
      run('Services Memory Tier 2 (Request-based billing)', 10_000),
      everywhere(run('Requests', 8_000_000)),
    ],
  },
  {
    type: 'google_cloudfunctions_function',
    title: 'rounded up to the next tenth of a second',
    region,
    attributes: { available_memory_mb: 512 },
    usage: { monthly_function_invocations: 1_000_000, request_duration_ms: 210 },
    terms: [
      functions('Cloud Run Functions (1st Gen) CPU', 240_000),
      functions('Cloud Run Functions (1st Gen) Memory', 150_000),
      everywhere(functions('Cloud Run Functions (1st Gen) Invocations', 1_000_000)),
    ],
  },
  {
    type: 'google_bigquery_table',
    title: 'stored, streamed and read',
    region,
    attributes: { table_id: 't' },
    usage: {
      monthly_active_storage_gb: 700,
      monthly_streaming_inserts_mb: 5000,
      monthly_storage_read_api_tb: 3,
    },
    terms: [
      bigquery('Active Logical Storage', 700),
      bigquery('Streaming Insert', 5000),
      bigquery('BigQuery Storage API - Read', 3),
    ],
  },
  {
    type: 'google_kms_crypto_key',
    title: 'in hardware, above two thousand versions',
    region,
    attributes: { version_template: [{ algorithm: 'EC_SIGN_P256_SHA256', protection_level: 'HSM' }] },
    usage: { key_versions: 2500, monthly_key_operations: 70_000 },
    terms: [
      everywhere(kms('Active HSM ECDSA P-256 key versions', 2000)),
      everywhere(kms('Active HSM ECDSA P-256 key versions', 500, '2000')),
      everywhere(kms('HSM cryptographic operations with an ECDSA P-256 key', 70_000)),
    ],
  },
  {
    type: 'google_monitoring_metric_descriptor',
    title: 'metrics in three tiers',
    region: 'europe-west4',
    attributes: { type: 't' },
    usage: { monthly_monitoring_data_mb: 260_000 },
    terms: [
      monitoring('metrics-ingested', 100_000),
      monitoring('metrics-ingested', 150_000, '100000'),
      monitoring('metrics-ingested', 10_000, '250000'),
    ],
  },
];
