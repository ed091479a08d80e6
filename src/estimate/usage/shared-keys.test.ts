import { describe, expect, it } from 'vitest';
import { openCatalog } from '../catalog/catalog.ts';
import { readUsageFile } from './read.ts';

/** Keys of Infracost usage files that prices depend on here too, under the same name and in the same unit. */
const shared: Readonly<Record<string, readonly string[]>> = {
  aws_alb: ['new_connections', 'active_connections', 'processed_bytes_gb', 'rule_evaluations'],
  aws_api_gateway_rest_api: ['monthly_requests'],
  aws_apigatewayv2_api: [
    'monthly_requests',
    'request_size_kb',
    'monthly_messages',
    'message_size_kb',
    'monthly_connection_mins',
  ],
  aws_autoscaling_group: [
    'instances',
    'operating_system',
    'monthly_cpu_credit_hrs',
    'vcpu_count',
    'reserved_instance_type',
    'reserved_instance_term',
    'reserved_instance_payment_option',
  ],
  aws_cloudwatch_log_group: ['storage_gb', 'monthly_data_ingested_gb', 'monthly_data_scanned_gb'],
  aws_data_transfer: [
    'region',
    'monthly_intra_region_gb',
    'monthly_outbound_us_east_to_us_east_gb',
    'monthly_outbound_other_regions_gb',
    'monthly_outbound_internet_gb',
  ],
  aws_db_instance: [
    'additional_backup_storage_gb',
    'monthly_standard_io_requests',
    'monthly_cpu_credit_hrs',
    'reserved_instance_term',
    'reserved_instance_payment_option',
    'monthly_additional_performance_insights_requests',
  ],
  aws_docdb_cluster_instance: ['monthly_io_requests', 'data_storage_gb', 'monthly_cpu_credit_hrs'],
  aws_dynamodb_table: [
    'monthly_write_request_units',
    'monthly_read_request_units',
    'storage_gb',
    'pitr_backup_storage_gb',
    'on_demand_backup_storage_gb',
    'monthly_data_restored_gb',
    'monthly_streams_read_request_units',
  ],
  aws_ebs_volume: ['monthly_standard_io_requests'],
  aws_ec2_transit_gateway_vpc_attachment: ['monthly_data_processed_gb'],
  aws_ecr_repository: ['storage_gb'],
  aws_efs_file_system: [
    'storage_gb',
    'infrequent_access_storage_gb',
    'monthly_infrequent_access_read_gb',
    'monthly_infrequent_access_write_gb',
  ],
  aws_eks_node_group: [
    'instances',
    'operating_system',
    'reserved_instance_type',
    'reserved_instance_term',
    'reserved_instance_payment_option',
  ],
  aws_elasticache_cluster: [
    'snapshot_storage_size_gb',
    'reserved_instance_term',
    'reserved_instance_payment_option',
  ],
  aws_elb: ['monthly_data_processed_gb'],
  aws_glue_job: ['monthly_hours'],
  aws_grafana_workspace: ['editors_administrator_licenses', 'viewer_licenses'],
  aws_instance: [
    'operating_system',
    'monthly_hrs',
    'monthly_cpu_credit_hrs',
    'vcpu_count',
    'reserved_instance_type',
    'reserved_instance_term',
    'reserved_instance_payment_option',
  ],
  aws_kinesisanalyticsv2_application: ['kinesis_processing_units', 'durable_application_backup_gb'],
  aws_kinesis_firehose_delivery_stream: ['monthly_data_ingested_gb'],
  aws_kinesis_stream: [
    'monthly_on_demand_data_in_gb',
    'monthly_on_demand_data_out_gb',
    'monthly_provisioned_put_units',
    'monthly_provisioned_efo_data_out_gb',
    'monthly_provisioned_efo_consumer_hours',
    'monthly_on_demand_efo_data_out_gb',
    'monthly_on_demand_extended_retention_gb',
    'monthly_on_demand_long_term_retention_gb',
    'monthly_provisioned_long_term_retention_gb',
    'monthly_provisioned_long_term_retrieval_gb',
  ],
  aws_lambda_function: ['monthly_requests', 'request_duration_ms'],
  aws_lb: ['new_connections', 'active_connections', 'processed_bytes_gb', 'rule_evaluations'],
  aws_mq_broker: ['storage_size_gb'],
  aws_nat_gateway: ['monthly_data_processed_gb'],
  aws_networkfirewall_firewall: ['monthly_data_processed_gb'],
  aws_rds_cluster: [
    'storage_gb',
    'write_requests_per_sec',
    'read_requests_per_sec',
    'backup_snapshot_size_gb',
    'average_statements_per_hr',
    'change_records_per_statement',
    'backtrack_window_hrs',
    'capacity_units_per_hr',
    'snapshot_export_size_gb',
  ],
  aws_rds_cluster_instance: ['capacity_units_per_hr'],
  aws_redshift_cluster: [
    'managed_storage_gb',
    'excess_concurrency_scaling_secs',
    'spectrum_data_scanned_tb',
    'backup_storage_gb',
  ],
  aws_route53_health_check: ['endpoint_type'],
  aws_s3_bucket: [
    'object_tags',
    'standard.storage_gb',
    'standard.monthly_tier_1_requests',
    'standard.monthly_tier_2_requests',
    'standard.monthly_select_data_scanned_gb',
    'standard.monthly_select_data_returned_gb',
    'intelligent_tiering.frequent_access_storage_gb',
    'intelligent_tiering.infrequent_access_storage_gb',
    'intelligent_tiering.monitored_objects',
    'intelligent_tiering.archive_access_storage_gb',
    'intelligent_tiering.monthly_lifecycle_transition_requests',
    'standard_infrequent_access.storage_gb',
    'standard_infrequent_access.monthly_tier_1_requests',
    'standard_infrequent_access.monthly_tier_2_requests',
    'standard_infrequent_access.monthly_lifecycle_transition_requests',
    'standard_infrequent_access.monthly_data_retrieval_gb',
    'one_zone_infrequent_access.storage_gb',
    'one_zone_infrequent_access.monthly_tier_1_requests',
    'one_zone_infrequent_access.monthly_tier_2_requests',
    'one_zone_infrequent_access.monthly_data_retrieval_gb',
    'glacier_flexible_retrieval.storage_gb',
    'glacier_flexible_retrieval.monthly_tier_1_requests',
    'glacier_flexible_retrieval.monthly_standard_data_retrieval_gb',
    'glacier_deep_archive.storage_gb',
    'glacier_deep_archive.monthly_tier_1_requests',
    'glacier_deep_archive.monthly_lifecycle_transition_requests',
    'glacier_deep_archive.monthly_standard_data_retrieval_gb',
    'glacier_deep_archive.monthly_bulk_data_retrieval_gb',
    'glacier_deep_archive.early_delete_gb',
    'glacier_deep_archive.monthly_standard_data_retrieval_requests',
    'glacier_flexible_retrieval.monthly_bulk_select_data_scanned_gb',
  ],
  aws_secretsmanager_secret: ['monthly_requests'],
  aws_sfn_state_machine: ['monthly_transitions', 'monthly_requests', 'memory_mb', 'workflow_duration_ms'],
  aws_sns_topic: [
    'monthly_requests',
    'request_size_kb',
    'http_subscriptions',
    'email_subscriptions',
    'kinesis_subscriptions',
    'mobile_push_subscriptions',
    'macos_subscriptions',
    'sms_subscriptions',
  ],
  aws_sns_topic_subscription: ['monthly_requests', 'request_size_kb'],
  aws_sqs_queue: ['monthly_requests', 'request_size_kb'],
  aws_vpc_endpoint: ['monthly_data_processed_gb'],
  aws_vpn_connection: ['monthly_data_processed_gb'],
  aws_wafv2_web_acl: ['monthly_requests', 'rule_group_rules', 'managed_rule_group_rules'],
  google_compute_instance: ['monthly_hrs'],
};

