import { describe, expect, it } from 'vitest';

import { memoryTree } from '../../test/support/memory-tree.ts';
import { decimal } from '../lib/decimal.ts';
import { rangeOf } from '../model/source.ts';
import { DEFAULT_CONFIG } from './defaults.ts';
import { loadConfig } from './load.ts';

const load = (text: string) => loadConfig(memoryTree({ 'tollgate.yml': text }));

function configOf(text: string) {
  const { config, diagnostics } = load(text);
  expect(diagnostics).toEqual([]);
  return config;
}

/** `line:column code message`. */
function errors(text: string): string[] {
  return load(text).diagnostics.map(
    ({ source, code, message }) =>
      `${String(source?.start.line)}:${String(source?.start.column)} ${code} ${message}`,
  );
}

const full = `
version: 1
currency: USD
projects:
  - { path: ./infra/prod/, name: production, workspace: prod, var_files: [prod.tfvars], variables: { count: 3, on: true } }
  - path: .
exclude: ["examples/**"]
usage_file: usage.yml
units:
  - id: order
    label: 1,000 orders
    per: 1000
    volume: { monthly: 120000, source: shop database, as_of: 2026-01-31 }
    match: { tags: { Service: shop-* }, paths: ["infra/**"], types: [aws_*] }
    revenue: { amount: "4200.10", source: finance }
  - id: user
policies:
  required_tags: { level: hard, unknown: fail, keys: [CostCenter, { key: Env, allow_empty: true, values: [prod, dev-*, 7] }] }
  profile_version: { level: soft }
  monthly_increase: { amount: 250.50, percent: 0.1, basis: high }
  unit_increase: { level: advisory, percent: "5", amounts: { order: 0.123456789012345678 } }
comment: { when: always, minimum_amount: 1 }
`;

describe('without a file', () => {
  it('gives the defaults', () => {
    expect(loadConfig(memoryTree({}))).toEqual({ config: DEFAULT_CONFIG, state: 'sound', diagnostics: [] });
  });

  it.each(['', '# nothing yet\n', 'version: 1\n'])('%j is as good as none', (text) => {
    expect(load(text)).toEqual({
      config: { ...DEFAULT_CONFIG, file: 'tollgate.yml' },
      state: 'sound',
      diagnostics: [],
    });
  });
});

describe('a default region', () => {
  it.each([
    ['eu-central-1', { aws: 'eu-central-1' }],
    ['us-gov-west-1', { aws: 'us-gov-west-1' }],
    ['europe-west12', { google: 'europe-west12' }],
    ['{ google: us-east1, aws: us-east-1 }', { aws: 'us-east-1', google: 'us-east1' }],
  ])('%s', (text, regions) => {
    const config = configOf(
      `version: 1\ndefault_region: ${text}\nprojects: [{ path: a, region: ${text} }]\n`,
    );
    expect(config.defaultRegions).toEqual(regions);
    expect(config.projects[0]?.regions).toEqual(regions);
  });

  it.each(['Frankfurt', '7', '{ azure: westeurope }', '{ aws: eu }', '[]'])(
    '%s is refused at its place',
    (text) => {
      expect(errors(`version: 1\ndefault_region: ${text}\n`)).toEqual([
        expect.stringMatching(/^2:[12][0-9] /),
      ]);
    },
  );
});

