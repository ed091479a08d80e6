import type { Diagnostic } from '../../../model/diagnostic.ts';
import { type SourceSpan, rangeOf } from '../../../model/source.ts';
import type { Type, UnknownValue, Unknownness, Value } from '../../../model/value.ts';
import type { Expression } from '../syntax/ast.ts';
import { ExpressionError, LimitError } from './failure.ts';
import { unknown, unknownLike } from './make.ts';
import type { Scope } from './scope.ts';

/** Names that `for` and templates bind: a chain, the innermost first. */
export interface Variables {
  readonly name: string;
  readonly value: Value;
  readonly outer: Variables | undefined;
}

/** What one evaluation found out besides its value: `try` and `can` make one for each argument. */
export interface Attempt {
  readonly problems: Diagnostic[];
  /** Terraform would stop here. */
  failed: boolean;
  /** An operand was unknown, so that it may still fail once that is known. */
  doubtful: boolean;
}

/** What a part of an expression is evaluated with. */
export interface Context {
  readonly scope: Scope;
  readonly variables: Variables | undefined;
  readonly attempt: Attempt;
  /** Evaluates a part; passed along, because the parts and the whole call each other. */
  readonly evaluate: (expression: Expression, context: Context) => Value;
}

/** A place in the source of the context's file. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** An attempt without problems so far. */
export function newAttempt(): Attempt {
  return { problems: [], failed: false, doubtful: false };
}

/** The span of a node in the file of the context. */
export function spanOf(context: Context, place: Place): SourceSpan {
  return { source: context.scope.source, start: place.start, end: place.end };
}

/** The context with one more bound name. */
export function bind(context: Context, name: string, value: Value): Context {
  return { ...context, variables: { name, value, outer: context.variables } };
}

/** The value of a bound name. */
export function boundValue(context: Context, name: string): Value | undefined {
  for (let at = context.variables; at; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}

/** Records an error at a place; the result stands for the value that there is not. */
export function fail(context: Context, place: Place, message: string, hint?: string): UnknownValue {
  context.attempt.failed = true;
  return record(context, place, 'error', 'expression-error', message, hint);
}

/** Records that something is left out without being wrong. */
export function warn(context: Context, place: Place, code: string, message: string, hint?: string): void {
  record(context, place, 'warning', code, message, hint);
}

/** The unknown result of an operation on an unknown operand. It may turn out to be an error later. */
export function unknownResult(context: Context, cause: Unknownness, type?: Type): UnknownValue {
  context.attempt.doubtful = true;
  return unknownLike(cause, type);
}

/** Runs an operation; what it throws becomes a diagnostic at the place, and an unknown value. */
export function guarded(context: Context, place: Place, operation: () => Value): Value {
  try {
    return operation();
  } catch (error) {
    if (error instanceof ExpressionError) return fail(context, place, `${sentence(error.message)}.`);
    if (error instanceof LimitError) return limited(context, place, error.message);
    throw error;
  }
}

/** Records that evaluation gave up here. */
export function limited(context: Context, place: Place, message: string): UnknownValue {
  const hint = 'The value counts as unknown. Split it into smaller parts.';
  record(context, place, 'warning', 'evaluation-limit', `Evaluation gave up: ${message}.`, hint);
  return unknown('evaluation-limit', { origin: [spanOf(context, place)] });
}

function record(
  context: Context,
  place: Place,
  severity: 'error' | 'warning',
  code: string,
  message: string,
  hint?: string,
): UnknownValue {
  const span = spanOf(context, place);
  const diagnostic = { severity, code, message, source: rangeOf(span), ...(hint !== undefined && { hint }) };
  if (context.attempt.problems.length < 100) context.attempt.problems.push(diagnostic);
  return unknown('error-in-expression', { origin: [span] });
}

function sentence(message: string): string {
  return /^[\w:]+\(/.test(message) ? message : message.charAt(0).toUpperCase() + message.slice(1);
}
