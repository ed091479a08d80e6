import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { rangeOf } from '../../../../model/source.ts';
import type { SourceSpan } from '../../../../model/source.ts';

/** A syntax error of a JSON file. */
export function jsonError(message: string, span: SourceSpan, hint?: string): Diagnostic {
  const base = {
    severity: 'error',
    code: 'hcl-json',
    message: `${message}.`,
    source: rangeOf(span),
  } as const;
  return hint === undefined ? base : { ...base, hint };
}
