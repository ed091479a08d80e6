import { describe, expect, it } from 'vitest';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { diffResources } from './diff-resources.ts';
import type { Moved } from './moved.ts';
import { suggestRenames } from './renames.ts';

const source = { file: 'main.tf', start: { line: 1, column: 1 }, end: { line: 2, column: 2 } };
const text = (value: string): Value => ({ kind: 'string', value, origin: [] });
const facts = {
  replaceOn: () => ['ami', 'disk.type'],
  inheritsDefaultTags: (type: string) => type === 'aws_instance',
};

function resource(
  address: string,
  attributes: Record<string, Value> = {},
  more: Partial<Resource> = {},
): Resource {
  const [type = '', name = ''] = address.split('.').slice(-2);
  return {
    address,
    type,
    name,
    modulePath: '',
    provider: { name: 'aws', defaultTags: { kind: 'null', origin: [] } },
    region: text('eu-west-1'),
    attributes: { kind: 'object', entries: new Map(Object.entries(attributes)), origin: [] },
    source,
    project: '.',
    repetition: 'exact',
    ...more,
  };
}

function summary(base: Resource[], head: Resource[], moved: Moved[] = []): string[] {
  return diffResources(base, head, moved, facts).map(
    ({ action, address, previousAddress, differences, replaceBecause }) =>
      [
        action,
        address,
        previousAddress,
        ...differences.map(({ path }) => path),
        ...replaceBecause.map((path) => `!${path}`),
      ]
        .filter((part) => part !== undefined)
        .join(' '),
  );
}

const x = 'aws_instance.x';

describe('diffResources', () => {
  it.each<[string, Resource[], Resource[], string[]]>([
    ['create', [], [resource(x)], [`create ${x}`]],
    ['delete', [resource(x)], [], [`delete ${x}`]],
    ['nothing', [resource(x, { a: text('1') })], [resource(x, { a: text('1') })], [`no-op ${x}`]],
    ['update', [resource(x, { a: text('1') })], [resource(x, { a: text('2') })], [`update ${x} a`]],
    [
      'replace',
      [resource(x, { ami: text('1') })],
      [resource(x, { ami: text('2') })],
      [`replace ${x} ami !ami`],
    ],
    [
      'replace through a nested block',
      [resource(x, { disk: block({ type: text('a'), size: text('1') }) })],
      [resource(x, { disk: block({ type: text('b'), size: text('2') }) })],
      [`replace ${x} disk[0].size disk[0].type !disk[0].type`],
    ],
    [
      'another region',
      [resource(x)],
      [resource(x, {}, { region: text('us-east-1') })],
      [`replace ${x} region !region`],
    ],
    [
      'the same place written in another way',
      [resource(x, { location: text('West Europe') })],
      [resource(x, { location: text('westeurope') })],
      [`update ${x} location`],
    ],
    [
      'a value that is not known replaces nothing',
      [resource(x, { ami: text('1') })],
      [resource(x, { ami: { kind: 'unknown', reason: 'data-source', origin: [] } })],
      [`update ${x} ami`],
    ],
    [
      'an ignored argument',
      [resource(x, { tags: text('1'), ami: text('1') })],
      [resource(x, { tags: text('2'), ami: text('1') }, { ignoreChanges: ['tags'] })],
      [`no-op ${x}`],
    ],
    [
      'all ignored',
      [resource(x, { ami: text('1') })],
      [resource(x, { ami: text('2') }, { ignoreChanges: 'all' })],
      [`no-op ${x}`],
    ],
    [
      'count added',
      [resource(x)],
      [resource(`${x}[0]`), resource(`${x}[1]`)],
      [`move ${x}[0] ${x}`, `create ${x}[1]`],
    ],
    ['count removed', [resource(`${x}[0]`)], [resource(x)], [`move ${x} ${x}[0]`]],
    [
      'default tags',
      [resource(x), resource('aws_route.r')],
      [resource(x, {}, defaultTags()), resource('aws_route.r', {}, defaultTags())],
      [`update ${x} default_tags`, 'no-op aws_route.r'],
    ],
    [
      'one project does not pair with another',
      [resource(x, {}, { project: 'a' })],
      [resource(x, {}, { project: 'b' })],
      [`delete ${x}`, `create ${x}`],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(summary(base, head)).toEqual(expected);
  });

  it('pairs what was moved, and sees what changed besides', () => {
    const moved = [{ project: '.', from: x, to: 'module.m.aws_instance.x', source }];
    const head = resource('module.m.aws_instance.x', { a: text('2') });
    expect(summary([resource(x, { a: text('1') })], [head], moved)).toEqual([
      `update module.m.aws_instance.x ${x} a`,
    ]);
  });

  it('suggests a rename, and keeps delete and create', () => {
    const attributes = { ami: text('1'), instance_type: text('m5.large') };
    const changes = diffResources(
      [resource(x, attributes)],
      [resource('aws_instance.y', attributes)],
      [],
      facts,
    );
    expect(changes.map(({ action }) => action)).toEqual(['delete', 'create']);
    expect(suggestRenames(changes)).toEqual([
      { project: '.', from: x, to: 'aws_instance.y', because: 'arguments' },
    ]);
  });

  it.each<[string, string[], string[], string[]]>([
    ['another key', ['aws_a.x["a"]'], ['aws_a.x["b"]'], ['aws_a.x["a"] -> aws_a.x["b"]']],
    ['two other keys', ['aws_a.x["a"]'], ['aws_a.x["b"]', 'aws_a.x["c"]'], []],
    [
      'another key of a module, once for all in it',
      ['module.m["a"].aws_a.x', 'module.m["a"].module.n[0].aws_b.y'],
      ['module.m["b"].aws_a.x', 'module.m["b"].module.n[0].aws_b.y'],
      ['module.m["a"] -> module.m["b"]'],
    ],
    ['an unknown key', ['aws_a.x["a"]'], ['aws_a.x[*]'], []],
  ])('suggests a rename for %s', (_, before, after, expected) => {
    const side = (addresses: string[]) =>
      addresses.map((address) => resource(address, { name: text(address) }));
    const changes = diffResources(side(before), side(after), [], facts);
    expect(suggestRenames(changes).map(({ from, to }) => `${from} -> ${to}`)).toEqual(expected);
  });

  it('suggests nothing where two could be meant', () => {
    const attributes = { ami: text('1') };
    const head = [resource('aws_instance.y', attributes), resource('aws_instance.z', attributes)];
    expect(suggestRenames(diffResources([resource(x, attributes)], head, [], facts))).toEqual([]);
  });
});

function block(entries: Record<string, Value>): Value {
  const item: Value = { kind: 'object', entries: new Map(Object.entries(entries)), origin: [] };
  return { kind: 'list', items: [item], origin: [] };
}

function defaultTags(): Partial<Resource> {
  const tags: Value = { kind: 'object', entries: new Map([['Team', text('shop')]]), origin: [] };
  return { provider: { name: 'aws', defaultTags: tags } };
}
