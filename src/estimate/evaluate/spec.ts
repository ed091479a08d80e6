import { type Decimal, decimal, ZERO } from '../../lib/decimal.ts';
import type { Value } from '../../model/value.ts';
import type { Range } from '../../model/cost.ts';
import { combineRanges, exactly } from '../../model/range.ts';
import type { Spec, SpecObject } from '../catalog/entry.ts';
import { pathKeys } from '../catalog/path.ts';
import { countOf, readingOf, valueAt } from './attribute.ts';
import { valueWhere, type Where } from './named-block.ts';
import {
  asNumber,
  type Basis,
  joinBasis,
  numberReading,
  type Reading,
  textReading,
  unknownReading,
} from './reading.ts';
import type { Scope } from './scope.ts';
import { constant, number, transform } from './transform.ts';

/** A month: 730 hours, as all three clouds reckon. */
const HOURS = numberReading(decimal('730'), 'hours');

/** What a spec gives in a scope. Never throws on what a definition or a usage file says. */
export function evaluateSpec(spec: Spec, scope: Scope): Reading {
  if (typeof spec === 'number') return numberReading(decimal(spec), 'constant');
  if (typeof spec === 'string') return spec === 'hours' ? HOURS : scope.value(spec);
  const found = transform(source(spec, scope), spec);
  if (found.kind !== 'null') return found;
  if (spec.default !== undefined) return constant(spec.default);
  if (spec.assume !== undefined) {
    const key = found.usageKey === undefined ? {} : { usageKey: found.usageKey };
    return constant(spec.assume, { evidence: 'C', notes: [spec.because ?? ''], ...key });
  }
  return spec.any === true ? { kind: 'any' } : found;
}

function source(spec: SpecObject, scope: Scope): Reading {
  if (spec.from !== undefined) return attribute(spec.from, scope, readingOf, spec.where);
  if (spec.usage !== undefined) return usage(spec.usage, spec, scope);
  if (spec.value !== undefined) return constant(spec.value);
  if (spec.count !== undefined) return attribute(spec.count, scope, countOf);
  if (spec.follows !== undefined) return follows(spec.follows, scope);
  if (spec.first !== undefined) return first(spec.first, scope);
  if (spec.min !== undefined) return combine(spec.min, scope, 'min');
  if (spec.max !== undefined) return combine(spec.max, scope, 'max');
  if (spec.add !== undefined) return combine(spec.add, scope, 'add');
  if (spec.multiply !== undefined) return combine(spec.multiply, scope, 'multiply');
  if (spec.minus !== undefined) return combine(spec.minus, scope, 'minus');
  if (spec.over !== undefined) return combine(spec.over, scope, 'over');
  if (spec.range !== undefined) return scenario(spec.range, scope);
  throw new Error('catalog: a value without a source');
}

type Read = (value: Value | undefined, what: string) => Reading;

/** Reads an attribute of the block, or with `name:path` one of a followed resource. */
function attribute(path: string, scope: Scope, read: Read, where?: Where): Reading {
  const behind = (root: Value, keys: readonly string[]) =>
    where === undefined ? valueAt(root, keys) : valueWhere(root, keys, where);
  const colon = path.indexOf(':');
  if (colon === -1) {
    const value = behind(scope.block, pathKeys(path));
    scope.asked?.(path, value);
    return read(value, path);
  }
  const followed = scope.followed.get(path.slice(0, colon));
  const rest = path.slice(colon + 1);
  if (followed === undefined || followed.kind === 'absent') return { kind: 'null', what: rest };
  if (followed.kind === 'unknown') {
    if (followed.value !== undefined) scope.asked?.(path, followed.value);
    return unknownReading(followed.reason);
  }
  const value = behind(followed.resource.attributes, pathKeys(rest));
  scope.asked?.(path, value, followed.resource);
  return read(value, `${followed.resource.address}.${rest}`);
}

function follows(name: string, scope: Scope): Reading {
  const isNamed = (scope.followed.get(name)?.kind ?? 'absent') !== 'absent';
  return isNamed ? textReading('yes') : { kind: 'null', what: name };
}

function usage(key: string, spec: SpecObject, scope: Scope): Reading {
  const said = scope.usage(key);
  const given: Basis = { evidence: 'B', notes: [], usageKey: key };
  if (said?.kind === 'text') return textReading(said.text, given);
  if (said !== undefined) return { kind: 'number', range: said.range, basis: given };
  let assumed = defaults.get(spec);
  if (assumed === undefined) defaults.set(spec, (assumed = defaultUsage(key, spec)));
  return assumed;
}

/** Default usage by spec: many resources of a type share one reading. */
const defaults = new WeakMap<SpecObject, Reading>();

