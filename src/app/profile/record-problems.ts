import type { Catalogue } from '../../billing/resolve/catalogue.ts';
import { recordFacts } from '../../billing/snapshot/record-facts.ts';
import { isMendedByWriting } from '../../billing/snapshot/ways-out.ts';
import type { KeptRecord } from '../../billing/snapshot/plan.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { sorted } from '../check/diagnostics.ts';
import { refuseErrors } from '../refuse-errors.ts';
import { publishedAt, type PublishedRequest } from './published-at.ts';

/**
 * Where the snapshots, the lock file and the files of published versions do not agree, as errors; with `unwritten` also what
 * `profile snapshot` has not written yet. What `base` does not keep is not published yet; without it all that is kept is. What cannot
 * be read is among the diagnostics of the catalogue.
 */
export function recordProblems(
  catalogue: Catalogue,
  unwritten: boolean,
  base: KeptRecord | null = null,
): readonly Diagnostic[] {
  return recordFacts(catalogue, base)
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

/** The same of one side of a repository, by what its base has published. That is only opened where it can matter. */
export function recordErrors(catalogue: Catalogue, request: PublishedRequest): readonly Diagnostic[] {
  if (recordProblems(catalogue, false).length === 0) return [];
  return recordProblems(catalogue, false, publishedAt(request));
}

/** Throws a UserError where amounts could be those of another version: for an error of a file, or of the record of what was published. */
export function mustBeSound(catalogue: Catalogue, request: PublishedRequest): void {
  refuseErrors(sorted([...catalogue.diagnostics, ...recordErrors(catalogue, request)]));
}
