import { describe, expect, it } from 'vitest';
import type { Regions } from '../../model/config.ts';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { NULL } from '../terraform/evaluate/make.ts';
import { toPlain } from '../terraform/evaluate/plain.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { readPlan } from './read-plan.ts';
import { planSides } from './sides.ts';
import type { PlanSides } from './sides.ts';
import { WrittenIndex } from './written-index.ts';

interface Planned {
  readonly type?: string;
  readonly provider?: string;
  readonly change: object;
  /** Of the provider's configuration, `provider_config[…]`. */
  readonly configured?: object;
  readonly rest?: object;
  readonly written?: readonly Resource[];
  readonly regions?: Regions;
}

/** Both sides of a plan of one object, `type.x`. */
function sidesOf({
  type = 'aws_x',
  provider = 'aws',
  change,
  configured,
  rest,
  written,
  regions,
}: Planned): PlanSides {
  const block = { address: `${type}.x`, mode: 'managed', type, name: 'x' };
  const plan = {
    format_version: '1.2',
    resource_changes: [{ ...block, provider_name: `r/h/${provider}`, change }],
    configuration: {
      provider_config: { p: { name: provider, ...configured } },
      root_module: {
        resources: [{ ...block, provider_config_key: 'p' }],
        variables: { secret: { sensitive: true } },
      },
    },
    variables: { place: { value: 'eu-west-1' }, word: { value: 'hunter2' }, secret: { value: 'eu-west-2' } },
    ...rest,
  };
  const index = new WrittenIndex(written ?? []);
  return planSides(readPlan(Buffer.from(JSON.stringify(plan)), 'p.json'), {
    ...{ project: '.', written: { base: index, head: index }, regions },
  });
}

const created = (after: object, more: object = {}): object => ({
  actions: ['create'],
  before: null,
  after,
  ...more,
});

function resources(text: string): readonly Resource[] {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  return readTerraform(openTerraform(memoryTree({ 'main.tf': text }), options)).resources;
}

const refers = (...references: string[]): object => ({ expressions: { region: { references } } });
const open = (provider: string): object => ({
  $unknown: 'no-variable-value',
  detail: `region of provider ${provider}`,
});
const zoned = { availability_zone: 'us-west-2-lax-1a' };

describe('where an object is', () => {
  it.each<[string, Partial<Planned>, object, unknown]>([
    ['by its region', {}, { region: 'eu-north-1', arn: 'arn:aws:rds:eu-west-1:1:db:x' }, 'eu-north-1'],
    ['by its ARN', {}, { arn: 'arn:aws:rds:eu-west-1:123456789012:db:x' }, 'eu-west-1'],
    ['by its ARN, rather than its zone', {}, { arn: 'arn:aws:x:eu-west-1:1:y', ...zoned }, 'eu-west-1'],
    ['by its zone, where its ARN tells none', {}, { arn: 'arn:aws:s3:::bucket', ...zoned }, 'us-west-2'],
    ['by its zone', {}, { availability_zone: 'eu-west-1b' }, 'eu-west-1'],
    [
      'on Azure, as shown to people',
      { type: 'azurerm_x', provider: 'azurerm' },
      { location: 'West Europe 2' },
      'westeurope2',
    ],
    [
      'on Google, in a zone',
      { type: 'google_x', provider: 'google' },
      { zone: 'europe-west1-b' },
      'europe-west1',
    ],
    [
      'on Google, by a link',
      { type: 'google_x', provider: 'google' },
      { region: 'https://x/regions/us-east1' },
      'us-east1',
    ],
    ['by the region for providers without one', { regions: { aws: 'us-east-2' } }, {}, 'us-east-2'],
    [
      'by that of Google, for its beta provider',
      { type: 'google_x', provider: 'google-beta', regions: { google: 'us-east4' } },
      {},
      'us-east4',
    ],
    ['by a variable that is a region', { configured: refers('var.place') }, {}, 'eu-west-1'],
    ['not by a variable that is none', { configured: refers('var.word') }, {}, open('aws')],
    ['not by a secret variable', { configured: refers('var.secret') }, {}, open('aws')],
    ['not by one of two references', { configured: refers('var.place', 'local.x') }, {}, open('aws')],
    ['not by what is no variable of the root', { configured: refers('local.place') }, {}, open('aws')],
  ])('%s', (_, given, after, expected) => {
    const { head } = sidesOf({ change: created(after), ...given });
    expect(toPlain(head[0]?.region ?? NULL)).toEqual(expected);
  });

  it('by the repository, rather than by the provider in the plan', () => {
    const written = resources('provider "aws" {\n  region = "ap-south-1"\n}\nresource "aws_x" "x" {}\n');
    const { head } = sidesOf({ change: created({}), configured: refers('var.place'), written });
    expect(toPlain(head[0]?.region ?? NULL)).toBe('ap-south-1');
  });
});

