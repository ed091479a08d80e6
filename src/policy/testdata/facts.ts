import { DEFAULT_CONFIG } from '../../config/defaults.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Action, Change } from '../../model/change.ts';
import type { Config, PolicyConfig } from '../../model/config.ts';
import type { Range, ResourceCost } from '../../model/cost.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { Resource } from '../../model/resource.ts';
import { percentages } from '../../model/range.ts';
import type { CheckTotals, CostedChange, SideTotals } from '../../model/result.ts';
import type { SourceRange } from '../../model/source.ts';
import type { EffectiveTags } from '../../model/tags.ts';
import type { UnitDelta, UnitSide } from '../../model/unit.ts';
import type { Value } from '../../model/value.ts';
import type { PolicyFacts } from '../input.ts';

/** A place of its own for each line. */
export function at(file: string, line: number): SourceRange {
  return { file, start: { line, column: 1 }, end: { line: line + 1, column: 2 } };
}

export function range(low: string, likely = low, high = likely): Range {
  return { low: decimal(low), likely: decimal(likely), high: decimal(high) };
}

/** The cost of one side, all of it fixed. */
export function side(monthly: Range): SideTotals {
  return { monthly, fixed: monthly, variable: range('0'), unpriced: 0 };
}

/** Both sides, and what the change costs. */
export function totals(base: Range, delta: Range): CheckTotals {
  const sum = (end: keyof Range) => base[end].plus(delta[end]);
  const head = { low: sum('low'), likely: sum('likely'), high: sum('high') };
  return { base: side(base), head: side(head), delta: side(delta), percent: percentages(delta, base) };
}

export function text(value: string, more: { sensitive?: true } = {}): Value {
  return { kind: 'string', value, origin: [], ...more };
}

export function resource(
  more: Partial<Resource> & { readonly entries?: Record<string, Value> } = {},
): Resource {
  const { entries = {}, ...rest } = more;
  return {
    address: 'aws_instance.web',
    type: 'aws_instance',
    name: 'web',
    modulePath: '',
    provider: { name: 'aws', defaultTags: { kind: 'null', origin: [] } },
    region: text('eu-central-1'),
    attributes: { kind: 'object', entries: new Map(Object.entries(entries)), origin: [] },
    source: at('infra/main.tf', 10),
    project: 'infra',
    repetition: 'exact',
    ...rest,
  };
}

function cost(of: Resource, monthly: string | null): ResourceCost {
  const { address, type, project, source } = of;
  const figure = monthly === null ? null : range(monthly);
  const status = monthly === null ? 'unpriced' : 'priced';
  return {
    address,
    type,
    project,
    source,
    status,
    lines: [],
    monthly: figure,
    fixed: figure,
    variable: figure,
  };
}

/** A change of a resource; base and head get the cost that is given. */
export function change(
  action: Action,
  options: { of?: Resource; base?: string | null; head?: string | null } = {},
): CostedChange {
  const of = options.of ?? resource();
  const sides: Pick<Change, 'base' | 'head'> = {
    ...(action === 'create' ? {} : { base: of }),
    ...(action === 'delete' ? {} : { head: of }),
  };
  const { address, type, project } = of;
  return {
    change: { action, address, type, project, ...sides, differences: [], replaceBecause: [] },
    base: options.base === undefined ? null : cost(of, options.base),
    head: options.head === undefined ? null : cost(of, options.head),
    delta: null,
  };
}

export function tags(
  keys: Record<string, string | null>,
  more: Partial<Omit<EffectiveTags, 'keys'>> = {},
): EffectiveTags {
  const entries = Object.entries(keys).map(
    ([key, value], index) =>
      [key, { state: 'present', value, from: 'resource', source: at('infra/main.tf', 20 + index) }] as const,
  );
  return { taggable: 'yes', keys: new Map(entries), others: { state: 'closed' }, ...more };
}

export function profile(more: Partial<ProfileChange> = {}): ProfileChange {
  return {
    id: 'pro',
    kind: 'BillingProfile',
    file: 'billing/pro.yaml',
    action: 'update',
    baseVersion: '1.2.0',
    headVersion: '1.2.1',
    lifecycle: { base: 'published', head: 'published' },
    effectiveFrom: { base: '2026-01-01T00:00:00Z', head: '2026-09-01T00:00:00Z' },
    differences: [
      {
        path: 'skus[api].price',
        kind: 'changed',
        base: '1',
        head: '2',
        changeClass: 'price',
        requiredBump: 'major',
        approval: ['finance'],
        source: at('billing/pro.yaml', 30),
      },
    ],
    requiredBump: 'major',
    actualBump: 'patch',
    bumpSufficient: false,
    effectiveInPast: false,
    versionSource: at('billing/pro.yaml', 3),
    effectiveSource: at('billing/pro.yaml', 5),
    ...more,
  };
}

export function unitSide(monthly: string | null, perUnit: string | null): UnitSide {
  const figures = {
    monthly: monthly === null ? null : range(monthly),
    perUnit: perUnit === null ? null : range(perUnit),
  };
  return {
    ...figures,
    known: figures,
    uncertain: 0,
    margin: null,
    marginPercent: null,
    resources: 1,
    unpriced: 0,
  };
}

export function unit(more: Partial<UnitDelta> = {}): UnitDelta {
  return {
    id: 'order',
    label: '1,000 orders',
    volume: { monthly: decimal('50000'), source: 'report' },
    revenue: null,
    known: { monthly: range('50'), perUnit: range('1'), percent: percentages(range('1'), range('2')) },
    unpricedChanges: [],
    source: at('tollgate.yml', 8),
    base: unitSide('100', '2'),
    head: unitSide('150', '3'),
    delta: range('1'),
    percent: decimal('50'),
    marginDelta: null,
    missing: [],
    ...more,
  };
}

/** Policies that are all off, but for the sections that are given. */
export function policies(more: Partial<PolicyConfig> = {}): PolicyConfig {
  return {
    requiredTags: { level: 'off', keys: [], unknown: 'warn' },
    profileVersion: { level: 'off' },
    billing: { ...DEFAULT_CONFIG.policies.billing, level: 'off' },
    monthlyIncrease: { level: 'off', amount: null, percent: null, basis: 'likely', unknown: 'warn' },
    unitIncrease: { level: 'off', percent: null, basis: 'likely', unknown: 'warn', amounts: {} },
    ...more,
  };
}

function config(more: Partial<PolicyConfig>): Config {
  return {
    file: 'tollgate.yml',
    currency: 'USD',
    projects: [],
    exclude: [],
    modules: { fetch: false, hosts: null, forks: false, credentials: [] },
    usageFile: null,
    units: [],
    profitCenters: [],
    billing: DEFAULT_CONFIG.billing,
    policies: policies(more),
    comment: { when: 'changes', minimumAmount: null },
  };
}

/** Facts in which nothing changed and costs went from $100 to $150. */
export function facts(
  more: Partial<PolicyFacts> & { readonly policies?: Partial<PolicyConfig> } = {},
): PolicyFacts {
  const { policies: sections = {}, ...rest } = more;
  return {
    config: config(sections),
    now: '2026-05-04T10:00:00Z',
    changes: [],
    tags: () => tags({}),
    totals: totals(range('100'), range('50')),
    units: [],
    profiles: [],
    ...rest,
  };
}
