import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readAsset } from '../lib/assets.ts';
import { decimal } from '../lib/decimal.ts';
import type { CostedChange } from '../model/result.ts';
import type { Value } from '../model/value.ts';
import { buildPolicyInput } from './input.ts';
import { jsonText } from './json-text.ts';
import type { JsonObject } from './json-text.ts';
import {
  at,
  change,
  facts,
  profile,
  range,
  resource,
  side,
  tags,
  text,
  totals,
  unit,
  unitSide,
} from './testdata/facts.ts';

const schema = JSON.parse(readAsset('schema/policy-input.schema.json').toString('utf8')) as object;

function problems(definition: string, document: JsonObject): unknown {
  const ajv = new Ajv2020({ allErrors: true });
  ajv.addSchema(schema, 'input');
  const validate = ajv.compile({ $ref: `input#/$defs/${definition}` });
  return validate(JSON.parse(jsonText(document))) ? [] : validate.errors;
}

const number = (value: string): Value => ({ kind: 'number', value: decimal(value), origin: [] });

const module = {
  address: 'module.eks',
  sourceAddress: 'terraform-aws-modules/eks/aws',
  reason: 'it comes from a registry',
  source: at('main.tf', 7),
};

const full = facts({
  policies: {
    requiredTags: {
      level: 'hard',
      unknown: 'fail',
      keys: [
        { key: 'Owner', allowEmpty: false, values: ['team-*'] },
        { key: 'Any', allowEmpty: true, values: null },
      ],
    },
    monthlyIncrease: {
      level: 'soft',
      amount: decimal('500'),
      percent: decimal('12.5'),
      basis: 'high',
      unknown: 'fail',
    },
    unitIncrease: {
      level: 'soft',
      percent: decimal('5'),
      basis: 'low',
      unknown: 'warn',
      amounts: { order: decimal('0.001') },
    },
  },
  changes: [
    change('update', {
      base: '10',
      head: null,
      of: resource({
        entries: { size: number('8'), name: text('a'), secret: text('s3cret', { sensitive: true }) },
      }),
    }),
    change('delete', { base: '10' }),
    change('create', {
      of: resource({ region: { kind: 'unknown', reason: 'no-variable-value', origin: [] } }),
    }),
  ],
  tags: () => tags({ Owner: 'x', Team: null }, { others: { state: 'open', reason: 'data source' } }),
  units: [unit(), unit({ delta: null, percent: null, base: unitSide(null, null), missing: ['No volume.'] })],
  changedUnresolvedModules: [module],
  profiles: [profile(), profile({ action: 'create', baseVersion: null, effectiveInPast: null })],
});

