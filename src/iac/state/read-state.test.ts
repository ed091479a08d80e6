import { describe, expect, it } from 'vitest';
import { UserError } from '../../lib/errors.ts';
import { readState } from './read-state.ts';

const keep = (): ReadonlySet<string> => new Set(['id', 'size', 'tags', 'block']);
const read = (data: unknown) => readState(Buffer.from(JSON.stringify(data)), 's.json', keep);

const instance = {
  attributes: { id: 'a', size: 8, password: 'hunter2', tags: null },
  sensitive_attributes: [],
};
const block = {
  mode: 'managed',
  type: 'aws_x',
  name: 'y',
  provider: 'provider["registry.terraform.io/hashicorp/aws"]',
};
const file = (...resources: readonly object[]): object => ({
  version: 4,
  serial: 1,
  lineage: 'l',
  outputs: { o: { value: 'hunter2' } },
  resources,
});

describe('reading a state file', () => {
  it('takes only what is asked for', () => {
    const { objects } = read(file({ ...block, instances: [instance] }));
    expect(objects).toEqual([
      {
        ...{ address: 'aws_x.y', mode: 'managed', type: 'aws_x', provider: { name: 'aws' } },
        ...{ attributes: { id: 'a', size: 8 }, sensitive: {}, isTainted: false },
      },
    ]);
  });

  it('gives the addresses that configurations have, and leaves out what a broken replacement left behind', () => {
    const { objects } = read(
      file(
        {
          ...block,
          module: 'module.a["b"]',
          instances: [
            { ...instance, index_key: 'k"' },
            { ...instance, index_key: 0 },
          ],
        },
        {
          ...block,
          mode: 'data',
          instances: [
            { ...instance, deposed: 'abcd' },
            { ...instance, status: 'tainted' },
          ],
        },
      ),
    );
    expect(objects.map(({ address, isTainted }) => [address, isTainted])).toEqual([
      ['module.a["b"].aws_x.y["k\\""]', false],
      ['module.a["b"].aws_x.y[0]', false],
      ['data.aws_x.y', true],
    ]);
  });

  it.each([
    ['provider["registry.terraform.io/hashicorp/aws"].eu', { name: 'aws', alias: 'eu' }],
    ['module.m.provider["registry.opentofu.org/hashicorp/google-beta"]', { name: 'google-beta' }],
    ['provider.aws', { name: 'provider.aws' }],
  ])('knows the provider of %s', (provider, expected) => {
    expect(read(file({ ...block, provider, instances: [instance] })).objects[0]?.provider).toEqual(expected);
  });

  it('marks secrets by their paths, and more than them where a path goes through a list', () => {
    const step = (value: string): object => ({ type: 'get_attr', value });
    const sensitive_attributes = [
      [step('size')],
      [step('tags'), { type: 'index', value: { value: 'Token', type: 'string' } }],
      [step('block'), { type: 'index', value: { value: 0, type: 'number' } }, step('key')],
    ];
    expect(sensitiveOf(sensitive_attributes)).toEqual({ size: true, tags: { Token: true }, block: true });
  });

  const tags = { type: 'get_attr', value: 'tags' };
  const token = { type: 'index', value: { value: 'Token', type: 'string' } };
  const other = { type: 'index', value: { value: 'Other', type: 'string' } };
  it.each<[string, unknown, unknown]>([
    ['none', [], {}],
    ['none written', undefined, {}],
    ['a path without steps', [[tags], []], true],
    [
      'a path that begins with an index',
      [[{ type: 'index', value: { value: 0, type: 'number' } }, tags]],
      true,
    ],
    ['a path that is none', [[tags], 'tags'], true],
    ['a step that is none', [[tags, 7]], { tags: true }],
    ['no list of paths', { tags: true }, true],
    ['a part of what is all secret', [[tags], [tags, token]], { tags: true }],
    ['all of what is secret in part', [[tags, token], [tags]], { tags: true }],
    [
      'two parts',
      [
        [tags, token],
        [tags, other],
      ],
      { tags: { Token: true, Other: true } },
    ],
    [
      'a name that objects have',
      [[{ type: 'get_attr', value: '__proto__' }]],
      JSON.parse('{"__proto__":true}'),
    ],
  ])('marks secrets by their paths: %s', (_, sensitive_attributes, expected) => {
    expect(sensitiveOf(sensitive_attributes)).toStrictEqual(expected);
  });

  it('marks all from the 32nd step of a path on', () => {
    const sensitive = sensitiveOf([Array.from({ length: 100_000 }, () => tags)]);
    expect(JSON.stringify(sensitive).match(/tags/g)).toHaveLength(32);
  });
});

