import type { Type, Value } from '../../../model/value.ts';
import type { Splat, SplatStep } from '../syntax/ast.ts';
import { getAttribute, getIndex } from './access.ts';
import { type Context, guarded, spanOf, unknownResult } from './context.ts';
import { ExpressionError } from './failure.ts';
import { iterate } from './iterate.ts';
import { list, tuple, unknown } from './make.ts';
import { markIf } from './marks.ts';
import { joinOrigins } from './origin.ts';
import { applyStep } from './traversal.ts';
import { elementType, typeOf } from './type-of.ts';
import { elementOf } from './unify.ts';

/** `target[*].each`: per element; one value that is no list counts as a list of one, null as an empty one. */
export function evaluateSplat(node: Splat, context: Context): Value {
  const target = context.evaluate(node.target, context);
  return guarded(context, node, () => {
    const value = overElements(target, node.each, context);
    return { ...value, origin: joinOrigins([target], spanOf(context, node)) };
  });
}

function overElements(target: Value, steps: readonly SplatStep[], context: Context): Value {
  const type = typeOf(target);
  if (target.kind === 'null') {
    if (isSequence(type)) throw new ExpressionError('a null list has no elements');
    return tuple([]);
  }
  if (target.kind === 'unknown') {
    return markIf(unknownResult(context, target, splatType(type, steps)), target.sensitive);
  }
  if (target.kind !== 'list' && target.kind !== 'tuple' && target.kind !== 'set') {
    return markIf(tuple([applyAll(target, steps, context)]), target.sensitive);
  }
  const { items, open, unplaced } = iterate(target);
  if (open) context.attempt.doubtful = true;
  const parts = items.map(({ value }) => applyAll(value, steps, context));
  const element = steps.length === 0 ? target.elementType : undefined;
  const values = target.kind === 'tuple' ? tuple(parts) : list(parts, element ?? elementType(parts));
  return markIf({ ...values, ...(open && { rest: open }), ...(unplaced && { unplaced }) }, target.sensitive);
}

function isSequence(type: Type): boolean {
  return typeof type !== 'string' && ('list' in type || 'set' in type || 'tuple' in type);
}

/** The type of the elements of something unknown, as far as it is certain; throws when they lack the attribute. */
function splatType(type: Type, steps: readonly SplatStep[]): Type | undefined {
  const [first] = steps;
  if (first?.kind === 'attribute' && !isSequence(type))
    getAttribute(unknown('computed-attribute', { type }), first.name);
  if (!isSequence(type) || typeof type === 'string') return undefined;
  if (first === undefined) return 'set' in type ? { list: type.set } : type;
  const parts = 'tuple' in type ? type.tuple : [elementOf(type)];
  for (const part of parts) {
    if (first.kind === 'attribute') getAttribute(unknown('computed-attribute', { type: part }), first.name);
  }
  return undefined;
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
