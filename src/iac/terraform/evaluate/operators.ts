import type { Decimal } from '../../../lib/decimal.ts';
import type { Type, UnknownValue, Value } from '../../../model/value.ts';
import type { Binary, BinaryOperator, Unary } from '../syntax/ast.ts';
import { type Context, guarded, newAttempt, spanOf, unknownResult } from './context.ts';
import { convert } from './convert.ts';
import { distribute } from './distribute.ts';
import { equals } from './equal.ts';
import { ExpressionError, LimitError } from './failure.ts';
import { combine, quotient } from './float.ts';
import { bool, number } from './make.ts';
import { hasSensitive, markIf } from './marks.ts';
import { bounded } from './numbers.ts';
import { joinOrigins } from './origin.ts';

/** `-x` and `!x`; unknown operands give an unknown number or bool. */
export function evaluateUnary(node: Unary, context: Context): Value {
  const operand = context.evaluate(node.operand, context);
  return guarded(context, node, () =>
    finish(node, context, [operand], unary(node.operator, operand, context)),
  );
}

/**
 * A binary operation. `&&` and `||` are decided by either side alone; the right side is not evaluated when the left
 * decides. Comparisons convert strings to numbers; `==` converts nothing. Numbers have 512 bits.
 */
export function evaluateBinary(node: Binary, context: Context): Value {
  const left = context.evaluate(node.left, context);
  return guarded(context, node, () => {
    if (node.operator === '&&' || node.operator === '||') return logical(node, left, context);
    const right = context.evaluate(node.right, context);
    const result =
      node.operator === '==' || node.operator === '!='
        ? equality(node.operator === '!=', left, right, context)
        : arithmetic(node.operator, left, right, context);
    return finish(node, context, [left, right], result);
  });
}

function finish(node: Unary | Binary, context: Context, operands: readonly Value[], result: Value): Value {
  const origin = joinOrigins(operands, spanOf(context, node));
  return markIf({ ...result, origin }, operands.some(hasSensitive));
}

function unary(operator: '-' | '!', operand: Value, context: Context): Value {
  const type = operator === '!' ? 'bool' : 'number';
  const value = required(operand, type);
  if (value.kind === 'bool') return bool(!value.value);
  if (value.kind === 'number') return number(value.value.neg());
  if (value.kind !== 'unknown') throw new ExpressionError(`a ${type} is required`);
  const all = distribute([value], value, ([candidate]) => unary(operator, candidate ?? value, context));
  return all ?? unknownResult(context, value, type);
}

/** The operand in the type; null is an error. */
function required(operand: Value, type: Type): Value {
  if (operand.kind === 'null') throw new ExpressionError('an operand is null');
  return convert(operand, type);
}

function logical(node: Binary, leftOperand: Value, context: Context): Value {
  const deciding = node.operator === '||';
  const left = convert(leftOperand, 'bool');
  if (left.kind === 'bool' && left.value === deciding)
    return finish(node, context, [leftOperand], bool(deciding));
  const rightOperand = afterLeft(node, left, context);
  const right = convert(rightOperand, 'bool');
  return finish(node, context, [leftOperand, rightOperand], decide(deciding, left, right, context));
}

/** With an unknown left side nobody knows whether the right one counts, so its errors do not. */
function afterLeft(node: Binary, left: Value, context: Context): Value {
  if (left.kind !== 'unknown') return context.evaluate(node.right, context);
  const attempt = newAttempt();
  const value = context.evaluate(node.right, { ...context, attempt });
  if (attempt.failed) return unknownResult(context, left, 'bool');
  context.attempt.problems.push(...attempt.problems);
  if (attempt.doubtful) context.attempt.doubtful = true;
  return value;
}

