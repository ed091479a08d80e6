import { expect, it } from 'vitest';

import { unmatchedUsage } from './unmatched.ts';

const at = { line: 3, column: 3 };
const source = { file: 'tollgate-usage.yml', start: at, end: at };

const resources = [
  'aws_instance.a',
  'aws_instance.many[0]',
  'module.m["x"].aws_instance.b[1]',
  'module.m["y"].aws_instance.b[2]',
  'aws_instance.open[*]',
].map((address) => ({ address }));

it.each([
  ['aws_instance.a', true],
  ['aws_instance.b', false],
  ['aws_instance.a[0]', false],
  ['aws_instance.many[0]', true],
  ['aws_instance.many[*]', true],
  ['aws_instance.many[1]', false],
  ['aws_instance.many', false],
  ['module.m["x"].aws_instance.b[*]', true],
  ['module.m["x"].aws_instance.b[2]', false],
  ['module.m[*].aws_instance.b[2]', true],
  ['module.m["z"].aws_instance.b[*]', false],
  ['aws_instance.open[7]', true],
  ['module.hidden.aws_instance.c', true],
  ['module.hidden["k"].module.in.aws_instance.c', true],
  ['module.hiddenly.aws_instance.c', false],
])('usage of %s: is it taken for there? %s', (address, isThere) => {
  const unresolved = [{ address: 'module.hidden' }, { address: 'module.hidden["k"]' }];
  const found = unmatchedUsage([{ address, source }], resources, unresolved);
  expect(found.map(({ code, source: place }) => [code, place])).toEqual(
    isThere ? [] : [['usage-unmatched', source]],
  );
});
