import type { Diagnostic } from '../../model/diagnostic.ts';

/** More errors of one file would bury the first ones. */
export const MOST_ERRORS = 50;

/** The first 50 of a file's diagnostics, and one that says when there are more. */
export function firstDiagnostics(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const next = all[MOST_ERRORS];
  if (next === undefined) return all;
  const { severity, source } = next;
  const message = `There are more ${severity}s in this file: only the first ${MOST_ERRORS} are shown.`;
  return [
    ...all.slice(0, MOST_ERRORS),
    { severity, code: 'more-errors', message, ...(source === undefined ? {} : { source }) },
  ];
}
