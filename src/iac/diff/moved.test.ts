import { describe, expect, it } from 'vitest';
import { movedAddresses } from './moved.ts';

const source = { file: 'main.tf', start: { line: 1, column: 1 }, end: { line: 4, column: 2 } };

function move(statements: readonly (readonly [string, string])[], address: string): string {
  return movedAddresses(statements.map(([from, to]) => ({ project: '.', from, to, source })))(address);
}

describe('movedAddresses', () => {
  it.each<[string, [string, string][], string, string]>([
    ['a resource', [['aws_a.x', 'aws_a.y']], 'aws_a.x', 'aws_a.y'],
    ['all instances keep their keys', [['aws_a.x', 'aws_a.y']], 'aws_a.x["k.1"]', 'aws_a.y["k.1"]'],
    [
      'a chain, in any order',
      [
        ['aws_a.y', 'aws_a.z'],
        ['aws_a.x', 'aws_a.y'],
      ],
      'aws_a.x',
      'aws_a.z',
    ],
    ['no key to a key', [['aws_a.x', 'aws_a.x["one"]']], 'aws_a.x', 'aws_a.x["one"]'],
    ['count to for_each', [['aws_a.x[0]', 'aws_a.x["one"]']], 'aws_a.x[0]', 'aws_a.x["one"]'],
    ['another index stays', [['aws_a.x[0]', 'aws_a.x["one"]']], 'aws_a.x[1]', 'aws_a.x[1]'],
    ['into a module', [['aws_a.x', 'module.m.aws_a.x']], 'aws_a.x', 'module.m.aws_a.x'],
    ['out of a module', [['module.m["k"].aws_a.x', 'aws_a.x']], 'module.m["k"].aws_a.x', 'aws_a.x'],
    ['a whole module', [['module.a', 'module.b']], 'module.a["k"].aws_a.x[2]', 'module.b["k"].aws_a.x[2]'],
    [
      'a module instance',
      [['module.a[0]', 'module.a["k"]']],
      'module.a[0].module.c.aws_a.x',
      'module.a["k"].module.c.aws_a.x',
    ],
    [
      'the resource before its module',
      [
        ['module.a', 'module.b'],
        ['module.a.aws_a.x', 'aws_a.x'],
      ],
      'module.a.aws_a.x',
      'aws_a.x',
    ],
    ['another type', [['null_resource.x', 'terraform_data.x']], 'null_resource.x', 'terraform_data.x'],
    ['a name that only begins alike', [['aws_a.x', 'aws_a.y']], 'aws_a.xx', 'aws_a.xx'],
    [
      'a circle',
      [
        ['aws_a.x', 'aws_a.y'],
        ['aws_a.y', 'aws_a.x'],
      ],
      'aws_a.x',
      'aws_a.x',
    ],
  ])('moves %s', (_, statements, from, to) => {
    expect(move(statements, from)).toBe(to);
  });
});
