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
    const condition = convert(predicate, 'bool');
    if (condition.kind === 'unknown') return both(node, condition, context);
    const [taken, other] =
      condition.kind === 'bool' && condition.value ? [node.then, node.else] : [node.else, node.then];
    const value = context.evaluate(taken, context);
    const result = value.kind === 'string' ? value : alike(value, muted(other, context));
    // An unknown result is told from others by where it comes from: what chose it is no part of that.
    const shown =
      result.kind === 'unknown'
        ? withOrigin(result, spanOf(context, node))
        : { ...result, origin: joinOrigins([predicate, result], spanOf(context, node)) };
    const rests = assumptionSpans(predicate, true).reduce(withOrigin, shown);
    return markIf(rests, hasSensitive(predicate));
  });
}

/** The other side only lends its type, so its problems do not count. */
function muted(expression: Conditional['then'], context: Context): Value {
  return context.evaluate(expression, { ...context, attempt: newAttempt() });
}

function alike(value: Value, other: Value): Value {
  if (
    other.kind === 'null' ||
    other.kind === 'unknown' ||
    value.kind === 'null' ||
    value.kind === 'unknown'
  ) {
    return value;
  }
  const type = unify([typeOf(value), typeOf(other)]);
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
  const shared = left && right ? [softly(left, right), softly(right, left)] : values;
  const joined = joinValues(shared, condition);
  const origin = joinOrigins([condition, ...values], spanOf(context, node));
  return markIf({ ...joined, origin }, condition.sensitive);
}

function softly(value: Value, other: Value): Value {
  try {
    return alike(value, other);
  } catch (error) {
    if (error instanceof ExpressionError) return value;
    throw error;
  }
}
