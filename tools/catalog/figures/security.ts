import { type Configuration, everywhere, term } from './term.ts';

const acmpca = term('acmpca');
const directory = term('directoryservice');
const guardduty = term('guardduty');
const inspector = term('inspector');
const securityhub = term('securityhub');
const shield = term('shield');

/** Certificates, directories, detection and protection. */
export const security: readonly Configuration[] = [
  {
    type: 'aws_acmpca_certificate_authority',
    title: 'three tiers of certificates',
    attributes: {},
    usage: { monthly_requests: 12345 },
    terms: [
      acmpca('authority.general-purpose', 1),
      acmpca('certificate.general-purpose', 1000),
      acmpca('certificate.general-purpose', 9000, '1000'),
      acmpca('certificate.general-purpose', 2345, '10000'),
    ],
  },
  {
    type: 'aws_acmpca_certificate_authority',
    title: 'short-lived certificates',
    attributes: { usage_mode: 'SHORT_LIVED_CERTIFICATE' },
    usage: { monthly_requests: 500 },
    terms: [acmpca('authority.short-lived', 1), acmpca('certificate.short-lived', 500)],
  },
  {
    type: 'aws_cloudhsm_v2_hsm',
    title: 'all month',
    attributes: {},
    terms: [term('cloudhsm')('hsm.hour', 730)],
  },
  {
    type: 'aws_directory_service_directory',
    title: 'Microsoft AD with three controllers, one more and two accounts that share it',
    attributes: { type: 'MicrosoftAD', edition: 'Enterprise', desired_number_of_domain_controllers: 3 },
    usage: { additional_domain_controllers: 1, shared_accounts: 2 },
    terms: [directory('microsoft-ad.enterprise', 2920), directory('microsoft-ad.enterprise-shared', 1460)],
  },
  {
    type: 'aws_directory_service_directory',
    title: 'a connector',
    attributes: { type: 'ADConnector', size: 'Small' },
    terms: [directory('ad-connector.small', 730)],
  },
  {
    type: 'aws_guardduty_detector',
    title: 'all that it looks at, into the second tiers',
    attributes: { enable: true },
    usage: {
      monthly_cloudtrail_events: 5000000,
      monthly_flow_and_dns_logs_gb: 3000,
      monthly_s3_data_events: 600000000,
      monthly_eks_audit_log_events: 150000000,
      monthly_lambda_network_logs_gb: 600,
      monthly_ebs_scanned_gb: 40,
      rds_vcpus: 6,
      ec2_runtime_vcpus: 700,
    },
    terms: [
      guardduty('cloudtrail-events', 5000000),
      guardduty('flow-and-dns-logs', 500),
      guardduty('flow-and-dns-logs', 2000, '500'),
      guardduty('flow-and-dns-logs', 500, '2500'),
      guardduty('s3-data-events', 500000000),
      guardduty('s3-data-events', 100000000, '500000000'),
      guardduty('eks-audit-logs', 100000000),
      guardduty('eks-audit-logs', 50000000, '100000000'),
      guardduty('lambda-network-logs', 500),
      guardduty('lambda-network-logs', 100, '500'),
      guardduty('ebs-malware-scan', 40),
      guardduty('rds-vcpu', 6),
      guardduty('runtime-vcpu.ec2', 500),
      guardduty('runtime-vcpu.ec2', 200, '500'),
    ],
  },
  {
    type: 'aws_securityhub_account',
    title: 'checks in two tiers, findings above those that are free, rules',
    attributes: {},
    usage: { monthly_security_checks: 150000, monthly_findings: 25000, monthly_rule_evaluations: 3000000 },
    terms: [
      securityhub('checks', 100000),
      securityhub('checks', 50000, '100000'),
      securityhub('findings', 15000, '10000'),
      securityhub('rule-evaluations', 2000000, '1000000'),
    ],
  },
  {
    type: 'aws_macie2_account',
    title: 'buckets by the day and data',
    attributes: {},
    usage: { monitored_buckets: 24, monthly_inspected_data_gb: 80 },
    terms: [term('macie')('buckets', 730), term('macie')('sensitive-data-discovery', 80)],
  },
  {
    type: 'aws_inspector2_enabler',
    title: 'instances, images and functions',
    attributes: { resource_types: ['EC2', 'ECR', 'LAMBDA'] },
    usage: { ec2_instances: 4, monthly_ecr_images: 20, monthly_ecr_rescans: 200, lambda_functions: 3 },
    terms: [
      inspector('ec2.instance-hour', 2920),
      inspector('ecr.image', 20),
      inspector('ecr.image-rescan', 200),
      inspector('lambda.function-hour', 2190),
    ],
  },
  {
    type: 'aws_shield_protection',
    title: 'two tiers',
    attributes: {},
    usage: { monthly_data_transfer_out_gb: 110000 },
    terms: [shield('data-out', 102400), shield('data-out', 7600, '102400')],
  },
  {
    type: 'aws_shield_subscription',
    title: 'one',
    attributes: {},
    terms: [everywhere(shield('advanced.subscription', 1))],
  },
  {
    type: 'aws_detective_graph',
    title: 'two tiers',
    attributes: {},
    usage: { monthly_data_ingested_gb: 1500 },
    terms: [term('detective')('data-ingested', 1000), term('detective')('data-ingested', 500, '1000')],
  },
  {
    type: 'aws_fms_policy',
    title: 'web ACLs',
    attributes: { security_service_policy_data: [{ type: 'WAFV2' }] },
    terms: [term('fms')('policy.WAFV2', 1)],
  },
  {
    type: 'aws_accessanalyzer_analyzer',
    title: 'unused access',
    attributes: { type: 'ORGANIZATION_UNUSED_ACCESS' },
    usage: { monitored_roles_and_users: 321 },
    terms: [term('iamaccessanalyzer')('unused-access.resource', 321)],
  },
  {
    type: 'aws_verifiedpermissions_policy_store',
    title: 'requests',
    attributes: {},
    usage: { monthly_authorization_requests: 1234567 },
    terms: [term('verifiedpermissions')('authorization.single', 1234567)],
  },
  {
    type: 'aws_auditmanager_assessment',
    title: 'assessments',
    attributes: {},
    usage: { monthly_resource_assessments: 4321 },
    terms: [term('auditmanager')('resource-assessment', 4321)],
  },
  {
    type: 'aws_cloudwatch_dashboard',
    title: 'one',
    attributes: {},
    terms: [everywhere(term('cloudwatch')('dashboard', 1))],
  },
];
