import type { Diagnostic } from '../../model/diagnostic.ts';

/** Diagnostics without repetition: several profiles that stand on one file may find the same in it. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, source }) => {
    const key = JSON.stringify([source?.file, source?.start, code, message]);
    return !seen.has(key) && seen.add(key);
  });
}
