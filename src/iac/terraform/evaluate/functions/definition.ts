import type { Decimal } from '../../../../lib/decimal.ts';
import type { ObjectValue, SequenceValue, Type, Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { wholeNumber } from '../numbers.ts';
import type { FileAccess } from '../scope.ts';
import { kindText } from '../type-of.ts';

/** What an argument may be. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  /** Null is passed on; otherwise it is an error. */
  readonly nullable?: true;
  /**
   * How much must be known before the function is called: everything (the default), the outer collection
   * (`partial`: parts may be unknown), or nothing (`anything`).
   */
  readonly accepts?: 'partial' | 'anything';
  /** The result tells nothing of the argument, so its mark does not pass to it. */
  readonly opens?: true;
}

/** A function of the language. */
export interface FunctionDefinition {
  readonly parameters: readonly Parameter[];
  /** Takes all further arguments. */
  readonly variadic?: Parameter;
  /**
   * The type of the result when an argument is not known: one type, or what the types of the arguments tell. Throws
   * when the call is an error whatever the unknown values are.
   */
  readonly returns: Type | ((args: Arguments) => Type);
  /** Never sees null, unknown or a wrong type, unless its parameters allow it. Throws ExpressionErrors. */
  readonly call: (args: Arguments) => Value;
}

/** What functions may see besides their arguments. */
export interface Environment {
  readonly files: FileAccess;
  /** The folder that relative paths start from, relative to the repository root. */
  readonly folder: string;
  /**
   * Evaluates a template whose only names are those of `variables`. Problems point at the file of that path; without one,
   * at the call.
   */
  readonly renderTemplate: (file: string | undefined, source: string, variables: ObjectValue) => Value;
  /** Evaluates a file of variable values to an object. */
  readonly readValues: (source: string) => Value;
}

/** The checked arguments of one call. */
export class Arguments {
  readonly values: readonly Value[];
  readonly environment: Environment;

  constructor(values: readonly Value[], environment: Environment) {
    this.values = values;
    this.environment = environment;
  }

  /** The argument as it is. */
  value(index: number): Value {
    const value = this.values[index];
    if (!value) throw new ExpressionError(`argument ${index + 1} is missing`);
    return value;
  }

  string(index: number): string {
    const value = this.value(index);
    if (value.kind !== 'string') throw new ExpressionError(`argument ${index + 1} must be a string`);
    return value.value;
  }

  number(index: number): Decimal {
    const value = this.value(index);
    if (value.kind !== 'number') throw new ExpressionError(`argument ${index + 1} must be a number`);
    return value.value;
  }

  /** A whole number that a JavaScript number holds. */
  integer(index: number): number {
    return wholeNumber(this.number(index), `argument ${index + 1}`);
  }

  bool(index: number): boolean {
    const value = this.value(index);
    if (value.kind !== 'bool') throw new ExpressionError(`argument ${index + 1} must be a bool`);
    return value.value;
  }

  sequence(index: number): SequenceValue {
    return asSequence(this.value(index), `argument ${index + 1}`);
  }

  object(index: number): ObjectValue {
    const value = this.value(index);
    if (value.kind === 'object' || value.kind === 'map') return value;
    throw new ExpressionError(`argument ${index + 1} must be a map or object, not ${kindText(value)}`);
  }

  /** The items of a list, set or tuple of strings; null items are an error. */
  strings(index: number): string[] {
    return this.sequence(index).items.map((item) => {
      if (item.kind !== 'string') throw new ExpressionError(`argument ${index + 1} must hold strings only`);
      return item.value;
    });
  }
}

/** The value as a list, set or tuple; anything else is an error. */
export function asSequence(value: Value, what: string): SequenceValue {
  if (value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple') return value;
  throw new ExpressionError(`${what} must be a list, set or tuple, not ${kindText(value)}`);
}

/** A parameter of a type that must be wholly known. */
export function parameter(name: string, type: Type): Parameter {
  return { name, type };
}

/** A function of strings alone. */
export function stringFunction(
  names: readonly string[],
  returns: FunctionDefinition['returns'],
  call: (args: Arguments) => Value,
): FunctionDefinition {
  return { parameters: names.map((name) => parameter(name, 'string')), returns, call };
}

/** A function of numbers alone. */
export function numberFunction(
  names: readonly string[],
  call: (args: Arguments) => Value,
): FunctionDefinition {
  return { parameters: names.map((name) => parameter(name, 'number')), returns: 'number', call };
}

/** A group of functions by name. */
export type FunctionTable = Readonly<Record<string, FunctionDefinition>>;