describe('the policy input', () => {
  const input = buildPolicyInput(full);

  it('of a change is what the schema publishes', () => {
    expect(problems('changeInput', input.change())).toEqual([]);
  });

  it.each(full.changes.map((one) => [one.change.action, one] as const))(
    'of a resource with action %s is what the schema publishes',
    (_, one) => {
      expect(problems('resourceInput', input.resource(one))).toEqual([]);
    },
  );

  it('of an import is that of a create, since nothing is known of what was there', () => {
    const of = resource({ entries: { size: text('large') } });
    const [created, imported] = (['create', 'import'] as const).map((action) =>
      input.resource(change(action, { of, head: '7' })),
    );
    expect(imported).toEqual(created);
    expect(imported).toMatchObject({
      resource: { action: 'create', attributes: { base: null, head: { values: { size: 'large' } } } },
    });
  });

  it('of a module call is what the schema publishes', () => {
    expect(problems('resourceInput', input.module(module))).toEqual([]);
    expect(problems('resourceInput', { ...input.module(module), resource: null })).not.toEqual([]);
  });

  it('has settings that the schema publishes', () => {
    expect(problems('settings', input.data['settings'] as JsonObject)).toEqual([]);
  });

  it('would not pass with a key that the schema does not know', () => {
    expect(problems('settings', { ...(input.data['settings'] as JsonObject), more: 1 })).not.toEqual([]);
  });

  it('never holds a sensitive value', () => {
    expect(jsonText(input.change())).not.toContain('s3cret');
  });

  it('names the changed resources whose price is not known', () => {
    expect(input.change(['totals.unpricedChanges'])['totals']).toMatchObject({
      unpricedChanges: ['aws_instance.web'],
    });
  });

  it('has null, never 0, for a base of which nothing is known', () => {
    const nothing = side(range('0'));
    const base = (unpriced: number) => {
      const { totals } = facts();
      const input = buildPolicyInput(facts({ totals: { ...totals, base: { ...nothing, unpriced } } }));
      return (input.change(['totals'])['totals'] as JsonObject)['base'];
    };
    expect(base(2)).toEqual({ monthly: null, fixed: null, variable: null, unpriced: 2 });
    expect(base(0)).toMatchObject({ monthly: { text: { likely: '$0.00' } }, unpriced: 0 });
  });

  it.each(['low', 'likely', 'high'] as const)(
    'has the percentage of the %s scenario, not of mixed ones',
    (basis) => {
      // A resource goes whose cost depends on usage: all of it is saved in every scenario.
      const base = range('32', '37', '257');
      const delta = range('-257', '-37', '-32');
      const all = { low: decimal('-100'), likely: decimal('-100'), high: decimal('-100') };
      const input = buildPolicyInput(facts({ totals: { ...totals(base, delta), percent: all } }));
      const { percent } = input.change(['totals'])['totals'] as { percent: JsonObject };
      expect([percent[basis], percent['text']]).toEqual([
        decimal('-100'),
        { low: '-100%', likely: '-100%', high: '-100%' },
      ]);
    },
  );

  it('has the figures by list prices, which are the same where the buyer pays those', () => {
    const plain = buildPolicyInput(facts()).change(['totals'])['totals'] as JsonObject;
    const { base, head, delta } = plain;
    expect(plain['list']).toEqual({ base, head, delta });
    const list = totals(range('200'), range('100'));
    const pricing = { list, freeTier: 'off', exchangeRates: [], entries: [] } as const;
    const bought = buildPolicyInput(facts({ pricing })).change(['totals']);
    expect(bought['totals']).toMatchObject({
      head: { monthly: { text: { likely: '$150.00' } } },
      list: {
        head: { monthly: { text: { likely: '$300.00' } } },
        delta: { monthly: { likely: decimal('100') } },
      },
    });
    expect(problems('changeInput', buildPolicyInput(facts({ pricing })).change())).toEqual([]);
  });

  it('has the list cost of a resource beside what the buyer pays', () => {
    const line = { component: 'c', unit: 'hour', quantity: range('1'), price: null, evidence: 'A' } as const;
    const one = change('create', { head: '7' });
    const lines = [{ ...line, kind: 'fixed' as const, monthly: range('7'), list: range('10') }];
    const bought = { ...one, head: one.head && { ...one.head, lines } };
    const cost = (of: CostedChange): unknown => {
      const found = buildPolicyInput(facts()).resource(of, ['resource.cost']);
      return (found['resource'] as JsonObject)['cost'];
    };
    expect(cost(bought)).toMatchObject({
      head: range('7'),
      list: { base: null, head: range('10'), delta: range('10') },
    });
    expect(problems('resourceInput', buildPolicyInput(facts()).resource(bought))).toEqual([]);
  });

  it('gives the lowest version that is enough', () => {
    const [raised, created] = input.change(['profiles'])['profiles'] as JsonObject[];
    expect(raised?.['leastVersion']).toBe('2.0.0');
    expect(created?.['leastVersion']).toBe(null);
  });
});

describe('the parts of the policy input', () => {
  it.each([
    [['units'], ['version', 'now', 'currency', 'units']],
    [
      ['totals.delta', 'now'],
      ['version', 'now', 'currency', 'totals'],
    ],
    [['resources'], ['version', 'now', 'currency', 'resources']],
    [[], ['version', 'now', 'currency']],
    [['*'], ['version', 'now', 'currency', 'totals', 'units', 'profiles', 'billing', 'modules', 'resources']],
  ])('are left out unless read: %j', (reads, keys) => {
    expect(Object.keys(buildPolicyInput(full).change(reads))).toEqual(keys);
  });

  it.each([
    [
      ['resource.tags', 'resource.action'],
      ['action', 'tags'],
    ],
    [['resource.cost.head'], ['cost']],
    [['resources'], []],
  ])('of a resource are left out unless read: %j', (reads, keys) => {
    const [first = change('create')] = full.changes;
    const input = buildPolicyInput(full).resource(first, reads);
    expect(Object.keys(input['resource'] as JsonObject)).toEqual(keys);
  });

  it('of a resource are all there when it is read as a whole', () => {
    const input = buildPolicyInput(full).resource(change('create'), ['resource']);
    expect(Object.keys(input['resource'] as JsonObject)).toHaveLength(11);
  });

  it('say where a resource was before it moved', () => {
    const moved = change('move');
    const input = buildPolicyInput(full).resource({
      ...moved,
      change: { ...moved.change, previousAddress: 'a.b' },
    });
    expect(input['resource']).toMatchObject({ previousAddress: 'a.b', source: at('infra/main.tf', 10) });
  });
});