describe('a full file', () => {
  const config = configOf(full);

  it('has its projects with normal paths and variables as text', () => {
    const places = [...(config.projects[0]?.variablePlaces ?? [])];
    expect(places.map(([name, span]) => [name, rangeOf(span).start])).toEqual([
      ['count', { line: 5, column: 109 }],
      ['on', { line: 5, column: 116 }],
    ]);
    expect(config.projects).toMatchObject([
      {
        path: 'infra/prod',
        name: 'production',
        workspace: 'prod',
        varFiles: ['prod.tfvars'],
        variables: { count: '3', on: 'true' },
      },
      { path: '.', varFiles: [], variables: {} },
    ]);
  });

  it('has a project for each workspace, with the files of both', () => {
    const { projects } = configOf(
      'version: 1\nprojects:\n  - path: infra\n    var_files: [all.tfvars]\n    account: "012345678901"\n' +
        '    data_files: [data.json]\n    remote_state: { network: net.json }\n' +
        '    workspaces: [dev, { name: prod, var_files: [prod.tfvars], account: 123456789012 }]\n',
    );
    const shared = {
      path: 'infra',
      variables: {},
      dataFiles: ['data.json'],
      remoteState: { network: 'net.json' },
    };
    expect(projects).toEqual([
      { ...shared, name: 'infra@dev', workspace: 'dev', varFiles: ['all.tfvars'], account: '012345678901' },
      {
        ...shared,
        name: 'infra@prod',
        workspace: 'prod',
        varFiles: ['all.tfvars', 'prod.tfvars'],
        account: '123456789012',
      },
    ]);
  });

  it('has its units with exact figures and their place', () => {
    expect(config.units[0]).toEqual({
      id: 'order',
      label: '1,000 orders',
      per: decimal('1000'),
      volume: { monthly: decimal('120000'), source: 'shop database', asOf: '2026-01-31' },
      match: { tags: { Service: 'shop-*' }, paths: ['infra/**'], types: ['aws_*'] },
      revenue: { amount: decimal('4200.10'), source: 'finance' },
      source: { file: 'tollgate.yml', start: { line: 10, column: 5 }, end: { line: 15, column: 52 } },
    });
    expect(config.units[1]).toMatchObject({
      id: 'user',
      label: 'user',
      volume: null,
      match: {},
      revenue: null,
    });
  });

  it('has its policies', () => {
    const { requiredTags, profileVersion, monthlyIncrease, unitIncrease } = config.policies;
    expect(requiredTags).toEqual({
      level: 'hard',
      unknown: 'fail',
      keys: [
        { key: 'CostCenter', allowEmpty: false, values: null },
        { key: 'Env', allowEmpty: true, values: ['prod', 'dev-*', '7'] },
      ],
    });
    expect(profileVersion).toEqual({ level: 'soft' });
    expect(monthlyIncrease).toEqual({
      level: 'soft',
      amount: decimal('250.5'),
      percent: decimal('0.1'),
      basis: 'high',
      unknown: 'warn',
      source: { file: 'tollgate.yml', start: { line: 20, column: 21 }, end: { line: 20, column: 66 } },
    });
    expect(unitIncrease.amounts['order']?.toFixed()).toBe('0.123456789012345678');
  });

  it.each<[string, string]>([
    ['{}', 'hard'],
    ['{ billing: { rules: {} } }', 'hard'],
    ['{ billing: { level: advisory } }', 'advisory'],
    ['{ billing: { level: advisory }, profile_version: {} }', 'advisory'],
    ['{ billing: { level: advisory }, profile_version: { level: soft } }', 'soft'],
  ])(
    'asks versions of billing files at their own level, or at that of all billing files: %s',
    (text, level) => {
      const { policies } = loadConfig(memoryTree({ 'tollgate.yml': `policies: ${text}\n` })).config;
      expect(policies.profileVersion.level).toBe(level);
    },
  );

  it('has the rest', () => {
    expect(config).toMatchObject({
      file: 'tollgate.yml',
      currency: 'USD',
      exclude: ['examples/**'],
      usageFile: 'usage.yml',
    });
    expect(config.comment).toEqual({ when: 'always', minimumAmount: decimal('1') });
  });
});

describe('the effect of what is unknown', () => {
  it.each([
    ['{ amount: 1 }', 'warn'],
    ['{ amount: 1, level: advisory }', 'warn'],
    ['{ amount: 1, level: hard }', 'fail'],
    ['{ amount: 1, level: hard, unknown: pass }', 'pass'],
    ['{ amount: 1, unknown: fail }', 'fail'],
  ])('of a limit %s is %s', (limit, effect) => {
    const amounts = limit.replace('amount: 1', 'percent: 1');
    const { policies } = configOf(
      `version: 1\npolicies: { monthly_increase: ${limit}, unit_increase: ${amounts} }`,
    );
    expect([policies.monthlyIncrease.unknown, policies.unitIncrease.unknown]).toEqual([effect, effect]);
  });
});

