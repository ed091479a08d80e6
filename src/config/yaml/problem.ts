import type { Diagnostic } from '../../model/diagnostic.ts';
import { rangeOf, type SourceText } from '../../model/source.ts';

/** Stops the reading of a document at a place. Never leaves this folder: it becomes a diagnostic. */
export class YamlProblem extends Error {
  override readonly name = 'YamlProblem';
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly hint: string | undefined;

  constructor(code: string, message: string, place: { start: number; end: number }, hint?: string) {
    super(message);
    this.code = code;
    this.start = place.start;
    this.end = place.end;
    this.hint = hint;
  }
}

/** The diagnostic that a problem is shown as. */
export function problemDiagnostic(source: SourceText, problem: YamlProblem): Diagnostic {
  return {
    severity: 'error',
    code: problem.code,
    message: problem.message,
    source: rangeOf({ source, start: problem.start, end: problem.end }),
    ...(problem.hint === undefined ? {} : { hint: problem.hint }),
  };
}
