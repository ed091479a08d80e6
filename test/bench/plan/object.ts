import { alarm, lambda, queue } from './services.ts';
import { common, nulls, policy } from './parts.ts';

/** What an object of a generated plan has, what an update changes, and what only the cloud computes. */
export interface PlanObject {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly changed: Readonly<Record<string, unknown>>;
  readonly computed: readonly string[];
}

/** The object with a number: attributes and sizes as the AWS provider has them. */
export function planObject(i: number): PlanObject {
  const kinds = [instance, role, bucket, securityGroup, database, queue, lambda, alarm];
  return (kinds[i % kinds.length] ?? instance)(i);
}

function instance(i: number): PlanObject {
  const disk = {
    ...{
      delete_on_termination: true,
      encrypted: true,
      iops: 3000,
      throughput: 125,
      volume_size: 20 + (i % 50),
      volume_type: 'gp3',
    },
    ...{
      kms_key_id: `arn:aws:kms:eu-west-1:123456789012:key/${i}`,
      volume_id: `vol-${i}`,
      tags: null,
      tags_all: {},
    },
  };
  const values = {
    ...common(i, 'ec2'),
    ...{
      ami: 'ami-0123456789abcdef0',
      instance_type: 'm5.large',
      availability_zone: 'eu-west-1a',
      tenancy: 'default',
    },
    ...{
      associate_public_ip_address: false,
      ebs_optimized: true,
      monitoring: false,
      get_password_data: false,
    },
    ...{
      disable_api_stop: false,
      disable_api_termination: false,
      hibernation: false,
      source_dest_check: true,
    },
    ...{
      instance_state: 'running',
      private_ip: `10.0.${i % 250}.7`,
      private_dns: `ip-10-0-${i % 250}-7.internal`,
    },
    ...{
      subnet_id: `subnet-${i % 9}`,
      vpc_security_group_ids: [`sg-${i}`, 'sg-shared'],
      security_groups: [],
    },
    ...{
      cpu_core_count: 1,
      cpu_threads_per_core: 2,
      cpu_options: [{ amd_sev_snp: '', core_count: 1, threads_per_core: 2 }],
    },
    ...{
      metadata_options: [
        { http_endpoint: 'enabled', http_put_response_hop_limit: 2, http_tokens: 'required' },
      ],
    },
    ...{ root_block_device: [disk], ebs_block_device: [], ephemeral_block_device: [], network_interface: [] },
    ...{
      user_data: 'c2hhMjU2'.repeat(40),
      user_data_replace_on_change: false,
      primary_network_interface_id: `eni-${i}`,
    },
    ...nulls(
      'host_id',
      'iam_instance_profile',
      'key_name',
      'launch_template',
      'outpost_arn',
      'placement_group',
      'volume_tags',
    ),
  };
  const computed = [
    'arn',
    'id',
    'availability_zone',
    'private_ip',
    'private_dns',
    'instance_state',
    'cpu_options',
  ];
  return { type: 'aws_instance', values, changed: { instance_type: 'm5.xlarge' }, computed };
}

function role(i: number): PlanObject {
  const values = {
    ...common(i, 'iam'),
    ...{
      assume_role_policy: policy(i),
      inline_policy: [{ name: 'inline', policy: policy(i + 1) }],
      managed_policy_arns: [],
    },
    ...{
      name: `role-${i}`,
      name_prefix: '',
      path: '/',
      max_session_duration: 3600,
      force_detach_policies: false,
    },
    ...{
      description: '',
      permissions_boundary: '',
      unique_id: `AROA${i}`,
      create_date: '2024-05-01T10:00:00Z',
    },
  };
  return {
    type: 'aws_iam_role',
    values,
    changed: { max_session_duration: 7200 },
    computed: ['arn', 'id', 'unique_id', 'create_date'],
  };
}

