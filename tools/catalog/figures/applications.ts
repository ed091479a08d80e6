import { type Configuration, everywhere, term } from './term.ts';

const apprunner = term('apprunner');
const appsync = term('appsync');
const codebuild = term('codebuild');
const cognito = term('cognito');
const elb = term('elb');
const ec2 = term('ec2');
const mwaa = term('mwaa');

const setting = (values: Readonly<Record<string, string>>) => ({
  setting: Object.entries(values).map(([name, value]) => ({ name, value })),
});

/** Runtimes, APIs, builds and sign-in. */
export const applications: readonly Configuration[] = [
  {
    type: 'aws_apprunner_service',
    title: 'two provisioned instances of 2 vCPU and 4 GB',
    attributes: {
      instance_configuration: [{ cpu: '2048', memory: '4 GB' }],
      auto_scaling_configuration_arn: '${aws_apprunner_auto_scaling_configuration_version.s.arn}',
    },
    others: { 'aws_apprunner_auto_scaling_configuration_version.s': { min_size: 2 } },
    usage: { monthly_active_instance_hrs: 300, monthly_build_mins: 90 },
    terms: [
      apprunner('provisioned-gb-hour', 5840),
      apprunner('vcpu-hour', 600),
      apprunner('automatic-deployment', 1),
      apprunner('build-minute', 90),
    ],
  },
  {
    type: 'aws_appsync_graphql_api',
    title: 'queries and subscriptions',
    attributes: {},
    usage: { monthly_queries: 123456, monthly_realtime_updates: 7890, monthly_connection_mins: 4567 },
    terms: [
      appsync('operations', 123456),
      appsync('realtime-updates', 7890),
      appsync('realtime.connection-minutes', 4567),
    ],
  },
  {
    type: 'aws_appsync_api_cache',
    title: 'large',
    attributes: { type: 'LARGE' },
    terms: [appsync('cache.12.3gb-hour', 730)],
  },
  {
    type: 'aws_appsync_api',
    title: 'events',
    attributes: {},
    usage: { monthly_operations: 3000000, monthly_connection_mins: 100000 },
    terms: [appsync('events.operations', 3000000), appsync('events.connection-minutes', 100000)],
  },
  {
    type: 'aws_codebuild_project',
    title: 'medium on Linux',
    attributes: { environment: [{ type: 'LINUX_CONTAINER', compute_type: 'BUILD_GENERAL1_MEDIUM' }] },
    usage: { monthly_build_mins: 1234 },
    terms: [codebuild('build|linux|general1.medium', 1234)],
  },
  {
    type: 'aws_codebuild_project',
    title: 'on Lambda by the second',
    attributes: { environment: [{ type: 'LINUX_LAMBDA_CONTAINER', compute_type: 'BUILD_LAMBDA_4GB' }] },
    usage: { monthly_build_mins: 10 },
    terms: [codebuild('lambda|x86|4GB', 600)],
  },
  {
    type: 'aws_cognito_user_pool',
    title: 'Lite with advanced security, into the second tier of each',
    attributes: { user_pool_tier: 'LITE', user_pool_add_ons: [{ advanced_security_mode: 'AUDIT' }] },
    usage: { monthly_active_users: 70000, monthly_federated_users: 100, monthly_m2m_tokens: 300000 },
    terms: [
      cognito('user-pool.mau', 50000),
      cognito('user-pool.mau', 20000, '50000'),
      cognito('advanced-security.mau', 50000),
      cognito('advanced-security.mau', 20000, '50000'),
      cognito('federation.mau', 100),
      cognito('m2m.tokens', 250000),
      cognito('m2m.tokens', 50000, '250000'),
    ],
  },
  {
    type: 'aws_cognito_user_pool',
    title: 'Essentials, of which the facts hold no price',
    attributes: {},
    usage: { monthly_active_users: 70000 },
    terms: [],
    unknown: 1,
  },
  {
    type: 'aws_cloudformation_stack',
    title: 'third-party resources',
    attributes: {},
    usage: { monthly_handler_operations: 1500, monthly_duration_secs: 900 },
    terms: [
      term('cloudformation')('handler.operations', 1500),
      term('cloudformation')('handler.duration', 900),
    ],
    unknown: 1,
  },
  {
    type: 'aws_codepipeline',
    title: 'by the pipeline',
    attributes: {},
    terms: [term('codepipeline')('pipeline.v1', 1)],
  },
  {
    type: 'aws_codepipeline',
    title: 'by the minute',
    attributes: { pipeline_type: 'V2' },
    usage: { monthly_action_mins: 77 },
    terms: [term('codepipeline')('action-minute.v2', 77)],
  },
  {
    type: 'aws_codeartifact_domain',
    title: 'storage and requests',
    attributes: {},
    usage: { storage_gb: 12, monthly_requests: 34567 },
    terms: [term('codeartifact')('storage', 12), term('codeartifact')('requests', 34567)],
  },
  {
    type: 'aws_codedeploy_deployment_group',
    title: 'to machines of one’s own',
    attributes: {},
    usage: { monthly_on_premises_updates: 9 },
    terms: [term('codedeploy')('on-premises-update', 9)],
  },
  {
    type: 'aws_service_discovery_private_dns_namespace',
    title: 'a hosted zone and requests',
    attributes: {},
    usage: { monthly_requests: 12345 },
    terms: [everywhere(term('route53')('hosted-zone', 1)), term('cloudmap')('api-calls', 12345)],
  },
  {
    type: 'aws_service_discovery_instance',
    title: 'one',
    attributes: {},
    terms: [term('cloudmap')('resource', 1)],
  },
  {
    type: 'aws_appflow_flow',
    title: 'to AWS',
    attributes: {},
    usage: { monthly_flow_runs: 31, monthly_data_processed_gb: 6 },
    terms: [term('appflow')('flow-run', 31), term('appflow')('data-processed.aws', 6)],
  },
  {
    type: 'aws_fis_experiment_template',
    title: 'minutes',
    attributes: {},
    usage: { monthly_action_mins: 45 },
    terms: [term('fis')('action-minute', 45)],
  },
  {
    type: 'aws_mwaa_environment',
    title: 'extra large with two more workers and another scheduler',
    attributes: { environment_class: 'mw1.xlarge' },
    usage: { additional_workers: 2, additional_schedulers: 1, meta_database_gb: 30 },
    terms: [
      mwaa('environment.xlarge-hour', 730),
      mwaa('worker.xlarge-hour', 1460),
      mwaa('scheduler.xlarge-hour', 730),
      mwaa('database.storage', 30),
    ],
  },
  {
    type: 'aws_elastic_beanstalk_environment',
    title: 'three instances behind an application load balancer',
    attributes: setting({ InstanceTypes: 'm5.large,m5a.large', LoadBalancerType: 'application' }),
    usage: { instances: 3, 'lb.capacity_units': 2 },
    terms: [
      ec2('instance|m5.large|linux', 2190),
      term('ebs')('gp2.storage', 24),
      elb('alb.hour', 730),
      elb('alb.lcu-hour', 1460),
    ],
  },
  {
    type: 'aws_elastic_beanstalk_environment',
    title: 'one instance with a database in two zones',
    attributes: setting({
      EnvironmentType: 'SingleInstance',
      InstanceType: 't3.small',
      RootVolumeType: 'gp3',
      RootVolumeSize: '40',
      StreamLogs: 'true',
      DBInstanceClass: 'db.m5.large',
      MultiAZDatabase: 'true',
      DBAllocatedStorage: '100',
    }),
    usage: { 'cloudwatch.monthly_data_ingested_gb': 8 },
    terms: [
      ec2('instance|t3.small|linux', 730),
      term('ebs')('gp3.storage', 40),
      term('cloudwatch')('logs.ingestion', 8),
      term('rds')('node|db.m5.large|mysql|multi-az|none', 730),
      term('rds')('storage.gp2.multi-az', 100),
    ],
  },
];
