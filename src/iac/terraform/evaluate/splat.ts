import type { Value } from '../../../model/value.ts';
import type { Splat, SplatStep } from '../syntax/ast.ts';
import { getIndex } from './access.ts';
import { type Context, guarded, spanOf, unknownResult } from './context.ts';
import { iterate } from './iterate.ts';
import { list, tuple } from './make.ts';
import { markIf } from './marks.ts';
import { joinOrigins } from './origin.ts';
import { applyStep } from './traversal.ts';
import { elementType } from './type-of.ts';

/** `target[*].each`: per element; one value that is no list counts as a list of one, null as an empty one. */
export function evaluateSplat(node: Splat, context: Context): Value {
  const target = context.evaluate(node.target, context);
  return guarded(context, node, () => {
    const value = overElements(target, node.each, context);
    return { ...value, origin: joinOrigins([target], spanOf(context, node)) };
  });
}

function overElements(target: Value, steps: readonly SplatStep[], context: Context): Value {
  if (target.kind === 'null') return tuple([]);
  if (target.kind === 'unknown') return markIf(unknownResult(context, target), target.sensitive);
  if (target.kind !== 'list' && target.kind !== 'tuple' && target.kind !== 'set') {
    return markIf(tuple([applyAll(target, steps, context)]), target.sensitive);
  }
  const { items, open, unplaced } = iterate(target);
  if (open) context.attempt.doubtful = true;
  const parts = items.map(({ value }) => applyAll(value, steps, context));
  const values = target.kind === 'tuple' ? tuple(parts) : list(parts, elementType(parts));
  return markIf({ ...values, ...(open && { rest: open }), ...(unplaced && { unplaced }) }, target.sensitive);
}

function applyAll(value: Value, steps: readonly SplatStep[], context: Context): Value {
  return steps.reduce((at, step) => applyEach(at, step, context), value);
}

function applyEach(value: Value, step: SplatStep, context: Context): Value {
  if (step.kind === 'splat') return overElements(value, step.each, context);
  if (step.kind !== 'key') return applyStep(value, step, context);
  if (value.kind === 'unknown') context.attempt.doubtful = true;
  return getIndex(value, context.evaluate(step.key, context));
}
