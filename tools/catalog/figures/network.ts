import { type Configuration, everywhere, term } from './term.ts';

const vpc = term('vpc');
const elb = term('elb');
const route53 = term('route53');

/** Gateways, load balancers, addresses and zones. */
export const network: readonly Configuration[] = [
  {
    type: 'aws_nat_gateway',
    title: 'public',
    attributes: { subnet_id: 'subnet-1', allocation_id: 'eipalloc-1' },
    usage: { monthly_data_processed_gb: 1234 },
    terms: [vpc('nat-gateway.hour', 730), vpc('nat-gateway.data-processed', 1234)],
  },
  {
    type: 'aws_nat_gateway',
    title: 'private costs the same',
    attributes: { subnet_id: 'subnet-1', connectivity_type: 'private' },
    usage: { monthly_data_processed_gb: '0.5' },
    terms: [vpc('nat-gateway.hour', 730), vpc('nat-gateway.data-processed', '0.5')],
  },
  {
    type: 'aws_nat_gateway',
    title: 'regional, in three zones',
    attributes: {
      availability_mode: 'regional',
      availability_zone_address: [
        { availability_zone: 'a' },
        { availability_zone: 'b' },
        { availability_zone: 'c' },
      ],
    },
    usage: { monthly_data_processed_gb: 10 },
    terms: [vpc('nat-gateway.hour', 2190), vpc('nat-gateway.data-processed', 10)],
  },
  {
    type: 'aws_lb',
    title: 'application: the bytes of a month decide',
    attributes: { load_balancer_type: 'application' },
    usage: { new_connections: 10, active_connections: 300, processed_bytes_gb: 2190, rule_evaluations: 1000 },
    terms: [elb('alb.hour', 730), elb('alb.lcu-hour', 2190)],
  },
  {
    type: 'aws_alb',
    title: 'application by its old name: new connections decide',
    attributes: {},
    usage: {
      new_connections: 100,
      active_connections: 3000,
      processed_bytes_gb: 730,
      rule_evaluations: 1000,
    },
    terms: [elb('alb.hour', 730), elb('alb.lcu-hour', 2920)],
  },
  {
    type: 'aws_lb',
    title: 'application: rule evaluations decide',
    attributes: { internal: true },
    usage: { rule_evaluations: 5000, active_connections: 6000 },
    terms: [elb('alb.hour', 730), elb('alb.lcu-hour', 3650)],
  },
  {
    type: 'aws_lb',
    title: 'network: active connections decide, rules do not count',
    attributes: { load_balancer_type: 'network' },
    usage: {
      new_connections: 800,
      active_connections: 200000,
      processed_bytes_gb: 73,
      rule_evaluations: 9000,
    },
    terms: [elb('nlb.hour', 730), elb('nlb.lcu-hour', 1460)],
  },
  {
    type: 'aws_lb',
    title: 'gateway',
    attributes: { load_balancer_type: 'gateway' },
    usage: { new_connections: 1200, active_connections: 60000, processed_bytes_gb: 365 },
    terms: [elb('gwlb.hour', 730), elb('gwlb.lcu-hour', 1460)],
  },
  {
    type: 'aws_eip',
    title: 'attached',
    attributes: { domain: 'vpc', instance: 'i-1' },
    terms: [vpc('public-ipv4.in-use', 730)],
  },
  {
    type: 'aws_eip',
    title: 'idle costs the same',
    attributes: { domain: 'vpc' },
    terms: [vpc('public-ipv4.idle', 730)],
  },
  {
    type: 'aws_eip',
    title: "an address of one's own pool is free",
    attributes: { public_ipv4_pool: 'ipv4pool-ec2-1' },
    terms: [],
  },
  {
    type: 'aws_route53_zone',
    title: 'public',
    attributes: { name: 'example.com' },
    terms: [everywhere(route53('hosted-zone', 1))],
  },
  {
    type: 'aws_route53_zone',
    title: 'private costs the same',
    attributes: { name: 'internal', vpc: [{ vpc_id: 'vpc-1' }, { vpc_id: 'vpc-2' }] },
    terms: [everywhere(route53('hosted-zone', 1))],
  },
];
