import { type Configuration, term } from './term.ts';

const ec2 = term('ec2');
const ebs = term('ebs');
const vpc = term('vpc');
const cloudwatch = term('cloudwatch');
const linux = { operating_system: 'linux' };
const template = { id: '${aws_launch_template.t.id}' };

/** Machines and their disks. */
export const instances: readonly Configuration[] = [
  {
    type: 'aws_instance',
    title: 'gp3 root with more IOPS and throughput than are included',
    attributes: {
      instance_type: 'm5.large',
      root_block_device: [{ volume_type: 'gp3', volume_size: 100, iops: 5000, throughput: 300 }],
    },
    usage: linux,
    terms: [
      ec2('instance|m5.large|linux', 730),
      ebs('gp3.storage', 100),
      ebs('gp3.iops', 2000, '3000'),
      ebs('gp3.throughput', 175, '125'),
    ],
  },
  {
    type: 'aws_instance',
    title: 'Windows with an io1 disk, a public address and detailed monitoring',
    attributes: {
      instance_type: 't3.medium',
      get_password_data: true,
      monitoring: true,
      associate_public_ip_address: true,
      root_block_device: [{ volume_type: 'gp2', volume_size: 50 }],
      ebs_block_device: [{ device_name: 'xvdb', volume_type: 'io1', volume_size: 200, iops: 4000 }],
    },
    terms: [
      ec2('instance|t3.medium|windows', 730),
      cloudwatch('metrics', 7),
      vpc('public-ipv4.in-use', 730),
      ebs('gp2.storage', 50),
      ebs('io1.storage', 200),
      ebs('io1.iops', 4000),
    ],
  },
  {
    type: 'aws_instance',
    title: 'part of the month, type and disk of a launch template',
    attributes: { launch_template: [template] },
    others: {
      'aws_launch_template.t': {
        instance_type: 'c5.xlarge',
        block_device_mappings: [{ ebs: [{ volume_type: 'st1', volume_size: 500 }] }],
      },
    },
    usage: { ...linux, monthly_hrs: 450 },
    terms: [ec2('instance|c5.xlarge|linux', 450), ebs('st1.storage', 500)],
  },
  {
    type: 'aws_autoscaling_group',
    title: 'three instances by a launch template',
    attributes: { min_size: 3, max_size: 3, launch_template: [template] },
    others: {
      'aws_launch_template.t': {
        instance_type: 'm5.large',
        block_device_mappings: [{ ebs: [{ volume_type: 'gp3', volume_size: 30, iops: 4000 }] }],
      },
    },
    terms: [ec2('instance|m5.large|linux', 2190), ebs('gp3.storage', 90), ebs('gp3.iops', 3000, '3000')],
  },
  {
    type: 'aws_autoscaling_group',
    title: 'a launch configuration monitors in detail unless told otherwise',
    attributes: {
      min_size: 1,
      max_size: 5,
      desired_capacity: 2,
      launch_configuration: '${aws_launch_configuration.c.name}',
    },
    others: {
      'aws_launch_configuration.c': {
        instance_type: 't3.micro',
        root_block_device: [{ volume_type: 'gp2', volume_size: 10 }],
      },
    },
    terms: [ec2('instance|t3.micro|linux', 1460), cloudwatch('metrics', 14), ebs('gp2.storage', 20)],
  },
  {
    type: 'aws_autoscaling_group',
    title: 'as many as the usage file says',
    attributes: { min_size: 0, max_size: 20, launch_template: [template] },
    others: { 'aws_launch_template.t': { instance_type: 'r5.large' } },
    usage: { ...linux, instances: '2.5' },
    terms: [ec2('instance|r5.large|linux', 1825), ebs('gp2.storage', 20)],
  },
  {
    type: 'aws_eks_node_group',
    title: 'the default type and disk',
    attributes: { scaling_config: [{ min_size: 2, desired_size: 2, max_size: 2 }] },
    terms: [ec2('instance|t3.medium|linux', 1460), ebs('gp2.storage', 40)],
  },
  {
    type: 'aws_eks_node_group',
    title: 'Windows nodes',
    attributes: {
      ami_type: 'WINDOWS_CORE_2022_x86_64',
      instance_types: ['m5.xlarge'],
      disk_size: 50,
      scaling_config: [{ min_size: 1, desired_size: 1, max_size: 1 }],
    },
    terms: [ec2('instance|m5.xlarge|windows', 730), ebs('gp2.storage', 50)],
  },
  {
    type: 'aws_ebs_volume',
    title: 'io2 in three tiers',
    attributes: { type: 'io2', size: 1000, iops: 70000 },
    terms: [
      ebs('io2.storage', 1000),
      ebs('io2.iops', 32000),
      ebs('io2.iops', 32000, '32000'),
      ebs('io2.iops', 6000, '64000'),
    ],
  },
  {
    type: 'aws_ebs_volume',
    title: 'gp3 within what is included',
    attributes: { type: 'gp3', size: 10, iops: 3000, throughput: 125 },
    terms: [ebs('gp3.storage', 10)],
  },
  {
    type: 'aws_ebs_volume',
    title: 'sc1',
    attributes: { type: 'sc1', size: 2000 },
    terms: [ebs('sc1.storage', 2000)],
  },
];
