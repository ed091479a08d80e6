import { expect, it } from 'vitest';
import { priced } from '../test-support/terms.ts';

const NOTHING =
  'warning commitment-covers-nothing The commitment "plan" holds for nothing: its scope names only what it cannot cover.';

it.each([
  ['reserved', 'provider: aws, service: s3', [NOTHING]],
  ['reserved', 'provider: google, service: compute', [NOTHING]],
  ['reserved', "provider: aws, service: rds, key: 'gp3*'", [NOTHING]],
  ['reserved', "provider: aws, service: rds, key: 'node|db.m5.*'", []],
  ['reserved', 'provider: aws, service: rds', []],
  ['reserved', 'provider: aws, service: ec2-spot', [NOTHING]],
  ['savings_plan', 'provider: aws, service: lambda, key: x86.requests', [NOTHING]],
  ['savings_plan', 'provider: aws, service: lambda, key: x86.duration', []],
  ['savings_plan', "provider: aws, service: ec2, key: 'inst*|linux'", []],
  ['savings_plan', "provider: aws, service: ec2, key: '*|linux'", []],
  ['committed_use', 'provider: aws, service: ec2', [NOTHING]],
  ['committed_use', 'provider: google, service: compute-custom, key: N2 Custom Instance Core', []],
])(
  'a scope that only names what a commitment cannot cover is a warning: %s of %s',
  (kind, scope, expected) => {
    const text = `pricing:\n  commitments:\n    - { id: plan, kind: ${kind}, ${scope}, share: 100, percent: 5 }\n`;
    const { terms } = priced(text, []);
    expect(terms?.diagnostics().map((one) => `${one.severity} ${one.code} ${one.message}`)).toEqual(expected);
  },
);
