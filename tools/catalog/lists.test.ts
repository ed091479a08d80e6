import { expect, test } from 'vitest';
import { listProblems, machineProblems } from './lists-check.ts';
import { compileLists } from './lists.ts';

test('the rules compile, each service once a provider, sorted', () => {
  const { lists } = JSON.parse(compileLists()) as { lists: { provider: string; service: string }[] };
  const names = lists.map(({ provider, service }) => `${provider}/${service}`);
  expect(names).toContain('aws/vpc');
  expect(names).toEqual([...new Set(names)].sort());
});

const rules = (row: object) =>
  listProblems({
    provider: 'aws',
    service: 'vpc',
    offers: ['AmazonEC2'],
    rows: [{ where: {}, key: 'a|{b}', unit: 'hour', ...row }],
  });

test('a value that no key uses, an open brace and a needless word are told', () => {
  expect(rules({ let: { b: { of: 'x' } } })).toEqual([]);
  expect(rules({ let: { c: { of: 'x' } } })).toEqual([
    'lists/aws/vpc.yaml, key a|{b}: no part of the key is c',
  ]);
  expect(rules({ key: 'a|{b' })).toEqual(['lists/aws/vpc.yaml, key a|{b: a brace is not closed']);
  expect(rules({ listed: 'Hrs' })[0]).toContain('"Hrs" is in the table of units');
});

test('a field that no row has is told', () => {
  const rows = [{ where: { productname: 'x' }, key: '{skuName}', unit: '*' }];
  expect(listProblems({ provider: 'azure', service: 'vm', offers: ['x'], rows })).toEqual([
    'lists/azure/vm.yaml, key {skuName}: rows of azure have no productname',
  ]);
});

test('a machine type whose family or part is missing is told', () => {
  const families = { n2: { on_demand: { cpu: 'N2 Instance Core', gib: 'N2 Instance Ram' } } };
  const types = { 'n2-standard-2': { family: 'n2', cpu: 2, gib: 8 } };
  const offer = '6F81-5844-456A';
  expect(machineProblems({ offer, families, types })).toEqual([]);
  expect(machineProblems({ offer, families, types: { a: { family: 'a2', cpu: 1 } } })[0]).toContain(
    'no family a2',
  );
  const withGpu = { a: { family: 'n2', cpu: 1, gib: 1, gpu: 1 } };
  expect(machineProblems({ offer, families, types: withGpu })[0]).toContain('n2.on_demand has no gpu');
});
