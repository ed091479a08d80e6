import { describe, expect, it } from 'vitest';
import type { ProviderRef, Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { decimal } from '../lib/decimal.ts';
import { effectiveTags } from './effective.ts';
import { taggableTable } from './table.ts';

const origin = [] as const;
const nothing: Value = { kind: 'null', origin };
const text = (value: string): Value => ({ kind: 'string', value, origin });
const list = (...items: Value[]): Value => ({ kind: 'list', items, origin });
const unknown: Value = { kind: 'unknown', reason: 'data-source', detail: 'data.a.b', origin };
const computed: Value = { kind: 'unknown', reason: 'computed-attribute', detail: 'x.id', origin };

function map(entries: Record<string, Value>, more: object = {}): Value {
  return { kind: 'map', entries: new Map(Object.entries(entries)), origin, ...more };
}

function tags(
  type: string,
  attributes: Record<string, Value>,
  defaultTags: Value = nothing,
  provider: Partial<ProviderRef> = {},
) {
  const place = { line: 1, column: 1 };
  const resource: Resource = {
    address: `${type}.x`,
    type,
    name: 'x',
    modulePath: '',
    provider: { name: 'aws', defaultTags, ...provider },
    region: unknown,
    attributes: { kind: 'object', entries: new Map(Object.entries(attributes)), origin },
    source: { file: 'main.tf', start: place, end: place },
    project: '.',
    repetition: 'exact',
  };
  return effectiveTags(resource, taggableTable);
}

/** `key=value`, `key=?` for an unknown value, `key?` for a key that may be there, `…` when there may be others. */
function shown(result: ReturnType<typeof tags>): string {
  const keys = [...result.keys].map(([key, tag]) =>
    tag.state === 'unknown'
      ? `${key}?`
      : `${key}=${tag.value ?? '?'}${tag.from === 'provider-default' ? ' (default)' : ''}`,
  );
  return [...keys, ...(result.others.state === 'open' ? ['…'] : [])].join(', ');
}

const written = map({ Team: text('shop') });
const doubtful = { uncertain: new Set(['Team']), doubt: { reason: 'unknown-workspace' } };
const rest = { rest: { reason: 'no-variable-value', detail: 'var.tags' } };
const asgTag = (key: Value, value: Value): Value =>
  map({ key, value, propagate_at_launch: { kind: 'bool', value: true, origin } });

describe('effectiveTags', () => {
  it.each<[string, string, Record<string, Value>, Value, string]>([
    ['nothing written, no defaults', 'aws_s3_bucket', {}, nothing, ''],
    ['written', 'aws_s3_bucket', { tags: written }, nothing, 'Team=shop'],
    ['defaults alone', 'aws_s3_bucket', {}, written, 'Team=shop (default)'],
    ['the resource wins', 'aws_s3_bucket', { tags: map({ Team: text('web') }) }, written, 'Team=web'],
    [
      'keys differ by case',
      'aws_s3_bucket',
      { tags: map({ team: text('web') }) },
      written,
      'Team=shop (default), team=web',
    ],
    [
      'numbers and bools are text',
      'aws_s3_bucket',
      {
        tags: map({
          a: { kind: 'number', value: decimal('80'), origin },
          b: { kind: 'bool', value: true, origin },
        }),
      },
      nothing,
      'a=80, b=true',
    ],
    [
      'null drops the key, empty stays',
      'aws_s3_bucket',
      { tags: map({ a: nothing, b: text('') }) },
      nothing,
      'b=',
    ],
    [
      'null leaves the default',
      'aws_s3_bucket',
      { tags: map({ Team: nothing }) },
      written,
      'Team=shop (default)',
    ],
    ['an unknown value is there', 'aws_s3_bucket', { tags: map({ Team: unknown }) }, nothing, 'Team=?'],
    ['unknown tags', 'aws_s3_bucket', { tags: unknown }, nothing, '…'],
    [
      'unknown tags can replace a default',
      'aws_s3_bucket',
      { tags: unknown },
      written,
      'Team=? (default), …',
    ],
    [
      'open tags keep their keys',
      'aws_s3_bucket',
      { tags: map({ Team: text('web') }, rest) },
      nothing,
      'Team=web, …',
    ],
    [
      'a key that may be there',
      'aws_s3_bucket',
      { tags: map({ Team: text('web') }, doubtful) },
      nothing,
      'Team?',
    ],
    [
      'a key that may be there over a default',
      'aws_s3_bucket',
      { tags: map({ Team: text('web') }, doubtful) },
      written,
      'Team=? (default)',
    ],
    ['unknown defaults', 'aws_s3_bucket', { tags: written }, computed, 'Team=shop, …'],
    [
      'an Auto Scaling group has tag blocks and no defaults',
      'aws_autoscaling_group',
      { tag: list(asgTag(text('Team'), text('web'))) },
      written,
      'Team=web',
    ],
    [
      'a block with an unknown key',
      'aws_autoscaling_group',
      { tag: list(asgTag(unknown, text('web'))) },
      nothing,
      '…',
    ],
    ['a block that may be there', 'aws_autoscaling_group', { tag: list(unknown) }, nothing, '…'],
    [
      'google labels',
      'google_storage_bucket',
      { labels: written, tags: map({ no: text('label') }) },
      map({ cost: text('1') }),
      'cost=1 (default), Team=shop',
    ],
    [
      'nested google labels, without defaults',
      'google_sql_database_instance',
      { settings: list(map({ user_labels: written })) },
      map({ cost: text('1') }),
      'Team=shop',
    ],
    ['azure', 'azurerm_storage_account', { tags: written }, map({ never: text('1') }), 'Team=shop'],
  ])('%s', (_, type, attributes, defaults, expected) => {
    const result = tags(type, attributes, defaults);
    expect(result.taggable).toBe('yes');
    expect(shown(result)).toBe(expected);
  });

  it('cannot tell the tags of a block of which a part could not be read', () => {
    const place = { line: 1, column: 1 };
    const broken: Resource = {
      address: 'aws_s3_bucket.x',
      type: 'aws_s3_bucket',
      name: 'x',
      modulePath: '',
      provider: { name: 'aws', defaultTags: nothing },
      region: unknown,
      attributes: { kind: 'object', entries: new Map(), origin, rest: { reason: 'error-in-expression' } },
      source: { file: 'main.tf', start: place, end: place },
      project: '.',
      repetition: 'exact',
    };
    expect(effectiveTags(broken, taggableTable).others.state).toBe('open');
  });

  it.each([
    ['aws_route', 'no'],
    ['azurerm_subnet', 'no'],
    ['random_id', 'unknown-type'],
    ['aws_does_not_exist', 'unknown-type'],
    ['aws_cloudfront_function', 'unknown-type'],
  ])('%s: %s', (type, expected) => {
    expect(tags(type, {}).taggable).toBe(expected);
  });

  it.each([
    ['aws_cloudfront_function', '6.65.0', 'unknown-type'],
    ['aws_cloudfront_function', '6.66.0', 'yes'],
    ['aws_opsworks_stack', '5.100.0', 'yes'],
    ['aws_opsworks_stack', '6.0.0', 'unknown-type'],
  ])('%s of provider %s: %s', (type, version, expected) => {
    expect(tags(type, {}, nothing, { version }).taggable).toBe(expected);
  });

  it.each<[string, Value, Value, string]>([
    ['keys', list(text('Team')), nothing, 'Team?, Cost=1'],
    ['beginnings of keys', nothing, list(text('Te')), 'Team?, Cost=1'],
    ['others', list(text('team')), list(text('kubernetes.io/')), 'Team=shop, Cost=1'],
    ['unknown keys', unknown, nothing, 'Team?, Cost?'],
    ['some unknown keys', list(text('Team'), unknown), nothing, 'Team?, Cost?'],
  ])('cannot tell of tags that the provider ignores: %s', (_, keys, prefixes, expected) => {
    const value = map({ Team: text('shop'), Cost: text('1') });
    expect(shown(tags('aws_s3_bucket', { tags: value }, nothing, { ignoreTags: { keys, prefixes } }))).toBe(
      expected,
    );
  });

  it('asks a type that only newer providers can tag when tags are written', () => {
    expect(shown(tags('aws_cloudfront_function', { tags: written }))).toBe('Team=shop');
  });

  it('says why keys are unknown, and marks what is sensitive', () => {
    const secret = { ...text('x'), sensitive: true } as Value;
    const result = tags('aws_s3_bucket', { tags: map({ Team: secret }, rest) });
    expect(result.others).toEqual({ state: 'open', reason: 'var.tags has no value in the sources' });
    expect(result.keys.get('Team')).toMatchObject({ state: 'present', sensitive: true });
  });
});