function sensitiveOf(sensitive_attributes: unknown): unknown {
  return read(file({ ...block, instances: [{ ...instance, sensitive_attributes }] })).objects[0]?.sensitive;
}

it('knows of what terraform show -json prints what is tainted, and leaves out what is left behind', () => {
  const one = (name: string, more: object): object => ({ address: name, type: 'aws_x', values: {}, ...more });
  const resources = [
    one('a', { tainted: true }),
    one('b', { deposed_key: 'abcd' }),
    one('c', { tainted: false }),
  ];
  const { objects } = read({ format_version: '1.0', values: { root_module: { resources } } });
  expect(objects.map(({ address, isTainted }) => [address, isTainted])).toEqual([
    ['a', true],
    ['c', false],
  ]);
});

it('reads what terraform show -json prints', () => {
  const shown = {
    address: 'module.m.aws_x.y',
    mode: 'managed',
    type: 'aws_x',
    name: 'y',
    provider_name: 'a/b/aws',
  };
  const values = {
    root_module: {
      child_modules: [
        { resources: [{ ...shown, values: instance.attributes, sensitive_values: { size: true } }] },
      ],
    },
  };
  expect(read({ format_version: '1.0', values }).objects).toMatchObject([
    {
      address: 'module.m.aws_x.y',
      provider: { name: 'aws' },
      attributes: { id: 'a', size: 8 },
      sensitive: { size: true },
    },
  ]);
});

it.each([
  [{ version: 3, modules: [] }, 'is a state of version 3'],
  [{ serial: 1, encrypted_data: 'x' }, 'is encrypted'],
  [{ format_version: '1.2', planned_values: {}, resource_changes: [] }, 'is a plan, not a state'],
  [{ format_version: '2.0', values: {} }, 'has the format version "2.0"'],
  [{ format_version: '9.0', values: {} }, 'has the format version "9.0"'],
  [{ format_version: '0.0', values: {} }, 'has the format version "0.0"'],
  [{ format_version: '10.0', values: {} }, 'has the format version "10.0"'],
  [{ name: 'x' }, 'is JSON, but no state'],
  [[], 'is no state'],
])('refuses %j', (data, expected) => {
  expect(() => read(data)).toThrow(UserError);
  expect(() => read(data)).toThrow(expected);
});

it.each(['0.1', '0.2', '1.0', '1.12'])('reads the format version %s', (format_version) => {
  expect(read({ format_version, values: {} }).objects).toEqual([]);
});

it.each([
  ['version', '{"version":3,"version":4,"resources":[]}'],
  ['resources', '{"version":4,"resources":[],"resources":[]}'],
  ['values', '{"format_version":"1.0","values":{},"values":{}}'],
])('refuses the key %s twice', (key, text) => {
  expect(() => readState(Buffer.from(text), 's.json', keep)).toThrow(`has the key "${key}" twice`);
});

it('refuses modules that nest too deep', () => {
  const nested = (depth: number): object => (depth === 0 ? {} : { child_modules: [nested(depth - 1)] });
  const shown = (depth: number): object => ({
    format_version: '1.0',
    values: { root_module: nested(depth) },
  });
  expect(read(shown(32)).objects).toEqual([]);
  expect(() => read(shown(33))).toThrow(/nest deeper than 32 levels/);
});

it('reads as many objects as it says, and no more', () => {
  const shown = (count: number): object => {
    const resources = Array.from({ length: count }, () => ({ address: 'aws_x.y', type: 'aws_x' }));
    return { format_version: '1.0', values: { root_module: { resources } } };
  };
  expect(read(shown(250_000)).objects).toHaveLength(250_000);
  expect(() => read(shown(250_001))).toThrow('has more than 250000 objects');
}, 60_000);
