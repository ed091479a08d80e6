import type { Value } from '../../../model/value.ts';
import type { Arguments, FunctionDefinition } from '../../terraform/evaluate/functions/definition.ts';
import { parameter } from '../../terraform/evaluate/functions/definition.ts';
import { ExpressionError } from '../../terraform/evaluate/failure.ts';

/** A function of `least` to `most` strings that gives a string. */
export function texts(least: number, most: number, call: (args: Arguments) => Value): FunctionDefinition {
  return {
    parameters: Array.from({ length: least }, (_, index) => parameter(`argument ${index + 1}`, 'string')),
    ...(most > least ? { variadic: parameter('argument', 'string') } : {}),
    returns: 'string',
    call: (args) => {
      if (args.values.length > most) throw new ExpressionError(`it takes at most ${most} arguments`);
      return call(args);
    },
  };
}

/** The text of an argument that may be left out. */
export function optionalText(args: Arguments, index: number): string | undefined {
  return args.values.length > index ? args.string(index) : undefined;
}
