import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { settleVanished } from './vanished.ts';

const old = 'resource "x_y" "old" {\n  count = 2\n}\n';
const inner = { 'm/main.tf': 'resource "x_y" "in" {}\n' };
const call = 'module "m" {\n  source = "./m"\n}\n';

type Files = Record<string, string | Uint8Array>;

function settle(base: Files, head: Files) {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  const opened = openTerraform(memoryTree(base), options);
  const before = readTerraform(opened);
  const after = readTerraform(openTerraform(memoryTree(head), options, opened.projects));
  const settled = settleVanished(before.resources, after.resources, after);
  return {
    base: settled.base.map(({ address }) => address),
    head: settled.head.map(({ address }) => address),
    codes: settled.diagnostics.map(({ code }) => code),
    messages: settled.diagnostics.map(({ message }) => message),
  };
}

describe('what a removed block leaves running is on no side', () => {
  const removed = (from: string, lifecycle: string): string => `removed {\n  from = ${from}\n${lifecycle}}\n`;
  const keeps = 'lifecycle {\n    destroy = false\n  }\n';
  it.each<[string, string, boolean]>([
    ['destroy = false', removed('x_y.old', keeps), true],
    ['no word of destroy', removed('x_y.old', ''), true],
    ['destroy = true', removed('x_y.old', 'lifecycle {\n    destroy = true\n  }\n'), false],
    ['another address', removed('x_y.older', keeps), false],
    ['a move before', `moved {\n  from = x_y.old\n  to = x_y.new\n}\n${removed('x_y.new', keeps)}`, true],
  ])('%s', (_, text, isForgotten) => {
    const { base, codes } = settle({ 'main.tf': old }, { 'main.tf': text });
    expect([base.length, codes]).toEqual(isForgotten ? [0, ['no-longer-managed']] : [2, []]);
  });

  it('a module', () => {
    const text = removed('module.m', keeps);
    const { base, messages } = settle({ 'main.tf': call + old, ...inner }, { 'main.tf': text, ...inner });
    expect(base).toEqual(['x_y.old[0]', 'x_y.old[1]']);
    expect(messages).toEqual([
      'No longer managed, and in no figure; it keeps running and costing: module.m.x_y.in.',
    ]);
  });
});

describe('what cannot be read is not deleted', () => {
  it.each<[string, Files, string[]]>([
    [
      'a file that is no text',
      { 'main.tf': call, ...inner, 'b.tf': new Uint8Array([0xff]) },
      ['module.m.x_y.in', 'x_y.old[0]', 'x_y.old[1]'],
    ],
    [
      'a count that is not known',
      { 'main.tf': 'variable "n" {}\n' + old.replace('2', 'var.n') },
      ['x_y.old[*]', 'x_y.old[0]', 'x_y.old[1]'],
    ],
    [
      'a module that is not in the repository any more',
      { 'main.tf': call.replace('./m', 'a/b/c') + old },
      ['x_y.old[0]', 'x_y.old[1]', 'module.m.x_y.in'],
    ],
    ['a deleted block', { 'main.tf': call, ...inner }, ['module.m.x_y.in']],
  ])('%s', (_, head, expected) => {
    const files = { 'main.tf': call + old, ...inner };
    expect(settle(files, head).head).toEqual(expected);
  });
});
