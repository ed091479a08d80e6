import type { Unknownness, Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { distribute } from '../distribute.ts';
import { ExpressionError } from '../failure.ts';
import { object, tuple, unknownLike } from '../make.ts';
import { hasSensitive, markIf } from '../marks.ts';
import { traits } from '../traits.ts';
import { Arguments, type Environment, type FunctionDefinition, type Parameter } from './definition.ts';

/** The result of a call, and whether an unknown argument might still make it an error. */
export interface Applied {
  readonly value: Value;
  readonly doubtful: boolean;
}

/**
 * Calls a function as the language does: arguments counted and converted, null refused, unknown arguments give an
 * unknown result, sensitive ones a sensitive result. Throws an ExpressionError; with a sensitive argument its message
 * tells no details.
 */
export function applyFunction(
  name: string,
  definition: FunctionDefinition,
  values: readonly Value[],
  environment: Environment,
): Applied {
  checkCount(name, definition, values.length);
  try {
    return applyChecked(definition, values, environment);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const secret = values.some(hasSensitive);
    const detail = secret
      ? 'an argument is not valid; it is sensitive, so no details are shown'
      : error.message;
    throw new ExpressionError(`${name}(): ${detail}`);
  }
}

function applyChecked(
  definition: FunctionDefinition,
  values: readonly Value[],
  environment: Environment,
): Applied {
  const args: Value[] = [];
  let blocking: Unknownness | undefined;
  let doubtful = false;
  let sensitive = false;
  values.forEach((value, i) => {
    const parameter = parameterAt(definition, i);
    const converted = checked(value, parameter);
    args.push(converted);
    const facts = traits(converted);
    sensitive ||= !parameter.opens && (parameter.accepts ? converted.sensitive === true : facts.sensitive);
    doubtful ||= facts.unknown !== undefined;
    blocking ??= whatBlocks(converted, parameter, facts.unknown);
  });
  const value = blocking
    ? withUnknown(definition, args, blocking, environment)
    : definition.call(new Arguments(args, environment));
  return { value: markIf(value, sensitive), doubtful };
}

function withUnknown(
  definition: FunctionDefinition,
  args: readonly Value[],
  cause: Unknownness,
  environment: Environment,
): Value {
  const all = distribute(args, cause, (row) => definition.call(new Arguments(row, environment)));
  if (all) return all;
  const { returns } = definition;
  const type = typeof returns === 'function' ? returns(new Arguments(args, environment)) : returns;
  return unknownLike(cause, type === 'any' ? undefined : type);
}

function parameterAt(definition: FunctionDefinition, index: number): Parameter {
  const found = definition.parameters[index] ?? definition.variadic;
  if (!found) throw new ExpressionError('too many arguments');
  return found;
}

function checked(value: Value, parameter: Parameter): Value {
  if (value.kind === 'null') {
    if (parameter.nullable) return convert(value, parameter.type);
    throw new ExpressionError(`"${parameter.name}" must not be null`);
  }
  try {
    const converted = convert(value, parameter.type);
    return parameter.accepts === 'partial' ? outlined(converted) : converted;
  } catch (error) {
    if (error instanceof ExpressionError) throw new ExpressionError(`"${parameter.name}": ${error.message}`);
    throw error;
  }
}

/** An unknown tuple or object of a known type: as many parts, and these unknown. */
function outlined(value: Value): Value {
  if (value.kind !== 'unknown' || value.candidates || value.type === undefined) return value;
  const { type, origin, sensitive } = value;
  const mark = { origin, ...(sensitive && { sensitive }) };
  if (typeof type === 'string') return value;
  if ('tuple' in type) return { ...tuple(type.tuple.map((item) => unknownLike(value, item))), ...mark };
  if (!('object' in type)) return value;
  const entries = [...type.object].map(
    ([name, { type: inner }]) => [name, unknownLike(value, inner)] as const,
  );
  return { ...object(new Map(entries)), ...mark };
}

function whatBlocks(
  value: Value,
  parameter: Parameter,
  unknown: Unknownness | undefined,
): Unknownness | undefined {
  if (unknown === undefined || parameter.accepts === 'anything') return undefined;
  if (parameter.accepts === 'partial') return value.kind === 'unknown' ? value : undefined;
  return unknown;
}

function checkCount(name: string, definition: FunctionDefinition, count: number): void {
  const least = definition.parameters.length;
  if (count >= least && (definition.variadic !== undefined || count === least)) return;
  const wanted = definition.variadic ? `at least ${least}` : String(least);
  throw new ExpressionError(`${name}() takes ${wanted} arguments, not ${count}`);
}
