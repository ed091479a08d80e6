import { UserError } from '../lib/errors.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Throws the first error among diagnostics as a UserError with its place: for what makes no sense with a part of a file. */
export function refuseErrors(diagnostics: readonly Diagnostic[]): void {
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error === undefined) return;
  const { message, hint, source } = error;
  throw new UserError(message, {
    ...(hint === undefined ? {} : { hint }),
    ...(source === undefined ? {} : { place: { file: source.file, ...source.start } }),
  });
}