const openTags = { expressions: { default_tags: [{ tags: { references: ['var.t'] } }] } };

describe('default tags', () => {
  const tagsOf = (given: Planned): Value => sidesOf(given).head[0]?.provider.defaultTags ?? NULL;

  it('are what an object carries beside its own', () => {
    const after = { tags: { a: '1', b: '2' }, tags_all: { a: '1', b: '3', c: '4' } };
    expect(toPlain(tagsOf({ change: created(after) }))).toEqual({ b: '3', c: '4' });
  });

  it.each<[string, object, unknown]>([
    ['one that is secret', { tags_all: { c: true } }, { c: { $sensitive: true } }],
    ['all', { tags_all: true }, { $sensitive: true }],
  ])('stay secret: %s', (_, after_sensitive, expected) => {
    const change = created({ tags: null, tags_all: { c: 'hunter2' } }, { after_sensitive });
    expect(toPlain(tagsOf({ change }))).toEqual(expected);
  });

  it('that are no constant can be more than the plan shows', () => {
    const given = { change: created({ tags_all: { c: '4' } }), configured: openTags };
    expect(tagsOf(given)).toMatchObject({ kind: 'object', rest: { reason: 'no-variable-value' } });
    const written = resources('provider "aws" {}\nresource "aws_x" "x" {}\n');
    expect(toPlain(tagsOf({ ...given, written }))).toEqual({ c: '4' });
    expect(tagsOf({ ...given, written })).not.toHaveProperty('rest');
    expect(tagsOf({ ...given, change: created({}), written })).toBe(NULL);
  });

  it('are open where the plan tells of no configuration', () => {
    const given = { change: created({ tags: null }), rest: { configuration: undefined } };
    expect(tagsOf(given)).toMatchObject({ kind: 'object', rest: { reason: 'no-variable-value' } });
  });
});

describe('secrets', () => {
  const shown = ({ base, head }: PlanSides): unknown[] =>
    [base, head].map(([one]) => toPlain(one?.attributes ?? NULL));
  const [before, after] = [{ k: 'hunter2' }, { k: 'hunter3' }];
  it.each<[string, object, unknown]>([
    ['before', { before_sensitive: { k: true } }, [{ k: { $sensitive: true } }, { k: 'hunter3' }]],
    ['after', { after_sensitive: { k: true } }, [{ k: 'hunter2' }, { k: { $sensitive: true } }]],
    ['all before', { before_sensitive: true }, [{ k: { $sensitive: true } }, { k: 'hunter3' }]],
  ])('are marked: %s', (_, marks, expected) => {
    expect(shown(sidesOf({ change: { actions: ['update'], before, after, ...marks } }))).toEqual(expected);
  });

  it('are marked on both sides of what does not change', () => {
    const change = { actions: ['no-op'], before, after: before, after_sensitive: { k: true } };
    expect(shown(sidesOf({ change }))).toEqual([{ k: { $sensitive: true } }, { k: { $sensitive: true } }]);
  });
});

it.each([
  [{ complete: false }, ['']],
  [{ errored: true }, ['']],
  [{}, []],
])('leaves a gap in the project: %j', (rest, expected) => {
  expect(sidesOf({ change: created({}), rest }).gaps.map(({ address }) => address)).toEqual(expected);
});

it('finds what is written of one of an unknown number', () => {
  const index = new WrittenIndex(resources('resource "aws_x" "x" {\n  count = data.aws_y.y.n\n}\n'));
  for (const address of ['aws_x.x[3]', 'aws_x.x["a\\"]"]'])
    expect(index.instance(address)?.address).toBe('aws_x.x[*]');
  expect([index.instance('aws_x.x'), index.instance('aws_x.y[0]')]).toEqual([undefined, undefined]);
});
