import type { Value } from '../../../model/value.ts';
import { Decimal } from '../../../lib/decimal.ts';
import type { Expression, Literal, ObjectConstructor, Tuple } from '../syntax/ast.ts';
import { evaluateCall } from './call.ts';
import { evaluateConditional } from './conditional.ts';
import { type Context, guarded, limited, newAttempt, spanOf } from './context.ts';
import { convert } from './convert.ts';
import { ExpressionError, LimitError } from './failure.ts';
import { evaluateFor } from './for-expression.ts';
import { MAX_DEPTH, MAX_ELEMENTS, MAX_STEPS, MAX_WEIGHT } from './limits.ts';
import { NULL, bool, number, text, tuple, unknown, unknownLike, unknownness } from './make.ts';
import { evaluateBinary, evaluateUnary } from './operators.ts';
import type { Scope } from './scope.ts';
import { evaluateSplat } from './splat.ts';
import { evaluateTemplate } from './template.ts';
import { traits } from './traits.ts';
import { evaluateIndex, evaluateRelative, evaluateTraversal } from './traversal.ts';

// A scope resolves references by evaluating other expressions, so these count across nested calls of `evaluate`.
let depth = 0;
let steps = 0;

/**
 * The value of an expression. Never throws: an error is reported to the scope with its place and gives
 * `unknown` with the reason `error-in-expression`; what grows too large gives `evaluation-limit`.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  const attempt = newAttempt();
  const value = evaluateIn(expression, { scope, variables: undefined, attempt, evaluate: evaluateIn });
  for (const problem of attempt.problems) scope.report(problem);
  return value;
}

/** Evaluates a part within a context, and counts depth and steps. */
export function evaluateIn(expression: Expression, context: Context): Value {
  if (depth === 0) steps = 0;
  if (depth >= MAX_DEPTH)
    return limited(context, expression, `the expression nests deeper than ${MAX_DEPTH} levels`);
  if (context.scope.spend?.(1) === false) return unknown('evaluation-limit');
  if (++steps > MAX_STEPS) return limited(context, expression, `it takes more than ${MAX_STEPS} steps`);
  depth++;
  try {
    return dispatch(expression, context);
  } finally {
    depth--;
  }
}

function dispatch(node: Expression, context: Context): Value {
  switch (node.kind) {
    case 'literal':
      return literal(node, context);
    case 'template':
      return evaluateTemplate(node, context);
    case 'traversal':
      return evaluateTraversal(node, context);
    case 'relative':
      return evaluateRelative(node, context);
    case 'index':
      return evaluateIndex(node, context);
    case 'splat':
      return evaluateSplat(node, context);
    case 'call':
      return sized(node, evaluateCall(node, context), context);
    case 'unary':
      return evaluateUnary(node, context);
    case 'binary':
      return evaluateBinary(node, context);
    case 'conditional':
      return evaluateConditional(node, context);
    case 'tuple':
      return sized(node, tupleOf(node, context), context);
    case 'object':
      return sized(node, objectOf(node, context), context);
    case 'for':
      return sized(node, evaluateFor(node, context), context);
    case 'parentheses':
      return context.evaluate(node.inner, context);
    case 'invalid':
      context.attempt.failed = true;
      return unknown('error-in-expression', { origin: [spanOf(context, node)] });
  }
}

function literal(node: Literal, context: Context): Value {
  const origin = [spanOf(context, node)];
  const { value } = node;
  if (typeof value === 'string') return text(value, origin);
  if (typeof value === 'boolean') return bool(value, origin);
  return value instanceof Decimal ? number(value, origin) : { ...NULL, origin };
}

function tupleOf(node: Tuple, context: Context): Value {
  const items = node.items.map((item) => context.evaluate(item, context));
  return tuple(items, [spanOf(context, node)]);
}

/** Later keys replace earlier ones; an unknown key leaves the object open, and may replace any before it. */
function objectOf(node: ObjectConstructor, context: Context): Value {
  return guarded(context, node, () => {
    const entries = new Map<string, Value>();
    let rest: ReturnType<typeof unknownness> | undefined;
    let sensitive = false;
    for (const item of node.items) {
      const key = objectKey(item.key, context);
      const value = context.evaluate(item.value, context);
      sensitive ||= key.sensitive === true;
      if (key.kind === 'string') entries.set(key.value, value);
      else if (key.kind === 'unknown') {
        rest = unknownness(key);
        for (const [name, entry] of entries) entries.set(name, { ...unknownLike(key), fallback: entry });
      }
    }
    const origin = [spanOf(context, node)];
    return { kind: 'object', entries, origin, ...(rest && { rest }), ...(sensitive && { sensitive: true }) };
  });
}

/** A bare name is a literal key, `null` too; anything else is evaluated. */
function objectKey(node: Expression, context: Context): Value {
  if (node.kind === 'literal' && node.value === null) return text('null');
  if (node.kind === 'traversal' && node.steps.length === 0) return text(node.root);
  const key = context.evaluate(node, context);
  if (key.kind === 'null') throw new ExpressionError('a key of an object is null');
  return convert(key, 'string');
}

/** Refuses results that would make later walks over them slow. */
function sized(node: Expression, value: Value, context: Context): Value {
  return guarded(context, node, () => {
    if ('items' in value && value.items.length > MAX_ELEMENTS) {
      throw new LimitError(`a collection would have more than ${MAX_ELEMENTS} elements`);
    }
    if (traits(value).weight > MAX_WEIGHT) throw new LimitError('a value is too large');
    return value;
  });
}
