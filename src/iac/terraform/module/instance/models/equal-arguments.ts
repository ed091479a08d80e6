/**
 * Computed attributes that equal a written argument, by resource type: attribute, then argument. Source: the providers'
 * documentation, "Attribute Reference" of each type. Only where no version of the provider says otherwise: the id of
 * `aws_db_instance`, for one, was its identifier up to AWS provider 4 alone.
 */
export const EQUAL_ARGUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_autoscaling_group: { id: 'name' },
  aws_cloudwatch_log_group: { id: 'name' },
  aws_cloudwatch_metric_alarm: { id: 'alarm_name' },
  aws_db_parameter_group: { id: 'name' },
  aws_db_subnet_group: { id: 'name' },
  aws_docdb_cluster: { id: 'cluster_identifier' },
  aws_dynamodb_table: { id: 'name' },
  aws_ecr_repository: { id: 'name' },
  aws_eks_cluster: { id: 'name' },
  aws_elasticache_cluster: { id: 'cluster_id' },
  aws_elasticache_replication_group: { id: 'replication_group_id' },
  aws_iam_group: { id: 'name' },
  aws_iam_instance_profile: { id: 'name' },
  aws_iam_role: { id: 'name' },
  aws_iam_user: { id: 'name' },
  aws_key_pair: { id: 'key_name' },
  aws_kms_alias: { id: 'name' },
  aws_lambda_function: { id: 'function_name' },
  aws_launch_configuration: { id: 'name' },
  aws_neptune_cluster: { id: 'cluster_identifier' },
  aws_rds_cluster: { id: 'cluster_identifier' },
  aws_redshift_cluster: { id: 'cluster_identifier' },
  aws_s3_bucket: { id: 'bucket' },
  aws_ssm_parameter: { id: 'name' },
  google_storage_bucket: { id: 'name' },
};
