import { describe, expect, it } from 'vitest';
import { NO_BILLING_FACTS } from '../billing/facts/nothing.ts';
import { DEFAULT_CONFIG } from '../config/defaults.ts';
import { decimal } from '../lib/decimal.ts';
import type { Config } from '../model/config.ts';
import type { Finding } from '../model/finding.ts';
import { evaluatePolicies } from './evaluate.ts';
import { at, change, facts, profile, range, resource, tags, totals, unit } from './testdata/facts.ts';

type Policies = Config['policies'];

function required(
  level: Policies['requiredTags']['level'],
  ...keys: string[]
): Pick<Policies, 'requiredTags'> {
  const rules = keys.map((key) => ({ key, allowEmpty: false, values: null }));
  return { requiredTags: { level, keys: rules, unknown: 'warn' } };
}

function monthly(
  level: Policies['monthlyIncrease']['level'],
  amount: string,
): Pick<Policies, 'monthlyIncrease'> {
  return {
    monthlyIncrease: {
      level,
      amount: decimal(amount),
      percent: null,
      basis: 'likely',
      unknown: level === 'hard' ? 'fail' : 'warn',
      source: at('tollgate.yml', 4),
    },
  };
}

function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ policyId, status, level, subject }) =>
    [policyId, status, level, subject ?? '-'].join(' '),
  );
}

