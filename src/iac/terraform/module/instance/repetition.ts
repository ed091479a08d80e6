import { createHash } from 'node:crypto';
import { count as digits } from '../../../../model/money-text.ts';
import { rangeOf } from '../../../../model/source.ts';
import type { Unknownness, Value } from '../../../../model/value.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { fingerprint } from '../../../diff/fingerprint.ts';
import { assumptionsOf } from '../../evaluate/assumed.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { text, unknownness } from '../../evaluate/make.ts';
import { throughCollection, withOrigin } from '../../evaluate/origin.ts';
import { nestedBodies, spanOf } from '../source/declaration.ts';
import type { Declaration, Located } from '../source/declaration.ts';
import { GAP } from '../source/gap.ts';
import { countKey, eachKey, openExpansion, SINGLE } from './instance-key.ts';
import type { Expansion } from './instance-key.ts';
import { LIMITS } from './limits.ts';
import type { ModuleInstance } from './module-instance.ts';

/** The instances of a resource, data or module block by its `count` or `for_each` (Terraform, "Meta-arguments"). */
export function expand(module: ModuleInstance, declaration: Declaration): Expansion {
  const count = declaration.attributes.get('count');
  const forEach = declaration.attributes.get('for_each');
  if (count !== undefined && forEach !== undefined) {
    const message = 'A block has either count or for_each, found both; count is used.';
    module.run.reportAt('error', 'repetition', message, spanOf(declaration));
  }
  if (count !== undefined) return decided(module, 'count', count, expandCount);
  if (forEach !== undefined) return decided(module, 'for_each', forEach, expandForEach);
  return expandEnabled(module, declaration);
}

/**
 * The expansion with what decides it. The place of the argument is among the origins of its value, so that two sides can
 * compare what is written; and what is open asks its own question, for what reads the instances.
 */
function decided(
  module: ModuleInstance,
  name: string,
  located: Located,
  expandBy: (module: ModuleInstance, located: Located, value: Value) => Expansion,
): Expansion {
  const value = evaluate(located.attribute.value, module.scope(located.source));
  const expansion = expandBy(module, located, value);
  const by = { name, value: withOrigin(value, span(located)) };
  if (expansion.rest === undefined) return { ...expansion, by };
  const question = createHash('sha256')
    .update(JSON.stringify([name, fingerprint(by.value)]))
    .digest('base64url');
  return { ...expansion, by, rest: { ...expansion.rest, question } };
}

/** OpenTofu 1.11: `lifecycle { enabled = … }` decides whether a block stands for its one instance. */
function expandEnabled(module: ModuleInstance, declaration: Declaration): Expansion {
  const written = nestedBodies(declaration, 'lifecycle')
    .flatMap(({ source, body }) => body.attributes.map((attribute) => ({ source, attribute })))
    .findLast(({ attribute }) => attribute.name === 'enabled');
  if (!module.run.take('instances', 1)) return doubtful(TOO_MANY);
  if (written === undefined) return declaration.partial ? doubtful(GAP) : SINGLE;
  return decided(module, 'lifecycle.enabled', written, expandEnabledBy);
}

function expandEnabledBy(module: ModuleInstance, written: Located, value: Value): Expansion {
  if (value.kind === 'bool' && value.value) return SINGLE;
  module.run.reportAt('warning', 'tofu-only', ENABLED, span(written));
  if (value.kind === 'bool') return { ...SINGLE, keys: [] };
  const doubt: Unknownness =
    value.kind === 'unknown' ? unknownness(value) : { reason: 'error-in-expression' };
  return doubtful(doubt);
}

const ENABLED =
  'OpenTofu 1.11 and later may leave this block out because of lifecycle.enabled; Terraform does not know the argument.';

/** One instance at most, or, where `count` or `for_each` could not be read, any number. */
function doubtful(doubt: Unknownness): Expansion {
  return { ...SINGLE, keys: SINGLE.keys.map((key) => ({ ...key, doubt })) };
}

function expandCount(module: ModuleInstance, located: Located, value: Value): Expansion {
  if (value.kind === 'unknown') return openExpansion('count', [], unknownness(value));
  const count = asCount(value);
  if (count === undefined) {
    return invalid(
      module,
      located,
      'count',
      `count must be a whole number of 0 or more, found ${describe(value)}`,
    );
  }
  if (isTooMany(module, located, count)) return openExpansion('count', [], TOO_MANY);
  const keys = Array.from({ length: count }, (_, index) => countKey(index));
  return assuming({ mode: 'count', keys }, value);
}

