import type { SourceSpan } from '../../model/source.ts';
import type { Unknownness, Value } from '../../model/value.ts';
import { unknown, unknownness } from '../terraform/evaluate/make.ts';
import { hasSensitive } from '../terraform/evaluate/marks.ts';
import { traits } from '../terraform/evaluate/traits.ts';
import type { Collected } from './extra-arguments.ts';
import { knownText } from './known-text.ts';

const VARIABLE = 'TF_VAR_';

/** Variables that add arguments to the command line, and the one that chooses the workspace. */
const OPEN = /^TF_(CLI_ARGS(_plan|_apply)?|WORKSPACE)$/;

/**
 * Adds the `env_vars` of a block of extra arguments, which stands at `places`. Gives the warning for those that can give
 * variables other values without being read: unknown ones, and Terraform's own besides `TF_VAR_*` ("Environment variables").
 */
export function addEnvironment(
  given: Value | undefined,
  places: readonly SourceSpan[],
  into: Collected,
): string | undefined {
  if (given === undefined || given.kind === 'null') return undefined;
  if (!('entries' in given)) {
    into.doubt ??= unknownness(traits(given).unknown ?? NOT_TOLD);
    return 'The environment variables of these arguments are not known.';
  }
  for (const [name, value] of given.entries) {
    if (name.startsWith(VARIABLE)) {
      const isCertain = given.uncertain?.has(name) !== true;
      addVariable(name.slice(VARIABLE.length), value, isCertain, value.origin.at(-1) ?? places.at(-1), into);
    }
  }
  const open = [...given.entries].find(([name, value]) => OPEN.test(name) && !isHarmless(name, value))?.[0];
  if (open !== undefined) {
    into.doubt ??= { reason: 'no-variable-value', detail: open };
    return `What ${open} adds to the command line is not read.`;
  }
  if (given.rest === undefined) return undefined;
  into.doubt ??= unknownness(given.rest);
  return 'Not all environment variables of these arguments are known.';
}

const NOT_TOLD: Unknownness = { reason: 'no-variable-value', detail: 'env_vars' };

/** Arguments without variables, such as `-parallelism=2`, have no part in what is created. */
function isHarmless(name: string, value: Value): boolean {
  return name !== 'TF_WORKSPACE' && value.kind === 'string' && !value.value.includes('-var');
}

function addVariable(
  name: string,
  value: Value,
  isCertain: boolean,
  at: SourceSpan | undefined,
  into: Collected,
): void {
  Reflect.deleteProperty(into.environment, name);
  into.hidden.delete(name);
  const written = isCertain ? knownText(value) : undefined;
  if (written !== undefined) into.environment[name] = written;
  else if (at !== undefined) into.hidden.set(name, { value: openValue(value), at });
}

function openValue(value: Value): Value {
  if (hasSensitive(value)) return unknown('sensitive-input-withheld', { sensitive: true });
  const { reason, ...why } = unknownness(traits(value).unknown ?? NOT_TOLD);
  return value.kind === 'unknown'
    ? value
    : unknown(reason, { ...why, origin: value.origin, fallback: value });
}