/** As hcl 2.24: null makes `&&` false, and is an error of `||` when the other side does not decide. */
function decide(deciding: boolean, left: Value, right: Value, context: Context): Value {
  const sides = [left, right];
  if (sides.some((side) => side.kind === 'bool' && side.value === deciding)) return bool(deciding);
  const isNull = sides.some((side) => side.kind === 'null');
  if (isNull && !deciding) return bool(false);
  const cause = sides.find((side) => side.kind === 'unknown');
  if (isNull && !cause) throw new ExpressionError('an operand is null');
  if (!cause) return bool(!deciding);
  context.attempt.doubtful = true;
  const other = sides.find((side) => side !== cause);
  return other?.kind === 'bool' ? cause : unknownResult(context, cause, 'bool');
}

function equality(negated: boolean, left: Value, right: Value, context: Context): Value {
  const sameness = equals(left, right);
  if (sameness !== 'unknown') return bool((sameness === 'same') !== negated);
  const cause = left.kind === 'unknown' ? left : right.kind === 'unknown' ? right : undefined;
  return unknownResult(context, cause ?? partialCause(left) ?? partialCause(right) ?? FALLBACK, 'bool');
}

const FALLBACK = { reason: 'computed-attribute' } as const;

function partialCause(value: Value): UnknownValue | undefined {
  const parts = 'items' in value ? value.items : 'entries' in value ? [...value.entries.values()] : [];
  return parts.find((part) => part.kind === 'unknown');
}

type Arithmetic = Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>;

function arithmetic(operator: Arithmetic, leftOperand: Value, rightOperand: Value, context: Context): Value {
  const left = required(leftOperand, 'number');
  const right = required(rightOperand, 'number');
  if (left.kind === 'number' && right.kind === 'number') return compute(operator, left.value, right.value);
  const type = COMPARISONS.has(operator) ? 'bool' : 'number';
  const cause = left.kind === 'unknown' ? left : right;
  if (cause.kind !== 'unknown') throw new ExpressionError('a number is required');
  const decided = byMinimum(operator, left, right);
  if (decided !== undefined) {
    context.attempt.doubtful = true;
    return bool(decided);
  }
  const all = distribute([left, right], cause, ([a, b]) => {
    if (a?.kind !== 'number' || b?.kind !== 'number') throw new ExpressionError('a number is required');
    return compute(operator, a.value, b.value);
  });
  return all ?? unknownResult(context, cause, type);
}

const COMPARISONS: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);

/** `length(x) > 0` is decided when at least one element is known. */
function byMinimum(operator: Arithmetic, left: Value, right: Value): boolean | undefined {
  if (left.kind === 'unknown' && left.minimum && right.kind === 'number') {
    if (operator === '>' && left.minimum.gt(right.value)) return true;
    if (operator === '>=' && left.minimum.gte(right.value)) return true;
    if (operator === '<' && left.minimum.gte(right.value)) return false;
    if (operator === '<=' && left.minimum.gt(right.value)) return false;
  }
  return undefined;
}

function compute(operator: Arithmetic, left: Decimal, right: Decimal): Value {
  switch (operator) {
    case '+':
      return number(bounded(combine('+', left, right)));
    case '-':
      return number(bounded(combine('-', left, right)));
    case '*':
      return number(bounded(combine('*', left, right)));
    case '/':
      return number(divide(left, right));
    case '%':
      return number(remainder(left, right));
    case '<':
      return bool(left.lt(right));
    case '>':
      return bool(left.gt(right));
    case '<=':
      return bool(left.lte(right));
    case '>=':
      return bool(left.gte(right));
  }
}

function divide(left: Decimal, right: Decimal): Decimal {
  if (right.eq('0') && left.eq('0')) throw new ExpressionError('zero divided by zero');
  if (right.eq('0')) throw new LimitError('a number is infinite, because of a division by zero');
  return bounded(quotient(left, right));
}

/** The remainder with the sign of the dividend; by zero it is the dividend, as in go-cty. */
function remainder(left: Decimal, right: Decimal): Decimal {
  if (right.eq('0')) return left;
  const times = quotient(left, right).round(0, 0);
  return combine('-', left, combine('*', right, times));
}
