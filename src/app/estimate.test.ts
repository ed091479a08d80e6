import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryRepository, type TemporaryRepository } from '../../test/support/temporary-repository.ts';
import { decimal, sum } from '../lib/decimal.ts';
import { readDimensions } from './estimate/dimensions.ts';
import { renderEstimated } from './estimate-report.ts';
import { estimate, type EstimateOptions } from './estimate.ts';

const FILES = {
  'tollgate.yml': `
profit_centers:
  - { id: PC-1, match: { tags: { Team: web } } }
  - { id: PC-2, match: { paths: ['data/**'] } }
`,
  'web/main.tf': `
terraform {
  backend "s3" {}
}
provider "aws" {
  region = "eu-west-1"
}
resource "aws_instance" "app" {
  count         = 2
  instance_type = "m5.large"
  tags          = { Team = "web" }
}
resource "aws_sqs_queue" "jobs" {}
resource "aws_iam_role" "r" {}
`,
  'data/main.tf': `
terraform {
  backend "s3" {}
}
provider "aws" {
  region = "us-east-1"
}
variable "size" {}
resource "aws_instance" "db" {
  instance_type = var.size
  tags          = { Team = var.size }
}
resource "aws_ebs_volume" "d" {
  size = 100
  type = "gp3"
  availability_zone = "us-east-1a"
}
`,
};

const schemaFile = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false })
  .addSchema(schemaFile('result'))
  .compile(schemaFile('estimate'));

let repository: TemporaryRepository;
beforeAll(() => {
  repository = temporaryRepository();
  repository.commit(FILES);
});
afterAll(() => {
  repository[Symbol.dispose]();
});

const run = (options: Partial<EstimateOptions> = {}, by = 'project') =>
  estimate({
    folder: repository.folder,
    by: readDimensions(by),
    whatIf: [],
    now: '2026-11-01T00:00:00Z',
    given: { plans: [], basePlans: [], states: [] },
    ...options,
  });

describe('a breakdown', () => {
  it('has every known line in one group of each dimension', async () => {
    const all = 'project,service,region,type,module,profit_center,tag:Team';
    const result = await run({}, all);
    expect(result.totals.monthly.likely.gt('0')).toBe(true);
    for (const { by, groups } of result.breakdowns) {
      const total = sum(groups.map(({ totals }) => totals.monthly.likely));
      expect(total.toFixed(), by).toBe(result.totals.monthly.likely.toFixed());
    }
  });

  it('tells what has no tag, what nobody pays for, and what is not known', async () => {
    const names = async (by: string) =>
      (await run({}, by)).breakdowns[0]?.groups.map(
        ({ name, kind, unpriced }) => `${kind} ${name} ${unpriced}`,
      );
    expect(await names('tag:Team')).toEqual(['value web 0', 'none untagged 0', 'unknown unknown 1']);
    expect(await names('profit_center')).toEqual([
      'value PC-1 0',
      'value PC-2 0',
      'unknown unknown 1',
      'none not attributed 0',
    ]);
    expect(await names('region')).toEqual(['value eu-west-1 0', 'value us-east-1 1']);
  });
});

it('is that of the projects in the folder', async () => {
  const result = await run({ folder: join(repository.folder, 'web') });
  expect(result.path).toBe('web');
  expect(result.breakdowns[0]?.groups.map(({ name }) => name)).toEqual(['web']);
  expect(result.coverage.resources).toBe(4);
  // https://aws.amazon.com/ec2/pricing/on-demand/: m5.large in eu-west-1 is $0.107 an hour.
  expect(result.resources[0]?.cost.lines[0]?.monthly?.likely.toFixed(2)).toBe('78.11');
});

it('says so where there is no project', async () => {
  repository.write({ 'docs/readme.txt': '' });
  await expect(run({ folder: join(repository.folder, 'docs') })).rejects.toThrow(
    'no Terraform or Terragrunt project in docs',
  );
});

describe('usage that is tried out', () => {
  const requests = async (...whatIf: string[]) => {
    const result = await run({ whatIf });
    const queue = result.resources.find(({ cost }) => cost.type === 'aws_sqs_queue');
    return { result, quantity: queue?.cost.lines[0]?.quantity?.likely.toFixed() };
  };

  it('stands in the place of defaults, and the totals without it are told', async () => {
    const { result, quantity } = await requests('monthly_requests=5000000');
    expect(quantity).toBe('5000000');
    expect(result.whatIf).toMatchObject([{ target: null, key: 'monthly_requests', resources: 1 }]);
    const difference = result.totals.monthly.likely.minus(result.without?.monthly.likely ?? '0');
    expect(difference.toFixed()).toBe(
      (await run()).totals.monthly.likely.minus(result.totals.monthly.likely).times('-1').toFixed(),
    );
  });

  it('is taken from the most specific target', async () => {
    const wide = ['monthly_requests=1', 'aws_sqs_queue.monthly_requests=2'];
    expect((await requests('aws_sqs_queue.jobs:monthly_requests=3', ...wide)).quantity).toBe('3');
    expect((await requests(...[...wide].reverse())).quantity).toBe('2');
  });

  it.each([
    'monthly_requests',
    'monthly_requests=',
    '=5',
    'monthly_requests=-1',
    'monthly_requests=1e9',
    'nonsense=1',
  ])('"%s" is refused', async (argument) => {
    await expect(run({ whatIf: [argument] })).rejects.toThrow(/no usage to try|has the usage key/);
  });
});

