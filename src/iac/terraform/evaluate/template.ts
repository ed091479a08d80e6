import type { UnknownValue, Value } from '../../../model/value.ts';
import type { Template, TemplatePart } from '../syntax/ast.ts';
import { type Context, type Place, bind, fail, guarded, spanOf } from './context.ts';
import { convert } from './convert.ts';
import { distribute } from './distribute.ts';
import { ExpressionError, LimitError } from './failure.ts';
import { iterate } from './iterate.ts';
import { joinValues } from './join.ts';
import { MAX_STRING } from './limits.ts';
import { text, unknownLike } from './make.ts';
import { markIf } from './marks.ts';
import { joinOrigins, withOrigin } from './origin.ts';
import { kindText } from './type-of.ts';

/**
 * The value of a template. One interpolation alone keeps its type; anything else is a string. With an unknown part the
 * result is an unknown string of which the beginning is known.
 */
export function evaluateTemplate(node: Template, context: Context): Value {
  return evaluateParts(node.parts, node, context);
}

/** As `evaluateTemplate`, for parts that do not stand in an expression, such as those of a template file. */
export function evaluateParts(parts: readonly TemplatePart[], place: Place, context: Context): Value {
  const only = parts[0];
  if (parts.length === 1 && only?.kind === 'interpolation') {
    return withOrigin(context.evaluate(only.expression, context), spanOf(context, place));
  }
  return guarded(context, place, () => {
    const values = parts.map((part) => evaluatePart(part, context));
    const origin = joinOrigins(values, spanOf(context, place));
    return markIf(
      { ...concatenate(values), origin },
      values.some((value) => value.sensitive),
    );
  });
}

function evaluatePart(part: TemplatePart, context: Context): Value {
  switch (part.kind) {
    case 'text':
      return text(part.value);
    case 'interpolation':
      return interpolate(part, context);
    case 'if':
      return evaluateIf(part, context);
    case 'for':
      return evaluateFor(part, context);
  }
}

function interpolate(part: Extract<TemplatePart, { kind: 'interpolation' }>, context: Context): Value {
  const value = context.evaluate(part.expression, context);
  if (value.kind === 'null')
    return fail(context, part, 'This part of the template is null; a string is required.');
  return guarded(context, part, () => {
    if (value.kind !== 'unknown' && ('items' in value || 'entries' in value)) {
      throw new ExpressionError(`a template can hold strings, numbers and bools, not ${kindText(value)}`);
    }
    if (value.kind !== 'unknown') return convert(value, 'string');
    context.attempt.doubtful = true;
    const isText = value.type === undefined || typeof value.type === 'string';
    return isText ? convert(value, 'string') : unknownLike(value, 'string');
  });
}

function evaluateIf(part: Extract<TemplatePart, { kind: 'if' }>, context: Context): Value {
  const predicate = context.evaluate(part.condition, context);
  return guarded(context, part, () => {
    if (predicate.kind === 'null') throw new ExpressionError('the condition of a template is null');
    const condition = convert(predicate, 'bool');
    const branch = (parts: readonly TemplatePart[]): Value =>
      concatenate(parts.map((inner) => evaluatePart(inner, context)));
    if (condition.kind === 'bool')
      return markIf(branch(condition.value ? part.then : part.else), predicate.sensitive);
    if (condition.kind !== 'unknown') throw new ExpressionError('the condition of a template must be a bool');
    context.attempt.doubtful = true;
    return markIf(joinValues([branch(part.then), branch(part.else)], condition), predicate.sensitive);
  });
}

function evaluateFor(part: Extract<TemplatePart, { kind: 'for' }>, context: Context): Value {
  const collection = context.evaluate(part.collection, context);
  return guarded(context, part.collection, () => {
    if (collection.kind === 'unknown') {
      context.attempt.doubtful = true;
      return unknownLike(collection, 'string');
    }
    const { items, open, unplaced } = iterate(collection);
    if (unplaced) return unknownLike(unplaced, 'string');
    const pieces: Value[] = items.map(({ key, value }) => {
      const inner = bind(
        part.keyName === undefined ? context : bind(context, part.keyName, key),
        part.valueName,
        value,
      );
      return concatenate(part.body.map((step) => evaluatePart(step, inner)));
    });
    if (open) pieces.push(unknownLike(open, 'string'));
    return markIf(concatenate(pieces), collection.sensitive);
  });
}

/** Strings in a row: known when all are, else unknown with the known beginning. */
function concatenate(values: readonly Value[]): Value {
  const firstUnknown = values.findIndex((value) => value.kind === 'unknown');
  const sensitive = values.some((value) => value.sensitive);
  if (firstUnknown === -1) return markIf(text(joinText(values)), sensitive);
  const cause = values[firstUnknown] as UnknownValue;
  const all = distribute(values, cause, (row) => text(joinText(row)));
  if (all) return markIf(all, sensitive);
  const prefix = joinText(values.slice(0, firstUnknown)) + (cause.prefix ?? '');
  return markIf({ ...unknownLike(cause, 'string'), ...(prefix !== '' && { prefix }) }, sensitive);
}

function joinText(values: readonly Value[]): string {
  let length = 0;
  const pieces = values.map((value) => {
    const piece = value.kind === 'string' ? value.value : '';
    length += piece.length;
    return piece;
  });
  if (length > MAX_STRING) throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
  return pieces.join('').normalize('NFC');
}