function bucket(i: number): PlanObject {
  const rule = {
    id: 'expire',
    enabled: true,
    prefix: 'logs/',
    expiration: [{ days: 30, date: '' }],
    transition: [],
    tags: {},
  };
  const values = {
    ...common(i, 's3'),
    ...{
      bucket: `bucket-${i}`,
      bucket_prefix: '',
      force_destroy: false,
      region: 'eu-west-1',
      request_payer: 'BucketOwner',
    },
    ...{
      bucket_domain_name: `bucket-${i}.s3.amazonaws.com`,
      hosted_zone_id: 'Z1BKCTXD74EZPE',
      object_lock_enabled: false,
    },
    ...{
      lifecycle_rule: [rule, { ...rule, id: 'archive' }],
      versioning: [{ enabled: true, mfa_delete: false }],
    },
    ...{
      server_side_encryption_configuration: [{ rule: [{ bucket_key_enabled: true }] }],
      policy: policy(i),
      grant: [],
    },
    ...nulls('acceleration_status', 'acl', 'website_domain', 'website_endpoint'),
    ...{
      cors_rule: [],
      logging: [],
      object_lock_configuration: [],
      replication_configuration: [],
      website: [],
    },
  };
  const computed = ['arn', 'id', 'region', 'bucket_domain_name', 'hosted_zone_id'];
  return { type: 'aws_s3_bucket', values, changed: { force_destroy: true }, computed };
}

function securityGroup(i: number): PlanObject {
  const port = (n: number): object => ({
    ...{
      cidr_blocks: [`10.${n % 250}.0.0/16`, '192.168.0.0/16'],
      description: `port ${n}`,
      from_port: n,
      to_port: n,
    },
    ...{ ipv6_cidr_blocks: [], prefix_list_ids: [], protocol: 'tcp', security_groups: [], self: false },
  });
  const values = {
    ...common(i, 'ec2'),
    ...{
      name: `sg-${i}`,
      name_prefix: '',
      description: 'Managed',
      owner_id: '123456789012',
      vpc_id: 'vpc-0a1b2c',
    },
    ...{
      revoke_rules_on_delete: false,
      egress: [port(0)],
      ingress: [22, 80, 443, 5432, 6379, 8080].map(port),
    },
  };
  return {
    type: 'aws_security_group',
    values,
    changed: { ingress: [80, 443].map(port) },
    computed: ['arn', 'id', 'owner_id'],
  };
}

function database(i: number): PlanObject {
  const values = {
    ...common(i, 'rds'),
    ...{
      identifier: `db-${i}`,
      engine: 'postgres',
      engine_version: '16.3',
      engine_version_actual: '16.3',
      port: 5432,
    },
    ...{
      instance_class: 'db.t4g.medium',
      allocated_storage: 100 + (i % 80),
      storage_type: 'gp3',
      multi_az: i % 2 === 0,
    },
    ...{
      iops: 3000,
      storage_throughput: 125,
      storage_encrypted: true,
      max_allocated_storage: 0,
      license_model: 'postgresql-license',
    },
    ...{
      address: `db-${i}.rds.amazonaws.com`,
      endpoint: `db-${i}.rds.amazonaws.com:5432`,
      hosted_zone_id: 'Z29XKXDKYMONMX',
    },
    ...{
      availability_zone: 'eu-west-1a',
      backup_retention_period: 7,
      backup_window: '03:00-04:00',
      maintenance_window: 'mon:04:00',
    },
    ...{
      deletion_protection: true,
      performance_insights_enabled: true,
      publicly_accessible: false,
      skip_final_snapshot: false,
    },
    ...{
      username: 'app',
      password: `secret-${i}`,
      db_name: 'app',
      parameter_group_name: 'default.postgres16',
      replicas: [],
    },
    ...nulls(
      'character_set_name',
      'custom_iam_instance_profile',
      'domain',
      'restore_to_point_in_time',
      'replicate_source_db',
    ),
  };
  const computed = [
    'arn',
    'id',
    'address',
    'endpoint',
    'hosted_zone_id',
    'availability_zone',
    'engine_version_actual',
  ];
  return { type: 'aws_db_instance', values, changed: { instance_class: 'db.t4g.large' }, computed };
}
