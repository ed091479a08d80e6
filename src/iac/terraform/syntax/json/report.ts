import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { rangeOf } from '../../../../model/source.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import { MAX_ERRORS } from '../limits.ts';

/** The errors of a JSON file, up to a number that a person would read. */
export class JsonErrors {
  readonly list: Diagnostic[] = [];

  /** Adds a syntax error: `message` is a sentence without its full stop. */
  add(message: string, span: SourceSpan, hint?: string): void {
    if (this.list.length <= MAX_ERRORS) this.push(jsonError(message, span, hint));
  }

  /** Adds an error; after the last that is listed, that there are more. */
  push(error: Diagnostic): void {
    if (this.list.length < MAX_ERRORS) this.list.push(error);
    else if (this.list.length === MAX_ERRORS) this.list.push(moreErrors(error));
  }
}

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

function moreErrors({ source }: Diagnostic): Diagnostic {
  const message = `The errors from here on are not listed, after ${MAX_ERRORS}.`;
  return { severity: 'error', code: 'hcl-limit', message, ...(source === undefined ? {} : { source }) };
}