describe('errors', () => {
  it.each([
    ['version: 2', '1:10 wrong-value "version" must be 1, not the number 2.'],
    ['version: 1\npolices: {}', '2:1 unknown-key "polices" is not a key of the configuration.'],
    [
      'version: 1\ncurrency: usd',
      '2:11 wrong-value "currency" must be a currency code of three capital letters, such as USD, not "usd".',
    ],
    [
      'version: 1\npolicies: {monthly_increase: {amount: 1e3}}',
      '2:39 wrong-value "policies.monthly_increase.amount" must be a plain decimal of 0 or more, such as 250 or "12.50", not the number 1e3.',
    ],
    [
      'version: 1\npolicies: {monthly_increase: {amount: -5}}',
      '2:39 wrong-value "policies.monthly_increase.amount" must be a plain decimal of 0 or more, such as 250 or "12.50", not the number -5.',
    ],
    [
      'version: 1\nprojects: [{path: ../other}]',
      '2:19 wrong-value "projects[0].path" must be a path inside the repository, relative to its root and with /, not "../other".',
    ],
    [
      'version: 1\nunits: [{id: order, volume: {monthly: 5}}]',
      '2:29 missing-key "units[0].volume" lacks the key "source".',
    ],
    [
      'version: 1\nunits: [{id: order, volume: {monthly: 0, source: x}}]',
      '2:39 wrong-value "units[0].volume.monthly" must be a plain decimal greater than 0, such as 1000 or "0.5", not the number 0.',
    ],
    ['version: 1\nunits: [{id: order}, {id: order}]', '2:22 duplicate-id The unit "order" is there twice.'],
    [
      'version: 1\nprojects: [{path: a, workspaces: [x, y]}, {path: a, workspace: x}]',
      '2:43 duplicate-id The project "a@x" is there twice.',
    ],
    [
      'version: 1\nprojects: [{path: a, workspaces: [x, {name: x}]}]',
      '2:38 duplicate-id The project "a@x" is there twice.',
    ],
    [
      'version: 1\nprojects: [{path: a, workspace: x, workspaces: [x]}]',
      '2:22 workspace-twice A project has either "workspace" or "workspaces".',
    ],
    ['version: 1\nprojects: [{path: a, account: 123}]', expect.stringContaining('12 digits')],
    ['version: 1\nprojects: [{path: a}, {path: ./a/}]', '2:23 duplicate-id The project "a" is there twice.'],
    [
      'version: 1\nunits: [{id: order}]\npolicies: {unit_increase: {amounts: {odrer: 1}}}',
      '3:38 unknown-unit There is a limit for the unit "odrer", which is not defined.',
    ],
    [
      'version: 1\ncurrency: JPY',
      '2:11 exchange-rate-missing There is no exchange rate from USD to JPY, so amounts in USD cannot be shown in JPY.',
    ],
    ['a: 1\na: 2', '2:1 yaml-duplicate-key The key "a" is there twice: it was given on line 1 already.'],
  ])('%j', (text, message) => {
    expect(errors(text)).toEqual([message]);
    expect(load(text).config).toEqual({ ...DEFAULT_CONFIG, file: 'tollgate.yml' });
  });

  it.each([
    ['too large', 'broken'],
    ['symbolic link', 'broken'],
    ['not in the clone', 'absent'],
    ['not permitted', 'absent'],
  ] as const)('that is there and cannot be read (%s) is not taken for no file', (reason, state) => {
    const loaded = loadConfig(memoryTree({}, { '.github/tollgate.yml': reason }));
    expect(loaded).toMatchObject({
      state,
      config: { file: '.github/tollgate.yml' },
      diagnostics: [{ severity: 'error', code: 'unreadable-file', source: { file: '.github/tollgate.yml' } }],
    });
  });

  it('refuses two files', () => {
    const { diagnostics } = loadConfig(
      memoryTree({ 'tollgate.yml': 'version: 1', '.github/tollgate.yaml': 'version: 1' }),
    );
    expect(diagnostics).toMatchObject([
      { code: 'two-configurations', source: { file: '.github/tollgate.yaml' } },
    ]);
  });

  it('refuses bytes that are not UTF-8', () => {
    const { diagnostics } = loadConfig(memoryTree({ 'tollgate.yml': new Uint8Array([0xff, 0xfe, 0x41]) }));
    expect(diagnostics).toMatchObject([{ code: 'not-utf8', source: { file: 'tollgate.yml' } }]);
  });

  it('warns of a level that has no limit, and keeps the rest', () => {
    const { config, diagnostics } = load(
      'version: 1\ncurrency: USD\npolicies: {monthly_increase: {level: hard}}',
    );
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'level-without-limit', source: { start: { line: 3 } } },
    ]);
    expect(config.currency).toBe('USD');
  });
});
