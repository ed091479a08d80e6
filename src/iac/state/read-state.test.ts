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
    const [object] = read(file({ ...block, instances: [{ ...instance, sensitive_attributes }] })).objects;
    expect(object?.sensitive).toEqual({ size: true, tags: { Token: true }, block: true });
  });
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
  [{ name: 'x' }, 'is JSON, but no state'],
  [[], 'is no state'],
])('refuses %j', (data, expected) => {
  expect(() => read(data)).toThrow(UserError);
  expect(() => read(data)).toThrow(expected);
});
