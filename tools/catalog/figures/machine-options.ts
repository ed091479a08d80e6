import { type Configuration, everywhere, term } from './term.ts';

const ec2 = term('ec2');
const reserved = term('ec2-reserved');
const spot = term('ec2-spot');
const ebs = term('ebs');
const linux = { operating_system: 'linux' };
const template = { id: '${aws_launch_template.t.id}' };
const machine = {
  instance_type: 'm5.large',
  block_device_mappings: [{ ebs: [{ volume_type: 'gp3', volume_size: 20 }] }],
};
const disk = [{ volume_type: 'gp3', volume_size: 20 }];

/** Machines that are not simply bought on demand. */
export const machineOptions: readonly Configuration[] = [
  {
    type: 'aws_instance',
    title: 'reserved for three years, paid for all hours',
    attributes: { instance_type: 'm5.large', root_block_device: disk },
    usage: {
      ...linux,
      monthly_hrs: 100,
      reserved_instance_type: 'convertible',
      reserved_instance_term: '3_year',
      reserved_instance_payment_option: 'no_upfront',
    },
    terms: [reserved('instance|m5.large|linux|3y|convertible|no-upfront', 730), ebs('gp3.storage', 20)],
  },
  {
    type: 'aws_instance',
    title: 'SUSE with more credits than it earns',
    attributes: { instance_type: 't3.large', root_block_device: disk },
    usage: { operating_system: 'suse', vcpu_count: 2, monthly_cpu_credit_hrs: 50 },
    terms: [
      ec2('instance|t3.large|suse', 730),
      everywhere(ec2('cpu-credits|t3|linux', 100)),
      ebs('gp3.storage', 20),
    ],
  },
  {
    type: 'aws_spot_instance_request',
    title: 'half of the month',
    attributes: { instance_type: 'c5.xlarge', root_block_device: disk },
    usage: { ...linux, monthly_hrs: 365 },
    terms: [spot('instance|c5.xlarge|linux', 365), ebs('gp3.storage', 20)],
  },
  {
    type: 'aws_autoscaling_group',
    title: 'eleven instances: a base of two, a third of the rest on demand, rounded up',
    attributes: {
      min_size: 11,
      max_size: 11,
      mixed_instances_policy: [
        {
          instances_distribution: [
            { on_demand_base_capacity: 2, on_demand_percentage_above_base_capacity: 33 },
          ],
          launch_template: [{ launch_template_specification: [{ launch_template_id: template.id }] }],
        },
      ],
    },
    others: { 'aws_launch_template.t': machine },
    usage: linux,
    terms: [
      ec2('instance|m5.large|linux', 5 * 730),
      spot('instance|m5.large|linux', 6 * 730),
      ebs('gp3.storage', 220),
    ],
  },
  {
    type: 'aws_autoscaling_group',
    title: 'ten units of capacity are three instances of four units',
    attributes: {
      min_size: 10,
      max_size: 10,
      mixed_instances_policy: [
        {
          launch_template: [
            {
              launch_template_specification: [{ launch_template_id: template.id }],
              override: [{ instance_type: 'm5.xlarge', weighted_capacity: '4' }],
            },
          ],
        },
      ],
    },
    others: { 'aws_launch_template.t': machine },
    usage: linux,
    terms: [ec2('instance|m5.xlarge|linux', 3 * 730), ebs('gp3.storage', 60)],
  },
  {
    type: 'aws_eks_node_group',
    title: 'spot nodes',
    attributes: {
      capacity_type: 'SPOT',
      instance_types: ['m5.large'],
      disk_size: 100,
      scaling_config: [{ min_size: 3, desired_size: 3, max_size: 3 }],
    },
    terms: [spot('instance|m5.large|linux', 3 * 730), ebs('gp2.storage', 300)],
  },
  {
    type: 'aws_ec2_fleet',
    title: 'two of six on demand by number, the others as spot',
    attributes: {
      launch_template_config: [{ launch_template_specification: [{ launch_template_id: template.id }] }],
      target_capacity_specification: [
        { default_target_capacity_type: 'spot', total_target_capacity: 6, on_demand_target_capacity: 2 },
      ],
    },
    others: { 'aws_launch_template.t': machine },
    usage: linux,
    terms: [
      ec2('instance|m5.large|linux', 2 * 730),
      spot('instance|m5.large|linux', 4 * 730),
      ebs('gp3.storage', 120),
    ],
  },
  {
    type: 'aws_spot_fleet_request',
    title: 'five units of two each',
    attributes: {
      target_capacity: 5,
      launch_specification: [{ instance_type: 'c5.xlarge', weighted_capacity: '2', root_block_device: disk }],
    },
    usage: linux,
    terms: [spot('instance|c5.xlarge|linux', 3 * 730), ebs('gp3.storage', 60)],
  },
  {
    type: 'aws_ec2_capacity_reservation',
    title: 'two that nobody uses',
    attributes: { instance_type: 'm5.large', instance_platform: 'Windows', instance_count: 5 },
    usage: { unused_instances: 2 },
    terms: [ec2('instance|m5.large|windows', 1460)],
  },
];
