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

const RESOURCE = 'resource "aws_instance" "z" {';
const IGNORING = 'lifecycle {\n  ignore_changes = [size]\n';

/** The action on each resource of two files, and what the head holds and costs where. */
function compare(base: string, head: string) {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  const read = (text: string) =>
    readTerraform(openTerraform(memoryTree({ 'main.tf': text }), options)).resources;
  const more = { ...facts, inheritsDefaultTags: () => true };
  return diffResources(read(base), read(head), [], more).map((one) => {
    const size = one.head?.attributes.entries.get('size');
    const region = one.head?.region;
    return [one.action, one.address, size && plain(size), region && plain(region), ...one.replaceBecause];
  });
}

describe('what ignore_changes does not cover: what comes from the provider', () => {
  const region = (name: string) => `provider "aws" {\n  region = "${name}"\n}\n`;
  const tags = (key: string) => `provider "aws" {\n  default_tags {\n    tags = { ${key} = 1 }\n  }\n}\n`;
  const all = 'lifecycle {\n  ignore_changes = all\n}\n';

  it.each<[string, string, string, unknown[]]>([
    [
      'its region',
      `${region('a')}${RESOURCE}`,
      `${region('b')}${RESOURCE}${all}`,
      ['replace', 9, 'b', 'region'],
    ],
    [
      'but a region of its own stays',
      `${region('a')}${RESOURCE}\nregion = "c"`,
      `${region('b')}${RESOURCE}\nregion = "d"\n${all}`,
      ['no-op', 9, 'c'],
    ],
    [
      'named alone too',
      `${region('a')}${RESOURCE}\nregion = "c"`,
      `${region('b')}${RESOURCE}\nregion = "d"\nlifecycle {\n  ignore_changes = [region]\n}`,
      ['no-op', 9, 'c'],
    ],
    ['its default tags', `${tags('a')}${RESOURCE}`, `${tags('b')}${RESOURCE}${all}`, ['update', 9, '?']],
  ])('%s', (_, base, head, [action, size, place, ...because]) => {
    const end = '\nsize = 9\n}\n';
    expect(compare(base + end, head + end)).toEqual([[action, 'aws_instance.z', size, place, ...because]]);
  });
});

describe('a replaced resource has all that is written', () => {
  const trigger = 'lifecycle.replace_triggered_by';
  const other = (input: string) => `resource "aws_x" "o" {\n  a = ${input}\n  b = 1\n}\nvariable "u" {}\n`;
  const dependent = (by: string) => `${IGNORING}  replace_triggered_by = [${by}]\n}`;

  it.each<[string, string, string, string, unknown[]]>([
    ['with another resource', '1', '2', dependent('aws_x.o'), ['replace', 9, trigger]],
    ['with each instance of it', '1', '2', dependent('aws_x.o[each.key]'), ['replace', 9, trigger]],
    ['with an argument', '1', '2', dependent('aws_x.o.a'), ['replace', 9, trigger]],
    ['not with another argument', '1', '2', dependent('aws_x.o.b'), ['no-op', 1]],
    ['not with an id that an update keeps', '1', '2', dependent('aws_x.o.id'), ['no-op', 1]],
    ['perhaps with what the cloud computes', '1', '2', dependent('aws_x.o.version'), ['update', '?']],
    ['perhaps with what is unknown', '1', 'var.u', dependent('aws_x.o'), ['update', '?']],
    ['not with one that stays', '1', '1', dependent('aws_x.o'), ['no-op', 1]],
  ])('%s', (_, before, after, lifecycle, [action, size, ...because]) => {
    const base = `${other(before)}${RESOURCE}\n  size = 1\n}\n`;
    const head = `${other(after)}${RESOURCE}\n  size = 9\n  ${lifecycle}\n}\n`;
    const found = compare(base, head).find(([, address]) => address === 'aws_instance.z');
    expect(found).toEqual([action, 'aws_instance.z', size, '?', ...because]);
  });

  it('along a chain, with an id that is another', () => {
    const chain = (ami: string, size: number, by: (name: string) => string) =>
      [
        `resource "aws_x" "a" {\n  ami = "${ami}"\n}`,
        `resource "aws_x" "b" {\n  size = ${size}\n  ${by('a.id')}\n}`,
        `resource "aws_x" "c" {\n  size = ${size}\n  ${by('b')}\n}\n`,
      ].join('\n');
    const found = compare(
      chain('x', 1, () => ''),
      chain('y', 9, (name) => dependent(`aws_x.${name}`)),
    );
    expect(found.map(([action, address, size]) => [action, address, size])).toEqual([
      ['replace', 'aws_x.a', undefined],
      ['replace', 'aws_x.b', 9],
      ['replace', 'aws_x.c', 9],
    ]);
  });

  it.each<[string, string, string, unknown[]]>([
    ['true', '"a"', '"b"', ['replace', 9, 'user_data']],
    ['false', '"a"', '"b"', ['update', 1]],
    ['true', '"a"', '"a"', ['update', 1]],
    ['true', '"a"', 'var.u', ['update', '?']],
  ])('user_data_replace_on_change = %s, %s, %s', (flag, before, after, [action, size, ...because]) => {
    const body = (data: string, more: string) =>
      `variable "u" {}\n${RESOURCE}\n  user_data = ${data}\n${more}\n}\n`;
    const asked = `user_data_replace_on_change = ${flag}\nsize = 9\n${IGNORING}}`;
    expect(compare(body(before, 'size = 1'), body(after, asked))).toEqual([
      [action, 'aws_instance.z', size, '?', ...because],
    ]);
  });
});
