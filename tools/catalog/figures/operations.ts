import { type Configuration, everywhere, term } from './term.ts';

const backup = term('backup');
const cloudwatch = term('cloudwatch');
const rds = term('rds');
const route53 = term('route53');
const vpc = term('vpc');

/** Backups, observation and what stands around networks. */
export const operations: readonly Configuration[] = [
  {
    type: 'aws_backup_vault',
    title: 'of six services',
    attributes: {},
    usage: {
      monthly_ebs_snapshot_gb: 11,
      monthly_efs_warm_backup_gb: 12,
      monthly_efs_cold_backup_gb: 13,
      monthly_efs_warm_restore_gb: 14,
      monthly_efs_cold_restore_gb: 15,
      monthly_efs_item_restore_requests: 16,
      monthly_rds_snapshot_gb: 17,
      monthly_aurora_snapshot_gb: 18,
      monthly_dynamodb_backup_gb: 19,
      monthly_dynamodb_restore_gb: 20,
      monthly_s3_backup_gb: 21,
    },
    terms: [
      term('ebs')('snapshot.storage', 11),
      backup('ebs-efs.warm-storage', 12),
      backup('efs.cold-storage', 13),
      backup('efs.warm-restore', 14),
      backup('efs.cold-restore', 15),
      backup('efs.item-restore', 16),
      rds('backup', 17),
      rds('aurora.backup', 18),
      backup('dynamodb.warm-storage', 19),
      backup('dynamodb.warm-restore', 20),
      backup('s3.warm-storage', 21),
    ],
  },
  {
    type: 'aws_cloudwatch_log_data_protection_policy',
    title: 'usage',
    attributes: {},
    usage: { monthly_data_scanned_gb: 33 },
    terms: [cloudwatch('logs.data-protection', 33)],
  },
  {
    type: 'aws_cloudwatch_metric_stream',
    title: 'usage',
    attributes: {},
    usage: { monthly_metric_updates: 7654321 },
    terms: [cloudwatch('metric-streams', 7654321)],
  },
  {
    type: 'aws_cloudwatch_contributor_insight_rule',
    title: 'a rule and its events',
    attributes: {},
    usage: { monthly_matched_events: 1234567 },
    terms: [cloudwatch('contributor-insights.rule', 1), cloudwatch('contributor-insights.events', 1234567)],
  },
  {
    type: 'aws_rum_app_monitor',
    title: 'usage',
    attributes: {},
    usage: { monthly_rum_events: 54321 },
    terms: [cloudwatch('rum.events', 54321)],
  },
  {
    type: 'aws_synthetics_canary',
    title: 'usage',
    attributes: {},
    usage: { monthly_runs: 720 },
    terms: [cloudwatch('synthetics.canary-run', 720)],
  },
  {
    type: 'aws_ec2_transit_gateway_connect',
    title: 'one',
    attributes: {},
    terms: [vpc('transit-gateway.connect-attachment-hour', 730)],
  },
  {
    type: 'aws_vpclattice_service',
    title: 'with data',
    attributes: {},
    usage: { monthly_data_processed_gb: 44 },
    terms: [vpc('lattice.service-hour', 730), vpc('lattice.data-processed', 44)],
  },
  {
    type: 'aws_route53_resolver_firewall_domain_list',
    title: 'three domains',
    attributes: { domains: ['a.example', 'b.example', 'c.example'] },
    terms: [route53('dns-firewall.domain', 3)],
  },
  {
    type: 'aws_route53_resolver_firewall_rule_group_association',
    title: 'into the second tier',
    attributes: {},
    usage: { monthly_queries: 1500000000 },
    terms: [
      route53('dns-firewall.queries', 1000000000),
      route53('dns-firewall.queries', 500000000, '1000000000'),
    ],
  },
  {
    type: 'aws_route53_traffic_policy_instance',
    title: 'one',
    attributes: {},
    terms: [everywhere(route53('traffic-flow.policy-record', 1))],
  },
  {
    type: 'aws_transfer_connector',
    title: 'calls and data',
    attributes: {},
    usage: { monthly_connector_calls: 99, monthly_data_transferred_gb: 88 },
    terms: [term('transfer')('connector.calls', 99), term('transfer')('connector.data', 88)],
  },
];
