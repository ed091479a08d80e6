import { expect, it } from 'vitest';
import { resourceOf } from '../test-support/resource.ts';
import { priced } from '../test-support/terms.ts';

const nat = resourceOf('aws_nat_gateway.n', { subnet_id: 's' });
const ownPrice = (scope: string): string =>
  `prices: [{ id: own, ${scope}, unit: hour, price: '0.03', currency: USD, from: 2026-01-01 }]`;
const discount = (scope: string): string => `discounts: [{ id: own, percent: 5, ${scope} }]`;

/** Warnings of names that the book does not have. */
function said(pricing: string): string[] {
  return (priced(`pricing: { ${pricing} }`, [nat]).terms?.diagnostics() ?? [])
    .filter(({ code }) => code === 'pricing-scope-unknown')
    .map(({ severity, message, hint }) => `${severity}: ${message} ${hint ?? ''}`);
}

it.each([
  [
    ownPrice('provider: aws, service: vcp, key: nat-gateway.hour'),
    'warning: "own" of "pricing" is for the service "vcp", which the price book does not have. Did you mean vpc?',
  ],
  [
    ownPrice('provider: aws, service: vpc, key: nat-gateway.hours'),
    'warning: "own" of "pricing" is for the key "nat-gateway.hours", which the price book does not have in aws/vpc. Did you mean nat-gateway.hour?',
  ],
  [
    discount('provider: aws, service: vpc, region: eu-wst-1'),
    'warning: "own" of "pricing" is for the region "eu-wst-1", which the price book does not have in aws/vpc. Did you mean eu-west-1?',
  ],
  [
    discount("provider: aws, service: ec2, key: 'machine|*'"),
    'warning: "own" of "pricing" is for the key "machine|*", which the price book does not have in aws/ec2. See "tollgate prices lookup aws/ec2" for what there is.',
  ],
  [
    `commitments: [{ id: own, kind: savings_plan, provider: aws, service: esc, share: 40, percent: 20 }]`,
    'warning: "own" of "pricing" is for the service "esc", which the price book does not have. Did you mean ecs?',
  ],
])('%s', (pricing, warning) => {
  expect(said(pricing)).toEqual([warning]);
});

it.each([
  discount("provider: aws, service: ec2, region: eu-*, key: 'instance|m5.*|linux'"),
  discount('provider: google'),
  ownPrice('provider: aws, service: vpc, key: nat-gateway.hour'),
  ownPrice('provider: aws, service: vpc, key: something-that-no-list-has'),
])('nothing of %s', (pricing) => {
  expect(said(pricing)).toEqual([]);
});
