import type { Value } from '../../../model/value.ts';
import type { Conditional } from '../syntax/ast.ts';
import { type Context, fail, guarded, newAttempt, spanOf } from './context.ts';
import { assumptionSpans } from './assumed.ts';
import { convert } from './convert.ts';
import { ExpressionError } from './failure.ts';
import { joinValues } from './join.ts';
import { hasSensitive, markIf } from './marks.ts';
import { joinOrigins, withOrigin } from './origin.ts';
import { kindText, typeOf } from './type-of.ts';
import { unify } from './unify.ts';

/**
 * `condition ? a : b`, both sides converted to the type that they share. Problems of the side that is not taken are
 * left out. An unknown condition gives what both sides have in common, and candidates where they differ.
 */
export function evaluateConditional(node: Conditional, context: Context): Value {
  const predicate = context.evaluate(node.condition, context);
  if (predicate.kind === 'null')
    return fail(context, node.condition, 'The condition is null; true or false is required.');
  return guarded(context, node, () => {
    if (predicate.kind === 'unknown') return both(node, predicate, context);
    const condition = convert(predicate, 'bool');
    const [taken, other] =
      condition.kind === 'bool' && condition.value ? [node.then, node.else] : [node.else, node.then];
    const value = context.evaluate(taken, context);
    const unused = muted(other, context);
    const result = alike(value, unused);
    // An unknown result is told from others by where it comes from: what chose it is no part of that.
    const shown =
      result.kind === 'unknown'
        ? withOrigin(result, spanOf(context, node))
        : { ...result, origin: joinOrigins([predicate, result], spanOf(context, node)) };
    const rests = assumptionSpans(predicate, true).reduce(withOrigin, shown);
    return markIf(rests, hasSensitive(predicate) || unused.sensitive);
  });
}

/** The other side only lends its type and its mark, so its problems do not count. */
function muted(expression: Conditional['then'], context: Context): Value {
  return context.evaluate(expression, { ...context, attempt: newAttempt() });
}

function alike(value: Value, other: Value): Value {
  const [own, wanted] = [typeOf(value), typeOf(other)];
  if (own === 'any' && value.kind === 'null') return convert(value, wanted);
  if (own === 'any' || wanted === 'any') return value;
  const type = unify([own, wanted]);
  if (type === undefined) {
    throw new ExpressionError(
      `both results of a conditional must have one type, but one is ${kindText(value)} and the other ${kindText(other)}` +
        (value.kind === other.kind ? ' of another type' : ''),
    );
  }
  return convert(value, type);
}

function both(node: Conditional, condition: Extract<Value, { kind: 'unknown' }>, context: Context): Value {
  context.attempt.doubtful = true;
  const attempts = [node.then, node.else].map((side) => {
    const attempt = newAttempt();
    return { value: context.evaluate(side, { ...context, attempt }), attempt };
  });
  const values = attempts.map(({ value }) => value);
  const [left, right] = values;
  const shared = left && right ? [alike(left, right), alike(right, left)] : values;
  const joined = joinValues(shared, condition);
  const origin = joinOrigins([condition, ...values], spanOf(context, node));
  return markIf({ ...joined, origin }, condition.sensitive);
}
