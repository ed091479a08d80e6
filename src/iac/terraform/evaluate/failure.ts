/**
 * An expression has no value: Terraform would stop here. The message never holds a value, only types and names.
 * Caught by the evaluator, which reports it with its place.
 */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}

/** Evaluation was given up, because the result or the way to it is too large. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
}
