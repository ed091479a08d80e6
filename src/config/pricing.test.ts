import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { configChanges } from './changes.ts';
import { loadConfig } from './load.ts';

const load = (text: string) => loadConfig(memoryTree({ 'tollgate.yml': `version: 1\n${text}` }));

/** `line:column code message`. */
const errors = (text: string): string[] =>
  load(text).diagnostics.map(
    ({ source, code, message }) =>
      `${String(source?.start.line)}:${String(source?.start.column)} ${code} ${message}`,
  );

const full = `currency: EUR
pricing:
  exchange_rates: [{ from: USD, to: EUR, rate: '0.92', date: 2026-11-01, source: ECB }]
  discounts:
    - { id: edp, provider: aws, percent: 12.5, from: 2026-01-01, until: 2026-12-31 }
    - { id: edp, provider: aws, percent: 14, from: 2027-01-01 }
  prices:
    - { provider: aws, service: vpc, region: us-east-1, key: nat-gateway.hour, unit: hour, price: '0.030', from: 2026-01-01 }
    - { id: egress, provider: aws, service: s3, sku: ABC, unit: GB, currency: USD, tiers: [{ from: 0, price: 2 }, { from: 9, price: 1 }], from: 2026-01-01 }
  commitments:
    - { id: web-ri, kind: reserved, provider: aws, service: ec2, region: eu-*, key: 'instance|m5.*|linux', share: 60, term: 3y }
    - { id: csp, kind: savings_plan, provider: aws, service: ec2, share: 40, percent: 27 }
  free_tier: on
`;