describe('evaluatePolicies', () => {
  it('turns a missing tag into a finding at the place of the resource', () => {
    const [finding, ...others] = evaluatePolicies(
      facts({ policies: required('hard', 'Owner'), changes: [change('create')] }),
    );
    expect(others).toEqual([]);
    expect(finding).toEqual({
      policyId: 'required-tags',
      title: 'Required tags',
      level: 'hard',
      status: 'fail',
      message: 'Required tag "Owner" is missing.',
      subject: 'aws_instance.web',
      source: at('infra/main.tf', 10),
      actual: 'absent',
      expected: 'any value that is not empty',
      fix: 'Set the tag "Owner" on the resource or in the default tags of its provider.',
      details: { key: 'Owner', case: 'missing' },
      docsUrl: 'https://www.finops.org/framework/capabilities/allocation/',
      fingerprint: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
    });
  });

  it('points at the tag when it is the tag that is wrong', () => {
    const [finding] = evaluatePolicies(
      facts({
        policies: required('soft', 'Owner'),
        changes: [change('create')],
        tags: () => tags({ Team: 'a', Owner: '' }),
      }),
    );
    expect(finding).toMatchObject({ message: 'Tag "Owner" is empty.', source: at('infra/main.tf', 21) });
  });

  it.each([
    ['hard', 'fail'],
    ['soft', 'fail'],
    ['advisory', 'warn'],
  ] as const)('gives a denial at level %s the status %s', (level, status) => {
    const findings = evaluatePolicies(
      facts({ policies: required(level, 'Owner'), changes: [change('update')] }),
    );
    expect(brief(findings)).toEqual([`required-tags ${status} ${level} aws_instance.web`]);
  });

  it('skips a policy that is off', () => {
    expect(
      evaluatePolicies(facts({ policies: required('off', 'Owner'), changes: [change('create')] })),
    ).toEqual([]);
  });

  it('shows a warning at every level', () => {
    const findings = evaluatePolicies(
      facts({
        policies: required('hard', 'Owner'),
        changes: [change('create')],
        tags: () => tags({}, { others: { state: 'open', reason: 'var.tags has no value' } }),
      }),
    );
    expect(findings).toMatchObject([
      {
        status: 'warn',
        message: 'Required tag "Owner": whether it is there cannot be told: var.tags has no value.',
      },
    ]);
  });

  it('places findings at the profile, the unit and the limit, whatever they are called', () => {
    const findings = evaluatePolicies(
      facts({
        policies: {
          profileVersion: { level: 'hard' },
          ...monthly('hard', '1'),
          unitIncrease: {
            level: 'soft',
            percent: decimal('10'),
            basis: 'likely',
            unknown: 'warn',
            amounts: {},
          },
        },
        changes: [change('create', { of: resource({ address: 'order' }) })],
        profiles: [profile({ id: 'order' }), profile({ id: 'order', kind: 'UnitDefinition' })],
        units: [unit()],
      }),
    );
    expect(brief(findings)).toEqual([
      'billing-versions fail hard UnitDefinition/order',
      'billing-versions fail hard order',
      'monthly-increase-limit fail hard -',
      'unit-increase-limit fail soft order',
    ]);
    expect(findings.map(({ source }) => `${source?.file ?? ''}:${String(source?.start.line)}`)).toEqual([
      'billing/pro.yaml:3',
      'billing/pro.yaml:3',
      'tollgate.yml:4',
      'tollgate.yml:8',
    ]);
    expect(findings[3]?.message).toBe(
      'The cost of 1,000 orders rises by 50% ($1.00, likely figure); the limit is 10%.',
    );
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });

  it('tells resources of one address in two projects apart by place', () => {
    const changes = ['a', 'b'].map((project, index) =>
      change('create', { of: resource({ project, source: at(`${project}/main.tf`, index + 1) }) }),
    );
    const findings = evaluatePolicies(facts({ policies: required('hard', 'Owner'), changes }));
    expect(findings.map(({ source }) => source?.file)).toEqual(['a/main.tf', 'b/main.tf']);
  });

  const module = {
    address: 'module.eks',
    sourceAddress: 'terraform-aws-modules/eks/aws',
    reason: 'it comes from a registry',
    source: at('main.tf', 7),
  };

  it('denies at level hard what a module outside the repository may bring, and names the call', () => {
    const findings = evaluatePolicies(
      facts({
        policies: {
          requiredTags: { ...required('hard', 'Owner').requiredTags, unknown: 'fail' },
          ...monthly('hard', '900'),
          unitIncrease: {
            level: 'hard',
            percent: decimal('90'),
            basis: 'likely',
            unknown: 'fail',
            amounts: {},
          },
        },
        units: [unit()],
        changedUnresolvedModules: [module],
      }),
    );
    expect(brief(findings)).toEqual([
      'required-tags fail hard module.eks',
      'monthly-increase-limit fail hard -',
      'unit-increase-limit fail hard order',
    ]);
    expect(findings[0]).toMatchObject({
      message:
        'Nobody can tell whether the resources of module.eks carry the required tags: they come from terraform-aws-modules/eks/aws, outside the repository.',
      source: at('main.tf', 7),
    });
    expect(findings[1]?.details).toEqual({ resources: [], modules: ['module.eks'] });
  });

  it.each([
    ['a limit for the month', monthly('hard', '900'), ['monthly-increase-limit fail hard -']],
    ['no limit', {}, []],
  ])('asks %s about a change without a price', (_, policies, expected) => {
    const changes = [change('create', { head: null }), change('move', { base: null, head: null })];
    const findings = evaluatePolicies(facts({ policies, changes }));
    expect(brief(findings)).toEqual(expected);
    expect(findings.every(({ details }) => (details?.['resources'] as string[]).length === 1)).toBe(true);
  });

  it('holds a limit against the exact figure', () => {
    const over = facts({
      policies: monthly('hard', '50'),
      changes: [change('create', { head: '50' })],
      totals: totals(range('100'), range('50.000000000000000000001')),
    });
    expect(brief(evaluatePolicies(over))).toEqual(['monthly-increase-limit fail hard -']);
    expect(evaluatePolicies({ ...over, totals: facts().totals })).toEqual([]);
  });

  it('says nothing when nothing changed', () => {
    const findings = evaluatePolicies(
      facts({
        policies: {
          ...required('hard', 'Owner'),
          ...monthly('hard', '0'),
          profileVersion: { level: 'hard' },
        },
        profiles: [profile({ action: 'no-op' })],
        units: [unit()],
      }),
    );
    expect(findings).toEqual([]);
  });

  it('sorts by status, then by place', () => {
    const [b, a] = ['aws_instance.b', 'aws_instance.a'].map((address, index) =>
      resource({ address, source: at('infra/main.tf', 50 - 10 * index) }),
    );
    const findings = evaluatePolicies(
      facts({
        policies: { ...required('hard', 'Owner', 'Team'), ...monthly('advisory', '1') },
        changes: [change('create', { of: b ?? resource() }), change('create', { of: a ?? resource() })],
      }),
    );
    expect(findings.map(({ status, subject, details }) => [status, subject, details?.['key']])).toEqual([
      ['fail', 'aws_instance.a', 'Owner'],
      ['fail', 'aws_instance.a', 'Team'],
      ['fail', 'aws_instance.b', 'Owner'],
      ['fail', 'aws_instance.b', 'Team'],
      ['warn', undefined, undefined],
    ]);
  });

  it('gives a fingerprint that outlives moved lines and tells projects apart', () => {
    const one = (project: string, line: number) =>
      evaluatePolicies(
        facts({
          policies: required('hard', 'Owner'),
          changes: [change('create', { of: resource({ project, source: at('infra/main.tf', line) }) })],
        }),
      )[0]?.fingerprint;
    expect(one('a', 10)).toBe(one('a', 99));
    expect(one('a', 10)).not.toBe(one('b', 10));
  });

  it('never tells a sensitive value', () => {
    const findings = evaluatePolicies(
      facts({
        policies: {
          requiredTags: {
            level: 'hard',
            unknown: 'fail',
            keys: [{ key: 'Owner', allowEmpty: false, values: ['bob'] }],
          },
        },
        changes: [change('create')],
        tags: () => ({
          ...tags({}),
          keys: new Map([['Owner', { state: 'present', value: 'bobb', sensitive: true, from: 'resource' }]]),
        }),
      }),
    );
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain('bobb');
  });

  it('reports a resource that cannot be judged, and judges the others', () => {
    const deep = 'x'.repeat(60_000_000);
    const [big, small] = ['aws_instance.big', 'aws_instance.small'].map((address) => resource({ address }));
    const findings = evaluatePolicies(
      facts({
        policies: required('hard', 'Owner'),
        changes: [change('create', { of: big ?? resource() }), change('create', { of: small ?? resource() })],
        tags: ({ address }) => tags(address === 'aws_instance.big' ? { Other: deep } : {}),
      }),
    );
    expect(brief(findings)).toEqual([
      'required-tags fail hard aws_instance.small',
      'required-tags error hard aws_instance.big',
    ]);
  });
});