function defaultUsage(key: string, { low, likely, high }: SpecObject): Reading {
  if (low === undefined || likely === undefined || high === undefined) {
    return { kind: 'null', what: `usage ${key}`, usageKey: key };
  }
  const range = { low: number(low), likely: number(likely), high: number(high) };
  const figures = low === high ? String(likely) : `${low} to ${high}, likely ${likely}`;
  return {
    kind: 'number',
    range,
    basis: { evidence: 'C', notes: [`${key} assumed: ${figures}`], usageKey: key },
  };
}

function first(specs: readonly Spec[], scope: Scope): Reading {
  let last: Extract<Reading, { kind: 'null' }> = { kind: 'null', what: 'a value' };
  for (const spec of specs) {
    const reading = evaluateSpec(spec, scope);
    if (reading.kind !== 'null') return replaceable(reading, last.usageKey);
    const usageKey: string | undefined = last.usageKey ?? reading.usageKey;
    last = usageKey === undefined ? reading : { ...reading, usageKey };
  }
  return last;
}

/** An assumption that stands in for usage has the key that would replace it. */
function replaceable(reading: Reading, usageKey: string | undefined): Reading {
  if (usageKey === undefined || (reading.kind !== 'text' && reading.kind !== 'number')) return reading;
  if (reading.basis.evidence !== 'C' || reading.basis.usageKey !== undefined) return reading;
  return { ...reading, basis: { ...reading.basis, usageKey } };
}

const operations = {
  min: (a: Decimal, b: Decimal) => (a.lt(b) ? a : b),
  max: (a: Decimal, b: Decimal) => (a.gt(b) ? a : b),
  add: (a: Decimal, b: Decimal) => a.plus(b),
  multiply: (a: Decimal, b: Decimal) => a.times(b),
  minus: (a: Decimal, b: Decimal) => (a.gt(b) ? a.minus(b) : ZERO),
  over: (a: Decimal, b: Decimal) => a.div(b),
};

/**
 * Of several numbers one. Unknown beats "not given", and both beat a figure: nothing is guessed. Only a
 * maximum is that of those which are given.
 */
function combine(specs: readonly Spec[], scope: Scope, operation: keyof typeof operations): Reading {
  let total: Extract<Reading, { kind: 'number' }> | undefined;
  let missing: Reading | undefined;
  for (const spec of specs) {
    const reading = asNumber(evaluateSpec(spec, scope), typeof spec === 'string' ? spec : 'a value');
    if (reading.kind === 'unknown') return reading;
    if (reading.kind !== 'number') missing ??= reading;
    else if (total === undefined) total = reading;
    else if (operation === 'over' && reading.range.low.eq(ZERO)) return unknownReading('division by 0');
    else {
      total = {
        kind: 'number',
        range: combineRanges(total.range, reading.range, operations[operation]),
        basis: joinBasis(total.basis, reading.basis),
      };
    }
  }
  if (operation === 'max' && total !== undefined) return total;
  return missing ?? total ?? { kind: 'null', what: 'a value' };
}

/** One figure a scenario: the likely figures of three values. */
function scenario(range: NonNullable<SpecObject['range']>, scope: Scope): Reading {
  const read = (spec: Spec) => asNumber(evaluateSpec(spec, scope), 'a value');
  const low = read(range.low);
  if (low.kind !== 'number') return low;
  const likely = read(range.likely);
  if (likely.kind !== 'number') return likely;
  const high = read(range.high);
  if (high.kind !== 'number') return high;
  const values = { low: low.range.likely, likely: likely.range.likely, high: high.range.likely };
  const text = `${values.low.toFixed()}, ${values.likely.toFixed()} and ${values.high.toFixed()}`;
  if (values.low.gt(values.likely) || values.likely.gt(values.high)) {
    return unknownReading(`low, likely and high contradict each other: ${text}`);
  }
  const basis = joinBasis(joinBasis(low.basis, likely.basis), high.basis);
  if (values.low.eq(values.high)) return { kind: 'number', range: exactly(values.likely), basis };
  const scales: Basis = { evidence: 'C', notes: [scenarioNote(range, values, scope)] };
  return { kind: 'number', range: values, basis: joinBasis(basis, scales) };
}

/** `min_size, desired_capacity and max_size are 2, 3 and 6`: each argument once. */
function scenarioNote(range: NonNullable<SpecObject['range']>, values: Range, scope: Scope): string {
  const sides = ['low', 'likely', 'high'] as const;
  const named = new Map(
    sides.map((side) => [argumentOf(range[side], scope) ?? side, values[side].toFixed()]),
  );
  return `${listed([...named.keys()])} are ${listed([...named.values()])}`;
}

/** The argument that a spec takes its value from; undefined when it is none. */
function argumentOf(spec: Spec, scope: Scope): string | undefined {
  if (typeof spec !== 'object') return undefined;
  if (spec.where?.['name'] !== undefined) return spec.where['name'];
  if (spec.first === undefined) return spec.from?.split(/[.:]/).at(-1);
  const given = spec.first.find((one) => evaluateSpec(one, scope).kind !== 'null');
  return given === undefined ? undefined : argumentOf(given, scope);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
