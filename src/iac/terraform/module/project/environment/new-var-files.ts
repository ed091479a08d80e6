import type { Diagnostic } from '../../../../../model/diagnostic.ts';
import type { Project } from '../project.ts';

/** How many files are named. */
const MOST_FILES = 5;

/**
 * The projects, each with which of its variable files it did not load at the base. That somebody loads them is only the look
 * of their names, which the change itself brings. Not those that the configuration names, and not projects that are new:
 * nothing is held against what these cost before.
 */
export function withNewVarFiles(projects: readonly Project[], base: readonly Project[]): readonly Project[] {
  const before = new Map(base.map(({ id, varFiles }) => [id, new Set(varFiles)]));
  return projects.map((project) => {
    const known = before.get(project.id);
    if (known === undefined || project.kind === 'configured' || project.wrapper !== undefined) return project;
    const newVarFiles = project.varFiles.filter((file) => !known.has(file));
    return newVarFiles.length === 0 ? project : { ...project, newVarFiles };
  });
}

/** One warning for all variable files that projects did not load at the base; nothing without any. */
export function newVarFileWarnings(projects: readonly Project[]): readonly Diagnostic[] {
  const files = [...new Set(projects.flatMap(({ newVarFiles }) => newVarFiles ?? []))];
  const [first] = files;
  if (first === undefined) return [];
  const shown = files.slice(0, MOST_FILES).join(', ');
  const more = files.length - MOST_FILES;
  const start = { line: 1, column: 1 };
  return [
    {
      severity: 'warning',
      code: 'new-var-file',
      message:
        `By their names these variable files are loaded now, and were not before: ${shown}${more > 0 ? ` and ${more} more` : ''}. ` +
        'Whether anything loads them is not known, and so are the values that they give.',
      source: { file: first, start, end: start },
      hint: 'Name the projects with their "var_files" under "projects" in tollgate.yml, or merge the files first.',
    },
  ];
}
