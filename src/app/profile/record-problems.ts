import type { Catalogue } from '../../billing/resolve/catalogue.ts';
import { isMendedByWriting, recordFacts } from '../../billing/snapshot/record-facts.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/**
 * Where the snapshots, the lock file and the files of published versions do not agree, as errors; with `unwritten` also what
 * `profile snapshot` has not written yet. What cannot be read is among the diagnostics of the catalogue.
 */
export function recordProblems(catalogue: Catalogue, unwritten: boolean): readonly Diagnostic[] {
  return recordFacts(catalogue)
    .filter(({ problem }) => !problem.endsWith('-unreadable'))
    .filter((fact) => unwritten || !isMendedByWriting(fact))
    .map(({ problem, message, hint, source }) => ({
      severity: 'error',
      code: problem,
      message,
      hint,
      source,
    }));
}
