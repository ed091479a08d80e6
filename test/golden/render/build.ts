import { decimal, sum } from '../../../src/lib/decimal.ts';
import type { Action, Change, Difference } from '../../../src/model/change.ts';
import type { CostLine, Price, Range, ResourceCost } from '../../../src/model/cost.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { percentages } from '../../../src/model/range.ts';
import type { CheckResult, CheckTotals, CostedChange, KnownCounts, SideTotals } from '../../../src/model/result.ts';
import type { SourceRange } from '../../../src/model/source.ts';
import type { UnitDelta, UnitSide } from '../../../src/model/unit.ts';
import { noneUnknown } from '../../../src/model/unknown-text.ts';
import type { Value } from '../../../src/model/value.ts';

/** A range from its likely figure, or from low, likely and high. */
export function range(likely: string, low: string = likely, high: string = likely): Range {
  return { low: decimal(low), likely: decimal(likely), high: decimal(high) };
}

export function at(file: string, line: number, endLine: number = line): SourceRange {
  return { file, start: { line, column: 1 }, end: { line: endLine, column: 10 } };
}

export function text(value: string): Value {
  return { kind: 'string', value, origin: [] };
}

export function secret(value: string): Value {
  return { kind: 'string', value, sensitive: true, origin: [] };
}

function price(amount: string, unit: string): Price {
  return {
    provider: 'aws',
    service: 'AmazonEC2',
    region: 'eu-central-1',
    key: 'instanceType=m5.large',
    unit,
    currency: 'USD',
    tiers: [{ from: decimal(0), price: decimal(amount) }],
    asOf: '2026-10-01',
    source: 'price list',
  };
}

/** A line of evidence A: quantity times price. */
export function line(component: string, count: Range, amount: string, unit: string): CostLine {
  const times = (figure: Range['low']): Range['low'] => figure.times(decimal(amount));
  return {
    component,
    unit,
    quantity: count,
    price: price(amount, unit.replace(/s$/, '')),
    monthly: { low: times(count.low), likely: times(count.likely), high: times(count.high) },
    kind: 'fixed',
    evidence: 'A',
  };
}

/** A line of evidence D. */
export function unknownLine(component: string, reason: string): CostLine {
  return { component, unit: 'hours', quantity: null, price: null, monthly: null, kind: 'fixed', evidence: 'D', reason };
}

/** What a resource costs: the sums of its known lines. */
export function cost(
  address: string,
  lines: readonly CostLine[],
  status: ResourceCost['status'] = 'priced',
): ResourceCost {
  const known = lines.filter((one) => one.monthly !== null);
  const of = (kind: CostLine['kind']): Range => total(known.filter((one) => one.kind === kind));
  return {
    address,
    type: address.split('.').at(-2) ?? '',
    project: '.',
    source: at('main.tf', 1, 9),
    status,
    lines,
    monthly: known.length === 0 ? null : total(known),
    fixed: known.length === 0 ? null : of('fixed'),
    variable: known.length === 0 ? null : of('variable'),
  };
}

function total(lines: readonly CostLine[]): Range {
  const add = (pick: keyof Range): Range['low'] => sum(lines.flatMap((one) => one.monthly?.[pick] ?? []));
  return { low: add('low'), likely: add('likely'), high: add('high') };
}

export function difference(path: string, base: Value | undefined, head: Value | undefined): Difference {
  return { path, base, head, certainty: 'changed' };
}

export function totals(fixed: Range, variable: Range = range('0')): SideTotals {
  const add = (pick: keyof Range): Range['low'] => fixed[pick].plus(variable[pick]);
  return { monthly: { low: add('low'), likely: add('likely'), high: add('high') }, fixed, variable, unpriced: 0 };
}

/** The totals of a comparison; what is unpriced on a side is only counted. */
export function compared(base: SideTotals, head: SideTotals, delta: SideTotals): CheckTotals {
  return { base, head, delta, percent: percentages(delta.monthly, base.monthly) };
}

/** A change whose delta follows from its two costs. */
export function costed(
  action: Action,
  address: string,
  sides: { readonly base?: ResourceCost; readonly head?: ResourceCost },
  more: Partial<Change> = {},
): CostedChange {
  const zero = range('0');
  const figure = (side: ResourceCost | undefined, pick: 'fixed' | 'variable'): Range => side?.[pick] ?? zero;
  const minus = (pick: 'fixed' | 'variable'): Range => ({
    low: figure(sides.head, pick).low.minus(figure(sides.base, pick).low),
    likely: figure(sides.head, pick).likely.minus(figure(sides.base, pick).likely),
    high: figure(sides.head, pick).high.minus(figure(sides.base, pick).high),
  });
  const lost = [sides.base, sides.head].some((side) => side !== undefined && side.monthly === null && side.status !== 'free');
  return {
    change: {
      action,
      address,
      type: address.split('.').at(-2) ?? '',
      project: '.',
      differences: [],
      replaceBecause: [],
      ...more,
    },
    base: sides.base ?? null,
    head: sides.head ?? null,
    delta: lost ? null : totals(minus('fixed'), minus('variable')),
  };
}

export function finding(more: Partial<Finding> & Pick<Finding, 'policyId' | 'message'>): Finding {
  return {
    title: more.policyId,
    level: 'hard',
    status: 'fail',
    fingerprint: `fp-${more.policyId}`,
    ...more,
  };
}

/** A side of a unit; the margin only when a revenue is given. */
export function unitSide(perUnit: Range | null, more: Partial<UnitSide> = {}): UnitSide {
  const figures = { monthly: perUnit, perUnit };
  return {
    ...figures,
    known: figures,
    margin: null,
    marginPercent: null,
    resources: 3,
    unpriced: 0,
    uncertain: 0,
    ...more,
  };
}

export function unit(more: Partial<UnitDelta> & Pick<UnitDelta, 'id' | 'label' | 'base' | 'head'>): UnitDelta {
  return {
    volume: null,
    revenue: null,
    delta: null,
    percent: null,
    known: { monthly: range('0'), perUnit: more.delta ?? null, percent: null },
    unpricedChanges: [],
    marginDelta: null,
    missing: [],
    source: at('tollgate.yml', 3, 9),
    ...more,
  };
}

/** A result in which nothing happened; `more` says what did. */
export function result(more: Partial<CheckResult> = {}): CheckResult {
  const same = totals(range('400.10'));
  return {
    base: { ref: 'main', commit: 'b'.repeat(40) },
    head: { ref: 'HEAD', commit: 'a'.repeat(40) },
    currency: 'USD',
    priceBook: { id: 'book-2026-10-01', asOf: { aws: '2026-10-01', azure: '2026-10-02' } },
    verdict: { state: 'pass', reasons: [] },
    totals: compared(same, same, totals(range('0'))),
    unpricedChanges: 0,
    changes: [],
    units: [],
    profiles: [],
    findings: [],
    configChanges: [],
    coverage: {
      projects: 1,
      projectsSkipped: 0,
      resources: 12,
      attributes: counts(48),
      tags: counts(30),
      lines: { A: 9, B: 1, C: 2, D: 0 },
      free: 4,
      unknownTypes: [],
      unknownRepetition: 0,
      unresolvedModules: [],
      filesSkipped: 0,
    },
    diagnostics: [],
    ...more,
  };
}

/** What was known of what was asked for, and how often it was not, by reason. */
export function counts(known: number, unknown: Partial<KnownCounts['unknown']> = {}): KnownCounts {
  return { known, assumed: 0, unknown: { ...noneUnknown(), ...unknown } };
}