function expandForEach(module: ModuleInstance, located: Located, value: Value): Expansion {
  if (value.sensitive === true) {
    const message = 'for_each must not be sensitive, because its keys are shown in addresses';
    return invalid(module, located, 'each', message, { reason: 'sensitive-input-withheld' });
  }
  if (value.kind === 'unknown') return openExpansion('each', [], unknownness(value));
  const found = eachEntries(value);
  if (found === undefined) {
    return invalid(
      module,
      located,
      'each',
      `for_each must be a map or a set of strings, found ${describe(value)}`,
    );
  }
  const entries = [...found.entries].sort((a, b) => byCodePoint(a.key, b.key));
  if (isTooMany(module, located, entries.length)) return openExpansion('each', [], TOO_MANY);
  const keys = entries.map(({ key, value, doubt }) => eachKey(key, value, doubt));
  return assuming(
    found.rest === undefined ? { mode: 'each', keys } : openExpansion('each', keys, found.rest),
    value,
  );
}

/** The expansion with what the value that it comes from assumes. */
function assuming(expansion: Expansion, value: Value): Expansion {
  const assumed = assumptionsOf(value);
  return assumed.length === 0 ? expansion : { ...expansion, assumed };
}

interface EachEntries {
  readonly entries: readonly { readonly key: string; readonly value: Value; readonly doubt?: Unknownness }[];
  readonly rest?: Unknownness;
}

/** Keys and values of a map or set of strings; undefined for other values. */
function eachEntries(value: Value): EachEntries | undefined {
  if (value.kind === 'object' || value.kind === 'map') {
    const doubt = value.doubt ?? { reason: 'unknown-repetition' as const };
    const entries = [...value.entries].map(([key, written]) => {
      const item = throughCollection(value, written);
      return value.uncertain?.has(key) === true ? { key, value: item, doubt } : { key, value: item };
    });
    return value.rest === undefined ? { entries } : { entries, rest: value.rest };
  }
  // No elements: the type that `[]` gets from the other side of a conditional may be unknown here.
  if (value.kind === 'tuple' && value.items.length === 0 && value.rest === undefined) return { entries: [] };
  if (value.kind !== 'set') return undefined;
  const entries = [];
  let rest = value.rest;
  for (const item of value.items) {
    if (item.kind === 'unknown') rest ??= unknownness(item);
    else if (item.kind === 'string')
      entries.push({ key: item.value, value: text(item.value, throughCollection(value, item).origin) });
    else return undefined;
  }
  return rest === undefined ? { entries } : { entries, rest };
}

const TOO_MANY: Unknownness = { reason: 'evaluation-limit', detail: 'the number of instances' };

/** Says that a block has more instances than are read: the first of them would be taken for the answer. */
function isTooMany(module: ModuleInstance, located: Located, count: number): boolean {
  if (count <= LIMITS.instancesPerBlock) return !module.run.take('instances', count);
  module.run.report({
    severity: 'error',
    code: 'instance-limit',
    message: `A block may have ${digits(LIMITS.instancesPerBlock)} instances, not ${digits(count)}: what they cost is not known.`,
    source: rangeOf(span(located)),
    hint: 'Check the number, or spread the instances over several blocks.',
  });
  return true;
}

/** The whole number that a value is, also when written as a string. */
function asCount(value: Value): number | undefined {
  if (value.kind !== 'number' && value.kind !== 'string') return undefined;
  const written = value.kind === 'number' ? value.value.toFixed() : value.value;
  return /^\d{1,15}$/.test(written) ? Number(written) : undefined;
}

function invalid(
  module: ModuleInstance,
  located: Located,
  mode: 'count' | 'each',
  message: string,
  rest: Unknownness = { reason: 'error-in-expression' },
): Expansion {
  module.run.reportAt('error', 'repetition', `${message}.`, span(located));
  return openExpansion(mode, [], rest);
}

function describe(value: Value): string {
  return value.kind === 'null' ? 'null' : `a ${value.kind}`;
}

function span({ source, attribute }: Located) {
  return { source, start: attribute.value.start, end: attribute.value.end };
}
