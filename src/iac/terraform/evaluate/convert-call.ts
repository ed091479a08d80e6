import type { Value } from '../../../model/value.ts';
import type { Call } from '../syntax/ast.ts';
import { type Context, fail, guarded, spanOf } from './context.ts';
import { convert } from './convert.ts';
import { joinOrigins } from './origin.ts';
import { readType } from './type-expression.ts';

/** `convert(value, type)`: the second argument is a type constraint, with the defaults of its optional attributes. */
export function evaluateConvert(node: Call, context: Context): Value {
  const [argument, typeNode] = node.arguments;
  if (!argument || !typeNode || node.arguments.length !== 2 || node.expandFinal) {
    return fail(context, node, 'convert() takes 2 arguments: a value and a type.');
  }
  const value = context.evaluate(argument, context);
  return guarded(context, node, () => {
    const before = context.attempt.problems.length;
    const type = readType(typeNode, {
      source: context.scope.source,
      report: (problem) => context.attempt.problems.push(problem),
      evaluate: (expression, scope) =>
        context.evaluate(expression, { ...context, scope, variables: undefined }),
      isStrict: true,
    });
    if (context.attempt.problems.length > before) context.attempt.failed = true;
    if (value.kind === 'unknown') context.attempt.doubtful = true;
    return { ...convert(value, type), origin: joinOrigins([value], spanOf(context, node)) };
  });
}