it('refuses what is no dimension', () => {
  expect(() => readDimensions('project,colour')).toThrow('"colour"');
});

describe('formats', () => {
  it('JSON is as its schema says, the same each time', async () => {
    const result = await run({ whatIf: ['monthly_requests=5000000'] }, 'service,tag:Team');
    const look = { color: false, width: 100 };
    const text = renderEstimated(result, 'json', look);
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
    expect(
      renderEstimated(await run({ whatIf: ['monthly_requests=5000000'] }, 'service,tag:Team'), 'json', look),
    ).toBe(text);
  });

  it('a terminal and HTML say what is unknown', async () => {
    const result = await run();
    for (const format of ['terminal', 'html'] as const) {
      const text = renderEstimated(result, format, { color: false, width: 100 });
      expect(text).toContain('+ unknown');
      expect(text).toContain('var.size');
    }
  });

  it('Infracost output has its totals, and null where nothing is known', async () => {
    const result = await run();
    const output = JSON.parse(renderEstimated(result, 'infracost-json', { color: false, width: 100 })) as {
      totalMonthlyCost: string;
      summary: object;
      projects: {
        name: string;
        breakdown: { resources: { name: string; monthlyCost: string | null; tags: object }[] };
      }[];
    };
    expect(output.totalMonthlyCost).toBe(result.totals.monthly.likely.toFixed());
    expect(output.projects.map(({ name }) => name)).toEqual(['data', 'web']);
    const resource = (name: string) =>
      output.projects.flatMap(({ breakdown }) => breakdown.resources).find((one) => one.name === name);
    expect(resource('aws_instance.app[0]')).toMatchObject({ tags: { Team: 'web' } });
    expect(resource('aws_instance.db')?.monthlyCost).not.toBe('0');
    expect(output.summary).toMatchObject({ totalDetectedResources: 6, totalNoPriceResources: 1 });
  });

  it('Infracost output has prices as they are paid, in projects that add up to the total', async () => {
    using other = temporaryRepository();
    other.commit({
      'main.tf': FILES['data/main.tf'].replace('var.size', '"t3.micro"'),
      'tollgate-usage.yml': `
resource_usage:
  aws_data_transfer.out: { region: eu-west-1, monthly_outbound_internet_gb: 20000 }
`,
      'tollgate.yml': `
currency: EUR
pricing:
  exchange_rates: [{ from: USD, to: EUR, rate: 0.5, date: 2026-01-01, source: bank }]
  discounts: [{ id: ebs, provider: aws, service: ebs, key: 'gp3.*', percent: 10 }]
`,
    });
    const result = await run({ folder: other.folder });
    const output = JSON.parse(renderEstimated(result, 'infracost-json', { color: false, width: 100 })) as {
      totalMonthlyCost: string;
      projects: {
        breakdown: {
          totalMonthlyCost: string;
          resources: { costComponents: { price: string; monthlyQuantity: string; monthlyCost: string }[] }[];
        };
      }[];
    };
    const breakdowns = output.projects.map(({ breakdown }) => breakdown);
    expect(sum(breakdowns.map((one) => decimal(one.totalMonthlyCost))).toFixed()).toBe(
      output.totalMonthlyCost,
    );
    const parts = breakdowns.flatMap(({ resources }) => resources).flatMap((one) => one.costComponents);
    // 0.08 USD and 0.0104 USD at 0.5, the former less a tenth; data that leaves the region costs less above 10 TB.
    expect(parts.map(({ price }) => price)).toEqual(expect.arrayContaining(['0.036', '0.0052']));
    expect(parts.length).toBeGreaterThan(3);
    for (const { price, monthlyQuantity, monthlyCost } of parts) {
      expect(decimal(price).times(decimal(monthlyQuantity)).toFixed(6)).toBe(decimal(monthlyCost).toFixed(6));
    }
  });
});

it('ends with an error when the configuration asks for another price book', async () => {
  using other = temporaryRepository();
  other.commit({ ...FILES, 'tollgate.yml': `price_book: '${'0'.repeat(12)}'\n` });
  await expect(run({ folder: other.folder })).rejects.toThrow('asks for price book 000000000000');
});

it('fetches no module by the word of what it estimates', async () => {
  using other = temporaryRepository();
  other.commit({ 'main.tf': FILES['data/main.tf'] });
  other.git('checkout', '-q', '-b', 'change');
  other.commit({
    'main.tf': `${FILES['data/main.tf']}module "m" {\n  source = "localhost:1/a/b/c"\n}\n`,
    'tollgate.yml': 'modules: { fetch: true, hosts: ["localhost:1"] }\n',
  });
  const { coverage } = await run({ folder: other.folder, ref: 'change' });
  expect(coverage.unresolvedModules).toMatchObject([
    { address: 'module.m', reason: expect.stringContaining('modules are not fetched') as string },
  ]);
});
