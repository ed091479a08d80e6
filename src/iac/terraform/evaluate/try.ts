import type { Unknownness, Value } from '../../../model/value.ts';
import type { Call, Expression } from '../syntax/ast.ts';
import { type Attempt, type Context, fail, newAttempt, spanOf } from './context.ts';
import { joinValues } from './join.ts';
import { bool, unknownLike } from './make.ts';
import { joinOrigins } from './origin.ts';
import { traits } from './traits.ts';

interface Tried {
  readonly value: Value;
  readonly attempt: Attempt;
}

function attemptOn(expression: Expression, context: Context): Tried {
  const attempt = newAttempt();
  return { value: context.evaluate(expression, { ...context, attempt }), attempt };
}

/**
 * `try(a, b, …)`: the first argument without an error. When that one had unknown operands it may still fail, so
 * the result is what it has in common with the first later one that is certain.
 */
export function evaluateTry(node: Call, context: Context): Value {
  if (node.arguments.length === 0) return fail(context, node, 'try() takes at least 1 argument.');
  const possible: Tried[] = [];
  const failures: Attempt[] = [];
  for (const argument of node.arguments) {
    const tried = attemptOn(argument, context);
    if (tried.attempt.failed) {
      failures.push(tried.attempt);
      continue;
    }
    possible.push(tried);
    if (!tried.attempt.doubtful) break;
  }
  for (const { attempt } of possible) context.attempt.problems.push(...attempt.problems);
  const first = possible[0];
  if (!first) return allFailed(node, failures, context);
  if (possible.at(-1)?.attempt.doubtful) context.attempt.doubtful = true;
  const values = possible.map(({ value }) => value);
  const joined = values.length === 1 ? first.value : joinValues(values, causeOf(values));
  return { ...joined, origin: joinOrigins(values, spanOf(context, node)) };
}

function allFailed(node: Call, failures: readonly Attempt[], context: Context): Value {
  const reason = failures.at(-1)?.problems.find((problem) => problem.severity === 'error')?.message ?? '';
  return fail(context, node, `No argument of try() has a value. The last one: ${reason}`);
}

function causeOf(values: readonly Value[]): Unknownness {
  for (const value of values) {
    const { unknown } = traits(value);
    if (unknown) return unknown;
  }
  return { reason: 'computed-attribute' };
}

/** `can(x)`: false when x is an error, unknown when it depends on something unknown, else true. */
export function evaluateCan(node: Call, context: Context): Value {
  const argument = node.arguments[0];
  if (!argument || node.arguments.length !== 1) return fail(context, node, 'can() takes 1 argument.');
  const { value, attempt } = attemptOn(argument, context);
  const origin = joinOrigins([value], spanOf(context, node));
  if (attempt.failed) return bool(false, origin);
  const { unknown } = traits(value);
  if (!attempt.doubtful && !unknown) return bool(true, origin);
  const cause = unknown ?? { reason: 'computed-attribute' as const };
  return { ...unknownLike(cause, 'bool'), candidates: [bool(true), bool(false)], origin };
}
