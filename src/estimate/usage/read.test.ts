import { describe, expect, it } from 'vitest';
import { openCatalog } from '../catalog/catalog.ts';
import { readUsageFile } from './read.ts';

const catalog = openCatalog();
const read = (text: string) => readUsageFile('tollgate-usage.yml', Buffer.from(text), catalog);

const file = `version: 0.1
resource_type_default_usage:
  aws_nat_gateway:
    monthly_data_processed_gb: 7
resource_usage:
  aws_nat_gateway.main:
    monthly_data_processed_gb: { low: 1, likely: 2.5, high: 1000000 }
  aws_nat_gateway.many[*]:
    monthly_data_processed_gb: 3
  aws_nat_gateway.many[1]:
    monthly_data_processed_gb: 4
  module.net["a]b"].aws_nat_gateway.x[*]:
    monthly_data_processed_gb: 0.10000000000000000001
  aws_s3_bucket.b:
    standard:
      storage_gb: 10
      monthly_tier_1_requests:
  aws_instance.i:
    operating_system: windows
`;

describe('readUsageFile', () => {
  const { usage, diagnostics } = read(file);
  const figure = (address: string, type: string, key: string): string | undefined => {
    const value = usage.of(address, type).get(key);
    if (value?.kind !== 'amount') return value?.text;
    return [value.range.low, value.range.likely, value.range.high].map((part) => part.toFixed()).join(' ');
  };

  it('takes the most specific statement, exactly', () => {
    expect(diagnostics).toEqual([]);
    const nat = (address: string) => figure(address, 'aws_nat_gateway', 'monthly_data_processed_gb');
    expect(nat('aws_nat_gateway.main')).toBe('1 2.5 1000000');
    expect(nat('aws_nat_gateway.many[0]')).toBe('3 3 3');
    expect(nat('aws_nat_gateway.many["x.y[0]"]')).toBe('3 3 3');
    expect(nat('aws_nat_gateway.many[1]')).toBe('4 4 4');
    expect(nat('aws_nat_gateway.other')).toBe('7 7 7');
    expect(nat('module.net["a]b"].aws_nat_gateway.x[2]')).toBe(
      Array(3).fill('0.10000000000000000001').join(' '),
    );
    expect(nat('module.net["c"].aws_nat_gateway.x[2]')).toBe('7 7 7');
  });

  it('takes grouped digits', () => {
    const grouped = read(
      'resource_usage:\n  aws_nat_gateway.a:\n    monthly_data_processed_gb: 1_250_000.5\n',
    );
    expect(grouped.diagnostics).toEqual([]);
    const value = grouped.usage.of('aws_nat_gateway.a', 'aws_nat_gateway').get('monthly_data_processed_gb');
    expect(value?.kind === 'amount' ? value.range.likely.toFixed() : value).toBe('1250000.5');
  });

  it('joins nested keys by dots, skips empty ones, and takes texts', () => {
    expect([...usage.of('aws_s3_bucket.b', 'aws_s3_bucket').keys()]).toEqual(['standard.storage_gb']);
    expect(figure('aws_instance.i', 'aws_instance', 'operating_system')).toBe('windows');
  });

  const nat = (value: string) =>
    `resource_usage:\n  aws_nat_gateway.a:\n    monthly_data_processed_gb: ${value}\n`;

  it.each([
    ['a negative figure', nat('-1'), 'monthly_data_processed_gb is negative.', 3],
    ['an exponent', nat('1e999999999'), 'monthly_data_processed_gb is "1e999999999".', 3],
    [
      'a text for a figure',
      'resource_usage:\n  aws_lambda_function.f:\n    request_duration_ms: "abc"\n',
      'request_duration_ms is "abc".',
      3,
    ],
    ['yes for a figure', nat('true'), 'monthly_data_processed_gb is "true".', 3],
    ['a figure that ends in a mark', nat('1_000_'), 'monthly_data_processed_gb is "1_000_".', 3],
    ['a list', nat('[1, 2]'), 'monthly_data_processed_gb is a list of 2; expected one figure.', 3],
    ['a range with a gap', nat('{ low: 1, high: 2 }'), 'monthly_data_processed_gb has no likely.', 3],
    [
      'a range out of order',
      nat('{ low: 3, likely: 2, high: 4 }'),
      'monthly_data_processed_gb: low, likely and high are out of order.',
      3,
    ],
    [
      'a key that nothing depends on',
      nat('1').replace('processed', 'procesed'),
      '"monthly_data_procesed_gb" is not used: no price of aws_nat_gateway depends on it.',
      3,
    ],
    [
      'usage of a type that is not priced',
      'resource_usage:\n  aws_quicksight_user.a:\n    monthly_requests: 20000\n',
      'The usage of "aws_quicksight_user.a" is not used: aws_quicksight_user is not priced.',
      2,
    ],
    [
      'usage of a type that is free',
      'resource_type_default_usage:\n  aws_iam_role: { monthly_requests: 1 }\n',
      'The usage of "aws_iam_role" is not used: aws_iam_role costs nothing by itself.',
      2,
    ],
    [
      'usage of what is no address',
      'resource_usage:\n  nonsense: { a: 1 }\n',
      'The usage of "nonsense" is not used: it names no resource type.',
      2,
    ],
    ['a part that is not known', 'resources: {}\n', '"resources" is not a part of a usage file.', 1],
    ['a section that is no mapping', 'resource_usage: [1]\n', 'resource_usage must be a mapping.', 1],
    ['a file that is no mapping', '[]', 'A usage file is a mapping.', 1],
    ['a file that is no YAML', 'a: b: c', 'This is not valid YAML', 1],
  ])('reports %s with its line and goes on', (_, text, message, line) => {
    const result = read(text);
    expect(result.diagnostics[0]?.message).toContain(message);
    expect(result.diagnostics[0]?.source?.start.line).toBe(line);
    expect(result.usage.of('aws_nat_gateway.a', 'aws_nat_gateway').size).toBeLessThanOrEqual(1);
  });

  it('reads an empty file as no usage', () => {
    expect(read('').diagnostics).toEqual([]);
    expect(read('resource_usage:\n').diagnostics).toEqual([]);
  });
});
