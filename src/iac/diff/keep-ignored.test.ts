import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import type { Value } from '../../model/value.ts';
import { diffResources } from './diff-resources.ts';

const facts = { replaceOn: () => ['ami'], inheritsDefaultTags: () => false };

/** The change of one resource with `lifecycle` in the head, and what its head holds. */
function change(base: string, head: string, ignored: string) {
  const read = (body: string, lifecycle: string) => {
    const file = `variable "u" {}\nresource "x_y" "z" {\n${body}\n${lifecycle}\n}\n`;
    const options = { projects: [], exclude: [], cache: new ParseCache() };
    return readTerraform(openTerraform(memoryTree({ 'main.tf': file }), options)).resources;
  };
  const lifecycle = `lifecycle {\n  ignore_changes = ${ignored}\n}\n`;
  const [found] = diffResources(read(base, ''), read(head, lifecycle), [], facts);
  if (found?.head === undefined) throw new Error('There is one change.');
  return {
    action: found.action,
    paths: found.differences.map(({ path }) => path),
    head: Object.fromEntries([...found.head.attributes.entries].map(([name, value]) => [name, plain(value)])),
  };
}

function plain(value: Value): unknown {
  if (value.kind === 'null') return null;
  if (value.kind === 'unknown') return '?';
  if (value.kind === 'number') return Number(value.value.toFixed());
  if ('items' in value) return value.items.map(plain);
  if ('entries' in value)
    return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]));
  return value.value;
}

describe('what ignore_changes keeps', () => {
  it.each<[string, string, string, string, string, object]>([
    ['an argument', 'size = 1', 'size = 9', '[size]', 'no-op', { size: 1 }],
    [
      'beside another that changes',
      'size = 1\na = 1',
      'size = 9\na = 2',
      '[size]',
      'update',
      { size: 1, a: 2 },
    ],
    ['an argument that was not written', 'a = 1', 'a = 1\nsize = 9', '[size]', 'no-op', { a: 1 }],
    ['an argument that is not written any more', 'size = 1', '', '[size]', 'no-op', { size: 1 }],
    ['everything', 'size = 1', 'size = 9\nb = 1', 'all', 'no-op', { size: 1 }],
    [
      'one key of a map',
      'tags = { a = 1, "b.c" = 1 }',
      'tags = { a = 2, "b.c" = 2 }',
      '[tags["b.c"]]',
      'update',
      { tags: { a: 2, 'b.c': 1 } },
    ],
    [
      'a new key of a map',
      'tags = { a = 1 }',
      'tags = { a = 1, b = 2 }',
      '[tags["b"]]',
      'no-op',
      { tags: { a: 1 } },
    ],
    ['a key of a map that is gone', 'tags = { a = 1 }', '', '[tags["a"]]', 'no-op', { tags: { a: 1 } }],
    [
      'an argument of a block',
      'disk {\n  size = 1\n  type = "a"\n}',
      'disk {\n  size = 9\n  type = "b"\n}',
      '[disk[0].size]',
      'update',
      { disk: [{ size: 1, type: 'b' }] },
    ],
    ['a block that is new', '', 'disk {\n  size = 9\n}', '[disk[0].size]', 'update', { disk: [{ size: 9 }] }],
    [
      'what is unknown at base',
      'tags = var.u',
      'tags = { a = 1 }',
      '[tags["a"]]',
      'update',
      { tags: { a: '?' } },
    ],
  ])('%s', (_, base, head, ignored, action, expected) => {
    const found = change(base, head, ignored);
    expect(found.head).toEqual(expected);
    expect(found.action).toBe(action);
  });

  it('nothing, when the resource is replaced: all that is written is new', () => {
    expect(change('ami = "a"\nsize = 1', 'ami = "b"\nsize = 9', '[size]')).toEqual({
      action: 'replace',
      paths: ['ami', 'size'],
      head: { ami: 'b', size: 9 },
    });
  });
});
