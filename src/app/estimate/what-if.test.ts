import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../estimate/catalog/catalog.ts';
import { resourceOf } from '../../estimate/test-support/resource.ts';
import { UserError } from '../../lib/errors.ts';
import { NO_USAGE } from '../../estimate/usage/usage.ts';
import { countWhatIf, readWhatIf, withWhatIf } from './what-if.ts';

const catalog = openCatalog();
const nat = (index: number) => resourceOf(`aws_nat_gateway.nat[${index}]`, {});
const here = [nat(0), nat(1), resourceOf('aws_sqs_queue.jobs', {}), resourceOf('aws_iam_role.r', {})];

/** What an argument is about, or the error with its hint. */
function tried(argument: string, resources = here): string {
  try {
    const [counted] = countWhatIf([readWhatIf(argument, catalog)], resources, catalog);
    return `${counted?.resources ?? 0} resources`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.message} ${error.hint ?? ''}`;
  }
}

describe('usage to try', () => {
  it.each([
    ['monthly_data_processed_gb=5', '2 resources'],
    ['aws_nat_gateway.nat[1]:monthly_data_processed_gb=5', '1 resources'],
    [
      'aws_nat_gateway.nat[9]:monthly_data_processed_gb=5',
      'There is no aws_nat_gateway.nat[9] here to try monthly_data_processed_gb out with. There is aws_nat_gateway.nat[0], aws_nat_gateway.nat[1].',
    ],
    [
      'aws_nat_gateway.monthly_requests=5',
      'aws_nat_gateway does not read the usage key "monthly_requests". It reads monthly_data_processed_gb.',
    ],
    [
      'aws_nat_gateway.nat[0]:monthly_data_procesed_gb=5',
      'aws_nat_gateway does not read the usage key "monthly_data_procesed_gb". Did you mean monthly_data_processed_gb?',
    ],
    [
      'aws_lambda_function.monthly_requests=5',
      'There is no aws_lambda_function here to try monthly_requests out with. What is here and reads monthly_requests: aws_sqs_queue.',
    ],
    ['monthly_requests=1e9', /with all its digits instead of 1e9/],
    ['monthly_requests=-5', /cannot be less than 0/],
    [`monthly_requests=${'9'.repeat(19)}`, /at most 18 digits/],
    ['monthly_requests=many', /Write KEY=FIGURE/],
  ])('%s', (argument, expected) => {
    expect(tried(argument)).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  it('names what is priced by usage where nothing reads the key', () => {
    expect(tried('request_duration_ms=5', [nat(0)])).toBe(
      'No resource here reads request_duration_ms. What is here is priced by monthly_data_processed_gb.',
    );
    expect(tried('request_duration_ms=5', [])).toBe(
      'No resource here reads request_duration_ms. No resource here is priced by usage.',
    );
  });

  it('is not that of another type', () => {
    const usage = withWhatIf(NO_USAGE, [readWhatIf('aws_lambda_function.monthly_requests=2', catalog)]);
    expect(usage.of('aws_sqs_queue.jobs', 'aws_sqs_queue').size).toBe(0);
    expect(usage.of('aws_lambda_function.f', 'aws_lambda_function').size).toBe(1);
  });
});
