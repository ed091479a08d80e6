import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Price } from '../../model/cost.ts';
import { exactly } from '../../model/range.ts';
import { configOf } from '../test-support/terms.ts';
import { accountNames } from './accounts.ts';
import type { KnownLine } from './adjust-line.ts';
import { freeTerms } from './free-tier.ts';

const allowance = {
  ...{ id: 'a', provider: 'aws', service: 'sqs', keys: ['x', 'y'], unit: 'request', amount: '10' },
  link: 'https://example.com',
};
const price = (key: string, unit = 'request'): Price => ({
  ...{ provider: 'aws', service: 'sqs', region: 'us-east-1', key, unit, currency: 'USD' },
  ...{ tiers: [{ from: decimal('0'), price: decimal('1') }], asOf: 'd', source: 's' },
});
const line = (key: string, much: string): KnownLine => ({
  ...{ component: 'c', unit: 'request', kind: 'variable', evidence: 'B', price: price(key) },
  ...{ quantity: exactly(decimal(much)), monthly: exactly(decimal(much)) },
});

describe('an allowance', () => {
  it('is shared by its keys until nothing is left, for each account and each side', () => {
    const terms = freeTerms([allowance], (project) => project);
    const pool = terms.pool();
    const take = (key: string, much: string, project: string): string | undefined =>
      pool.take(line(key, much), project)?.quantity.likely.toFixed();
    expect([take('x', '4', 'p'), take('y', '7', 'p'), take('x', '1', 'p')]).toEqual(['4', '6', undefined]);
    expect([take('x', '99', 'q'), take('z', '1', 'q')]).toEqual(['10', undefined]);
    expect(terms.pool().take(line('x', '3'), 'p')?.quantity.likely.toFixed()).toBe('3');
  });

  it('takes by scenario', () => {
    const pool = freeTerms([allowance], () => '').pool();
    const quantity = { low: decimal('2'), likely: decimal('8'), high: decimal('50') };
    const first = pool.take({ ...line('x', '1'), quantity }, 'p')?.quantity;
    const second = pool.take({ ...line('x', '1'), quantity }, 'p')?.quantity;
    const text = (range: typeof first): string[] =>
      [range?.low, range?.likely, range?.high].map((one) => one?.toFixed() ?? '');
    expect([text(first), text(second)]).toEqual([
      ['2', '8', '10'],
      ['2', '2', '0'],
    ]);
  });

  it('is not of prices in partitions that a free tier leaves out', () => {
    const terms = freeTerms([allowance], () => '');
    const regions = ['us-gov-west-1', 'cn-north-1', 'us-east-1', 'ca-central-1'];
    expect(regions.map((region) => terms.has({ ...price('x'), region }))).toEqual([false, false, true, true]);
  });

  it('is of prices in its unit only', () => {
    const terms = freeTerms([allowance], () => '');
    expect([terms.has(price('x')), terms.has(price('x', 'GB')), terms.has(price('z'))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the account of a project', () => {
  const config = configOf(`projects:
  - { path: ./infra/a/, account: '111111111111' }
  - { path: infra/b, name: prod, workspace: blue, account: '222222222222' }
  - path: infra/c
    workspaces: [{ name: one, account: '333333333333' }, two]
  - { path: ., workspace: red, account: '444444444444' }
`);

  it('is the one that the configuration names, by the id of the project', () => {
    const accountOf = accountNames(config, false);
    const ids = ['infra/a', 'prod', 'infra/c@one', 'infra/c@two', '.@red', 'elsewhere'];
    expect(ids.map(accountOf)).toEqual([
      ...['111111111111', '222222222222', '333333333333', '', '444444444444', ''],
    ]);
  });

  it('is one for all where they are billed together', () => {
    expect(['infra/a', 'prod'].map(accountNames(config, true))).toEqual(['', '']);
  });
});
