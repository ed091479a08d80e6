import { describe, expect, it } from 'vitest';
import type { TagRule } from '../model/config.ts';
import type { EffectiveTags } from '../model/tags.ts';
import { tagsInput } from './tags-input.ts';
import { at, tags } from './testdata/facts.ts';

const rule = (key: string, values: TagRule['values'] = null): TagRule => ({ key, allowEmpty: false, values });

const present = {
  state: 'present',
  value: null,
  empty: null,
  allowed: null,
  sensitive: false,
  reason: null,
  source: null,
};

describe('tagsInput', () => {
  it('tells state, value and place of each tag', () => {
    const effective: EffectiveTags = {
      taggable: 'yes',
      keys: new Map([
        ['Owner', { state: 'present', value: 'a', from: 'resource', source: at('main.tf', 3) }],
        ['Team', { state: 'present', value: null, from: 'provider-default' }],
        ['Secret', { state: 'present', value: 'hush', sensitive: true, from: 'resource' }],
        ['Env', { state: 'unknown', reason: 'var.tags has no value' }],
      ]),
      others: { state: 'open', reason: 'merge with data.x' },
    };
    expect(tagsInput(effective, [])).toEqual({
      taggable: 'yes',
      keys: {
        Owner: { ...present, value: 'a', empty: false, source: at('main.tf', 3) },
        Team: present,
        Secret: { ...present, empty: false, sensitive: true },
        Env: { ...present, state: 'unknown', reason: 'var.tags has no value' },
      },
      others: 'unknown',
      othersReason: 'merge with data.x',
      similarKeys: {},
      similarValues: {},
    });
  });

  it.each<[string, Record<string, string>, TagRule[], object, object]>([
    ['another case', { owner: 'a' }, [rule('Owner')], { Owner: 'owner' }, {}],
    ['a slip', { Enviroment: 'a' }, [rule('Environment')], { Environment: 'Enviroment' }, {}],
    ['something else', { Name: 'a' }, [rule('CostCenter')], {}, {}],
    ['a key that is required itself', { Owner: 'a' }, [rule('Owner'), rule('Owner2')], {}, {}],
    ['a value in another case', { Env: 'Prod' }, [rule('Env', ['prod', 'dev-*'])], {}, { Env: 'prod' }],
    ['a value that is allowed', { Env: 'prod' }, [rule('Env', ['prod'])], {}, {}],
    ['a value near a glob only', { Env: 'devx' }, [rule('Env', ['dev*'])], {}, {}],
  ])('finds what was meant by %s', (_, keys, rules, similarKeys, similarValues) => {
    expect(tagsInput(tags(keys), rules)).toMatchObject({ similarKeys, similarValues });
    expect(Object.keys(tagsInput(tags(keys), rules)['similarKeys'] as object)).toEqual(
      Object.keys(similarKeys),
    );
    expect(Object.keys(tagsInput(tags(keys), rules)['similarValues'] as object)).toEqual(
      Object.keys(similarValues),
    );
  });

  it.each<[string, string | null, boolean, TagRule['values'], boolean | null, boolean | null]>([
    ['a value without a list', 'a', false, null, false, null],
    ['a value in the list', 'dev-anna', false, ['prod', 'dev-*'], false, true],
    ['a value outside the list', 'my-dev-1', false, ['prod', 'dev-*'], false, false],
    ['an empty value', '', false, ['prod'], true, false],
    ['a value that nobody can see', ' \u200b\u3164', false, null, true, null],
    ['an unknown value', null, false, ['prod'], null, null],
    ['a sensitive empty value', '', true, null, true, null],
    ['a sensitive value in the list', 'prod', true, ['prod'], false, true],
    ['a sensitive value outside the list', 'qa', true, ['prod'], false, false],
    ['a sensitive unknown value', null, true, ['prod'], null, null],
  ])('judges %s', (_, value, sensitive, values, empty, allowed) => {
    const effective: EffectiveTags = {
      ...tags({}),
      keys: new Map([
        [
          'Env',
          { state: 'present', value, from: 'resource', ...(sensitive ? { sensitive: true as const } : {}) },
        ],
      ]),
    };
    expect(tagsInput(effective, [rule('Env', values)])['keys']).toEqual({
      Env: { ...present, value: sensitive ? null : value, empty, allowed, sensitive },
    });
  });

  it('never suggests by a sensitive value', () => {
    const effective: EffectiveTags = {
      ...tags({}),
      keys: new Map([['Env', { state: 'present', value: 'Prod', sensitive: true, from: 'resource' }]]),
    };
    expect(tagsInput(effective, [rule('Env', ['prod'])])['similarValues']).toEqual({});
  });
});
