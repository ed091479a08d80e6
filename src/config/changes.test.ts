import { expect, it } from 'vitest';

import { memoryTree } from '../../test/support/memory-tree.ts';
import { configChanges } from './changes.ts';
import { loadConfig } from './load.ts';

const configOf = (text: string) => loadConfig(memoryTree({ 'tollgate.yml': `version: 1\n${text}` })).config;

it.each([
  ['', '', []],
  ['policies: {profile_version: {level: hard}}', '', []],
  ['policies: {monthly_increase: {amount: 1.0}}', 'policies: {monthly_increase: {amount: "1"}}', []],
  [
    'policies: {monthly_increase: {level: hard, amount: 100}}',
    'policies: {monthly_increase: {level: advisory, amount: 900}}',
    [
      'The level of the monthly increase changes from hard to advisory.',
      'The limit on the monthly increase changes from 100 to 900.',
      'The effect of an unknown cost on the monthly increase changes from fail to warn.',
    ],
  ],
  [
    'policies: {required_tags: {keys: [A, B]}}',
    'policies: {required_tags: {keys: [{key: A, values: [x, y], allow_empty: true}]}}',
    [
      'The required tag "A" changes from any value to x, y, also empty.',
      'The required tag "B" is removed; it was any value.',
    ],
  ],
  [
    'default_region: eu-central-1',
    'default_region: {aws: eu-west-1, google: europe-west1}',
    ['The default region changes from eu-central-1 (aws) to eu-west-1 (aws), europe-west1 (google).'],
  ],
  [
    'projects: [{path: a, region: us-east1}]',
    'projects: [{path: a}]',
    ['The region of the project "a" is removed; it was us-east1 (google).'],
  ],
  ['', 'exclude: [infra/**]', ['The list of excluded paths is added: infra/**.']],
  [
    'units: [{id: order, volume: {monthly: 10, source: x}}]',
    'units: [{id: order, per: 1000, volume: {monthly: 9900000.0001, source: x}, revenue: {amount: 95.00}}]',
    [
      'The unit "order" changes from 10 a month (x), for 1, all resources to 9,900,000.0001 a month (x), for 1,000, all resources, revenue 95.',
    ],
  ],
  [
    'projects: [{path: a, variables: {password: hunter2}}]',
    'projects: [{path: a, variables: {password: hunter3}}]',
    ['The variables of the project "a" change.'],
  ],
])('from %j to %j', (base, head, sentences) => {
  expect(configChanges(configOf(base), configOf(head))).toEqual(sentences);
});