/** Keys of Infracost usage files that no price here depends on. */
const notUsed: Readonly<Record<string, readonly string[]>> = {
  aws_fsx_openzfs_file_system: ['compression_savings_percent'],
  aws_kinesis_stream: ['monthly_provisioned_extended_retention_gb'],
  aws_sns_topic: ['sms_notification_price'],
};

const texts: Readonly<Record<string, string>> = { operating_system: 'linux', endpoint_type: 'non_aws' };
const catalog = openCatalog();

/** A usage file as Infracost reads it: groups of keys are mappings. */
function usageFile(keys: Readonly<Record<string, readonly string[]>>): string {
  const blocks = Object.entries(keys).map(([type, names]) => {
    const groups = new Map<string, string[]>();
    for (const name of names) {
      const [first = '', second] = name.split('.');
      const line = `${second ?? first}: ${texts[name] ?? '1'}`;
      const group = second === undefined ? '' : first;
      groups.set(group, [...(groups.get(group) ?? []), line]);
    }
    const lines = [...groups].flatMap(([group, entries]) =>
      group === ''
        ? entries.map((entry) => `    ${entry}`)
        : [`    ${group}:`, ...entries.map((entry) => `      ${entry}`)],
    );
    return [`  ${type}.example[*]:`, ...lines].join('\n');
  });
  return `version: 0.1\nresource_usage:\n${blocks.join('\n')}\n`;
}

describe('a usage file of Infracost', () => {
  it('is read without a warning where its keys are priced', () => {
    const { usage, diagnostics } = readUsageFile('u.yml', Buffer.from(usageFile(shared)), catalog);
    expect(diagnostics).toEqual([]);
    for (const [type, keys] of Object.entries(shared)) {
      expect([...usage.of(`${type}.example[0]`, type).keys()].sort(), type).toEqual([...keys].sort());
    }
  });

  it('is read with a warning for each key that is not', () => {
    const { diagnostics } = readUsageFile('u.yml', Buffer.from(usageFile(notUsed)), catalog);
    const keys = Object.values(notUsed).flat();
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      keys.map(() => 'warning unknown-usage-key'),
    );
    for (const key of keys) {
      expect(diagnostics.some(({ message }) => message.startsWith(`"${key}" is not used`))).toBe(true);
    }
  });
});