describe('pricing', () => {
  it('is read with its defaults', () => {
    const { config, diagnostics } = load(full);
    expect(diagnostics).toEqual([]);
    expect(config.pricing?.freeTier).toBe('on');
    expect(config.pricing?.exchangeRates.map(({ rate, date }) => `${rate.toFixed()} ${date}`)).toEqual([
      '0.92 2026-11-01',
    ]);
    expect(
      config.pricing?.discounts.map(({ id, percent, onCommitments }) => [
        id,
        percent.toFixed(),
        onCommitments,
      ]),
    ).toEqual([
      ['edp', '12.5', false],
      ['edp', '14', false],
    ]);
    const prices = config.pricing?.prices.map(({ id, currency, tiers }) => [
      id,
      currency,
      tiers.map((tier) => tier.price.toFixed()),
    ]);
    expect(prices).toEqual([
      ['vpc us-east-1 nat-gateway.hour', 'EUR', ['0.03']],
      ['egress', 'USD', ['2', '1']],
    ]);
    expect(config.pricing?.commitments[0]).toMatchObject({
      ...{ kind: 'reserved', term: '3y', class: 'standard', payment: 'no_upfront', percent: null },
      scope: { provider: 'aws', service: 'ec2', region: 'eu-*', key: 'instance|m5.*|linux' },
    });
  });

  it('is not there without the section', () => {
    expect(load('').config.pricing).toBeUndefined();
  });

  it.each([
    [
      'discounts: [{ id: aa, percent: -1 }]',
      '3:35 wrong-value "pricing.discounts[0].percent" must be a percentage from 0 to 100, such as 12 or "12.5", not the number -1.',
    ],
    [
      'discounts: [{ id: aa, percent: 101 }]',
      '3:35 wrong-value "pricing.discounts[0].percent" must be a percentage from 0 to 100, such as 12 or "12.5", not the number 101.',
    ],
    [
      'discounts: [{ id: aa, percent: 100.5 }]',
      '3:35 wrong-value "pricing.discounts[0].percent" must be a percentage from 0 to 100, such as 12 or "12.5", not the number 100.5.',
    ],
    [
      'discounts: [{ id: aa, precent: 1, percent: 1 }]',
      '3:26 unknown-key "precent" is not a key of "pricing.discounts[0]".',
    ],
    [
      'discounts: [{ id: aa, percent: 1, until: 2026-02-30 }]',
      '3:45 wrong-value "pricing.discounts[0].until" must be a date that exists, such as 2026-01-31, not "2026-02-30".',
    ],
    [
      'discounts: [{ id: aa, percent: 1, from: 2026-02-02, until: 2026-02-01 }]',
      '3:63 never-in-force "until" is before "from", so it never holds.',
    ],
    [
      'discounts: [{ id: aa, percent: 1 }, { id: bb, percent: 2 }]',
      '3:40 duplicate-id Another entry before holds for the same (everything), at the same time.',
    ],
    [
      'discounts: [{ id: aa, service: ec2, percent: 1 }, { id: aa, service: s3, percent: 2 }]',
      '3:54 duplicate-id Another entry before holds for the same (aa), at the same time.',
    ],
    [
      'prices: [{ provider: aws, service: vpc, key: k, unit: hour, price: -1, from: 2026-01-01 }]',
      '3:71 wrong-value "pricing.prices[0].price" must be a plain decimal of 0 or more, such as 250 or "12.50", not the number -1.',
    ],
    [
      'prices: [{ provider: aws, service: vpc, key: k, unit: hour, from: 2026-01-01 }]',
      '3:13 own-price An own price has either "price" or "tiers".',
    ],
    [
      'prices: [{ provider: aws, service: vpc, unit: hour, price: 1, from: 2026-01-01 }]',
      '3:13 own-price An own price has either "key" or "sku".',
    ],
    [
      "prices: [{ provider: aws, service: vpc, key: 'a*', unit: hour, price: 1, from: 2026-01-01 }]",
      '3:49 own-price The "key" of an own price cannot have a *.',
    ],
    [
      'prices: [{ provider: aws, service: vpc, region: us-*, key: k, unit: hour, price: 1, from: 2026-01-01 }]',
      '3:52 wrong-value "pricing.prices[0].region" must be one region in lower case, such as eu-west-1, not "us-*".',
    ],
    [
      'prices: [{ provider: aws, service: vpc, key: k, unit: hour, tiers: [{ from: 1, price: 1 }], from: 2026-01-01 }]',
      '3:13 own-price The tiers of an own price begin at 0 and rise.',
    ],
    [
      'prices: [{ provider: aws, service: vpc, key: k, unit: hour, currency: GBP, price: 1, from: 2026-01-01 }]',
      '3:74 exchange-rate-missing There is no exchange rate from GBP to USD, so amounts in GBP cannot be shown in USD.',
    ],
    [
      'exchange_rates: [{ from: USD, to: EUX, rate: 1, date: 2026-01-01, source: x }]',
      '3:38 unknown-currency "EUX" is no currency of ISO 4217.',
    ],
    [
      'exchange_rates: [{ from: USD, to: EUR, rate: 0, date: 2026-01-01, source: x }]',
      '3:49 wrong-value "pricing.exchange_rates[0].rate" must be a plain decimal greater than 0, such as 1000 or "0.5", not the number 0.',
    ],
    [
      'commitments: [{ id: aa, kind: reserved, provider: aws, service: ec2, share: 200 }]',
      '3:80 wrong-value "pricing.commitments[0].share" must be a percentage from 0 to 100, such as 12 or "12.5", not the number 200.',
    ],
    ['free_tier: yes', '3:15 wrong-value "pricing.free_tier" must be one of off, on or shared, not "yes".'],
  ])('%s is refused at its place', (text, expected) => {
    expect(errors(`pricing:\n   ${text}\n`)).toEqual([expected]);
  });

  it('tells what a change does to it', () => {
    const head = full
      .replace("'0.92'", "'0.93'")
      .replace('percent: 27', 'percent: 30')
      .replace('free_tier: on', 'free_tier: shared')
      .replace("price: '0.030'", "price: '0.029'");
    expect(configChanges(load(full).config, load(head).config)).toEqual([
      'The exchange rate from USD to EUR changes from 0.92 of 2026-11-01 to 0.93 of 2026-11-01.',
      'The own price "vpc us-east-1 nat-gateway.hour" changes from 0.03 EUR per hour of aws vpc us-east-1 nat-gateway.hour, from 2026-01-01 to 0.029 EUR per hour of aws vpc us-east-1 nat-gateway.hour, from 2026-01-01.',
      'The commitment "csp" changes from savings plan, 40% covered, 27% off of aws ec2 to savings plan, 40% covered, 30% off of aws ec2.',
      'The free tier changes from on to shared.',
    ]);
    expect(
      configChanges(load('').config, load('pricing: { discounts: [{ id: all, percent: 5 }] }').config),
    ).toEqual(['The discount "all" is added: 5% of everything.', 'The free tier is added: off.']);
  });
});
