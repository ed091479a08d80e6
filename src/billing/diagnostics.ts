import type { Diagnostic } from '../model/diagnostic.ts';
import { rangeOf, type SourceSpan } from '../model/source.ts';

/** An error in a billing file at a place. */
export function errorAt(span: SourceSpan, code: string, message: string, hint?: string): Diagnostic {
  return { severity: 'error', code, message, source: rangeOf(span), ...(hint === undefined ? {} : { hint }) };
}

/** Something in a billing file that is no error, and surely not what its author meant. */
export function warningAt(span: SourceSpan, code: string, message: string, hint: string): Diagnostic {
  return { severity: 'warning', code, message, source: rangeOf(span), hint };
}

/** The same diagnostic with `change` done to all that it says. */
export function withTexts(found: Diagnostic, change: (text: string) => string): Diagnostic {
  const optional = (['actual', 'expected', 'hint'] as const).flatMap((key) => {
    const text = found[key];
    return text === undefined ? [] : [[key, change(text)] as const];
  });
  return { ...found, message: change(found.message), ...Object.fromEntries(optional) };
}
