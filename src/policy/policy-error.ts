import type { ErrorPlace } from '../lib/errors.ts';

/** What went wrong in the engine: the module itself, what it was given, its memory, or its rules. */
export type PolicyErrorKind = 'module' | 'input' | 'memory' | 'evaluation';

/** A policy could not be evaluated. Never a verdict: the caller turns it into a finding that says so. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly kind: PolicyErrorKind;
  /** The place in the Rego source, when the engine named one. */
  readonly place: ErrorPlace | undefined;

  constructor(kind: PolicyErrorKind, message: string, options: { place?: ErrorPlace; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.place = options.place;
  }
}

/** The error behind an abort of the engine, whose text begins with `file:row:column:` when a rule caused it. */
export function abortError(text: string): PolicyError {
  const match = /^(?<file>[^\s:]+):(?<line>\d+):(?<column>\d+): (?<message>.*)$/s.exec(text);
  const { file, line, column, message } = match?.groups ?? {};
  if (file === undefined || message === undefined) {
    return new PolicyError(/alloc|memory/.test(text) ? 'memory' : 'evaluation', text);
  }
  return new PolicyError('evaluation', message, {
    place: { file, line: Number(line), column: Number(column) },
  });
}
