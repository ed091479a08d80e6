import { describe, expect, test } from 'vitest';
import type { Condition, ListRule } from './list-rule.ts';
import { listRules } from './price-lists.ts';
import { RuleSet } from './rule-set.ts';

const rule = (where: ListRule['where'], key = 'found', more: Partial<ListRule> = {}): ListRule => ({
  where,
  key,
  unit: 'hour',
  ...more,
});

const rules = (...rows: readonly ListRule[]): RuleSet =>
  new RuleSet([{ provider: 'aws', service: 'vpc', offers: ['AmazonEC2'], rows }]);

const keys = (set: RuleSet, row: Readonly<Record<string, string>>): string[] =>
  set.match(row).map(({ key }) => key);

describe('a condition', () => {
  test.each<[string, Condition, string | undefined, boolean]>([
    ['a text', 'NAT Gateway', 'NAT Gateway', true],
    ['a text in other case', 'NAT Gateway', 'Nat gateway', false],
    ['a text, field absent', 'NAT Gateway', undefined, false],
    ['one of several', ['a', 'b'], 'b', true],
    ['none of several', ['a', 'b'], 'c', false],
    ['null, field absent', null, undefined, true],
    ['null, field empty', null, '', true],
    ['null, field given', null, 'x', false],
    ['a beginning', { starts: 'Nat' }, 'NatGateway-Hours', true],
    ['a beginning that stands later', { starts: 'Nat' }, 'EU-NatGateway-Hours', false],
    ['an end', { ends: '-Hours' }, 'NatGateway-Hours', true],
    ['an end that is none', { ends: '-Hours' }, 'NatGateway-Hours-2', false],
    ['a part', { contains: 'Gateway' }, 'NatGateway-Hours', true],
    ['a part that is missing', { contains: 'Gateway' }, 'Nat', false],
    ['not a text', { not: 'Yes' }, 'Yes', false],
    ['not a text, another', { not: 'Yes' }, 'No', true],
    ['not a text, field absent', { not: 'Yes' }, undefined, true],
    ['not one of several', { not: ['Yes', 'Maybe'] }, 'Maybe', false],
  ])('%s', (_, condition, value, holds) => {
    const row: Record<string, string> = value === undefined ? {} : { field: value };
    expect(keys(rules(rule({ field: condition })), row)).toEqual(holds ? ['found'] : []);
  });

  test('must hold with all others, whichever of them the rule is found by', () => {
    const set = rules(
      rule({ family: 'Compute', system: 'Linux' }, 'linux'),
      rule({ family: 'Compute', system: ['Windows', 'SUSE'] }, 'other'),
      rule({ system: { starts: 'Li' }, family: 'Storage' }, 'storage'),
    );
    expect(keys(set, { family: 'Compute', system: 'Linux' })).toEqual(['linux']);
    expect(keys(set, { family: 'Compute', system: 'SUSE' })).toEqual(['other']);
    expect(keys(set, { family: 'Storage', system: 'Linux' })).toEqual(['storage']);
    expect(keys(set, { family: 'Storage', system: 'SUSE' })).toEqual([]);
    expect(keys(set, {})).toEqual([]);
  });
});

describe('a key', () => {
  const derived = rule({ family: 'Node' }, 'node|{instanceType}|{engine}', {
    let: { engine: { of: 'databaseEngine', map: { 'Aurora MySQL': 'aurora-mysql', Any: 'any' } } },
  });

  test('is made of fields and of derived values', () => {
    const row = { family: 'Node', instanceType: 'db.r6g.large', databaseEngine: 'Aurora MySQL' };
    expect(keys(rules(derived), row)).toEqual(['node|db.r6g.large|aurora-mysql']);
  });

  test.each([
    ['a field is empty', { instanceType: '', databaseEngine: 'Any' }],
    ['a field is absent', { databaseEngine: 'Any' }],
    ['a text is not in the map', { instanceType: 'db.r6g.large', databaseEngine: 'DB2' }],
    ['a text is a name that all objects have', { instanceType: 'x', databaseEngine: 'constructor' }],
  ])('is none when %s', (_, row) => {
    expect(keys(rules(derived), { family: 'Node', ...row })).toEqual([]);
  });

  test('may be in lower case', () => {
    const set = rules(rule({}, '{name}.hour', { let: { name: { of: 'cache', lower: true } } }));
    expect(keys(set, { cache: '0.5GB' })).toEqual(['0.5gb.hour']);
  });

  test('stands beside others that the same price has', () => {
    expect(keys(rules(rule({ a: '1' }, 'one'), rule({ a: '1' }, 'two')), { a: '1' })).toEqual(['one', 'two']);
  });
});

test('an option is asked for, and on demand is none', () => {
  const set = rules(rule({ a: '1' }, 'plain'), rule({ a: '1' }, 'term', { option: 'reserved' }));
  expect(set.match({ a: '1' })).toEqual([{ service: 'vpc', key: 'plain', unit: 'hour' }]);
  expect(set.match({ a: '1' }, 'reserved')).toEqual([
    { service: 'vpc', key: 'term', unit: 'hour', option: 'reserved' },
  ]);
  expect(set.match({ a: '1' }, 'spot')).toEqual([]);
});

test('a rule may say where its prices stand', () => {
  expect(rules(rule({}, 'egress', { region: 'global' })).match({})).toEqual([
    { service: 'vpc', key: 'egress', unit: 'hour', region: 'global' },
  ]);
});

test('the fields that rules read are named: those of conditions, of keys and behind derived values', () => {
  const set = rules(rule({ family: 'x' }, '{type}|{os}', { let: { os: { of: 'system' } } }));
  expect([...set.fields].sort()).toEqual(['family', 'system', 'type']);
});

test('rules of a provider are found by service and by offer', () => {
  const found = listRules([
    { provider: 'aws', service: 'vpc', offers: ['AmazonVPC', 'AmazonEC2'], rows: [rule({ a: '1' }, 'vpc')] },
    { provider: 'aws', service: 'elb', offers: ['AWSELB', 'AmazonEC2'], rows: [rule({ a: '1' }, 'elb')] },
  ]);
  expect(found.services).toEqual(['elb', 'vpc']);
  expect(found.offersOf('vpc')).toEqual(['AmazonEC2', 'AmazonVPC']);
  expect(found.offersOf('none')).toEqual([]);
  expect(keys(found.ruleSet('AWSELB'), { a: '1' })).toEqual(['elb']);
  expect(keys(found.ruleSet('AmazonEC2'), { a: '1' })).toEqual(['vpc', 'elb']);
  expect(listRules([]).digest).not.toBe(found.digest);
});