describe('rules of billing files', () => {
  const bound = {
    ...{ subject: 'pro', name: 'billing profile "pro"', sku: 'api', model: 'volume' },
    bound: { value: decimal('10'), text: '10' },
    units: { below: { value: decimal('2'), text: '$2' }, above: { value: decimal('1'), text: '$1' } },
    totals: { on: { value: decimal('20'), text: '$20' }, above: { value: decimal('10'), text: '$10' } },
    source: at('billing/profiles/pro.yaml', 30),
  };
  const problem = {
    ...{
      rule: 'BP-101',
      code: 'unknown-key',
      message: '"prise" is not a key.',
      actual: null,
      expected: null,
      hint: null,
    },
    source: at('billing/profiles/pro.yaml', 7),
  };
  const judged = (
    level: Policies['billing']['level'],
    rules: Policies['billing']['rules'],
  ): (string | undefined)[] =>
    evaluatePolicies(
      facts({
        policies: { billing: { ...DEFAULT_CONFIG.policies.billing, level, rules } },
        billing: { ...NO_BILLING_FACTS, bounds: [bound], problems: [problem] },
      }),
    ).map(({ status, rule, title }) => `${status} ${rule ?? '-'} ${title}`);
  const form = 'BP-101 BP-101: A billing file has its form';
  const falls = 'BP-112 BP-112: More usage never costs less in total';

  it.each<[string, Policies['billing']['level'], Policies['billing']['rules'], string[]]>([
    ['as they are', 'soft', {}, [`fail ${form}`, `warn ${falls}`]],
    ['set apart', 'soft', { 'BP-112': 'deny', 'BP-101': 'warn' }, [`fail ${falls}`, `warn ${form}`]],
    ['switched off', 'soft', { 'BP-112': 'off', 'BP-101': 'off' }, []],
    ['only shown', 'advisory', { 'BP-112': 'deny' }, [`warn ${form}`, `warn ${falls}`]],
    ['not asked', 'off', { 'BP-112': 'deny' }, []],
  ])('are %s', (_, level, rules, expected) => {
    expect(judged(level, rules)).toEqual(expected);
  });
});
