import type { Diagnostic } from '../../../../../model/diagnostic.ts';

/** How many files are named. */
const MOST_FILES = 5;

/** One warning for all variable files of which it is not clear which of them an environment loads; nothing without any. */
export function ambiguousVarFiles(files: readonly string[]): readonly Diagnostic[] {
  const [first] = files;
  if (first === undefined) return [];
  const shown = files.slice(0, MOST_FILES).join(', ');
  const more = files.length - MOST_FILES;
  const start = { line: 1, column: 1 };
  return [
    {
      severity: 'warning',
      code: 'ambiguous-var-files',
      message:
        `Several variable files look like those of the same environment: ${shown}${more > 0 ? ` and ${more} more` : ''}. ` +
        'Their roots are evaluated without them.',
      source: { file: first, start, end: start },
      hint: 'Name the projects with their "var_files" under "projects" in tollgate.yml.',
    },
  ];
}
