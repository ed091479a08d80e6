import type { Value } from '../../../model/value.ts';
import type { Index, RelativeTraversal, Traversal, TraversalStep } from '../syntax/ast.ts';
import { getAttribute, getIndex } from './access.ts';
import { type Context, boundValue, fail, guarded, spanOf } from './context.ts';
import { number, text } from './make.ts';
import { joinOrigins, withOrigin } from './origin.ts';

/** A reference: a bound name first, else what the scope knows; the steps that it leaves are walked here. */
export function evaluateTraversal(node: Traversal, context: Context): Value {
  const bound = boundValue(context, node.root);
  const found = bound ? { value: bound, consumed: 0 } : context.scope.resolve(node.root, node.steps);
  if (!found) {
    if (context.scope.isConstant) {
      const hint = 'Put quotes around a text.';
      return fail(context, node, 'A reference cannot stand here, only a value.', hint);
    }
    return fail(
      context,
      node,
      `There is nothing named "${node.root}" here.`,
      'Check the spelling of the reference.',
    );
  }
  return guarded(context, node, () => {
    const value = walk(found.value, node.steps.slice(found.consumed), context);
    return withOrigin(value, spanOf(context, node));
  });
}

/** `expression.steps`. */
export function evaluateRelative(node: RelativeTraversal, context: Context): Value {
  const target = context.evaluate(node.target, context);
  return guarded(context, node, () => withOrigin(walk(target, node.steps, context), spanOf(context, node)));
}

/** `target[key]`. */
export function evaluateIndex(node: Index, context: Context): Value {
  const target = context.evaluate(node.target, context);
  const key = context.evaluate(node.key, context);
  return guarded(context, node, () => {
    if (target.kind === 'unknown' || key.kind === 'unknown') context.attempt.doubtful = true;
    const value = getIndex(target, key);
    return { ...value, origin: joinOrigins([key, value], spanOf(context, node)) };
  });
}

function walk(value: Value, steps: readonly TraversalStep[], context: Context): Value {
  return steps.reduce((at, step) => applyStep(at, step, context), value);
}

/** One step with a static key. Throws an ExpressionError when the value has no such part. */
export function applyStep(value: Value, step: TraversalStep, context: Context): Value {
  const open = 'rest' in value || 'uncertain' in value || 'unplaced' in value;
  const part =
    step.kind === 'attribute'
      ? getAttribute(value, step.name)
      : getIndex(value, typeof step.key === 'string' ? text(step.key) : number(step.key));
  if (value.kind === 'unknown' || (open && part.kind === 'unknown')) context.attempt.doubtful = true;
  return part;
}
