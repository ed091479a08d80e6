import { SourceText } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import { parseNative } from '../syntax/parse.ts';
import { type Context, newAttempt } from './context.ts';
import { ExpressionError } from './failure.ts';
import { object } from './make.ts';
import type { Scope } from './scope.ts';

/**
 * The attributes of a file of variable values: constant expressions without references and functions. Throws an
 * ExpressionError when it is not one.
 */
export function readValues(content: string, context: Context): Value {
  const source = new SourceText('decode_tfvars', content);
  const { body, diagnostics } = parseNative(source);
  if (diagnostics.some(({ severity }) => severity === 'error') || body.blocks.length > 0) {
    throw new ExpressionError('the text is no file of variable values');
  }
  const attempt = newAttempt();
  const scope: Scope = { ...constantScope(context.scope), source };
  const entries = body.attributes.map(({ name, value }) => {
    return [name, context.evaluate(value, { ...context, scope, variables: undefined, attempt })] as const;
  });
  if (attempt.failed) throw new ExpressionError('a value in the text has an error or is no constant');
  return object(new Map(entries));
}

function constantScope(outer: Scope): Omit<Scope, 'source'> {
  return {
    moduleFolder: outer.moduleFolder,
    files: { read: () => undefined, list: () => [] },
    isConstant: true,
    isWithoutFunctions: true,
    ...(outer.spend && { spend: (steps: number) => outer.spend?.(steps) ?? true }),
    report: (diagnostic) => {
      outer.report(diagnostic);
    },
    resolve: () => undefined,
  };
}
