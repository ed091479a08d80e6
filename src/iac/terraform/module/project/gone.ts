import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Project } from './project.ts';

/** Projects that are named one by one; the others are counted. */
const MOST_PROJECTS = 20;

/**
 * A warning for each project that only the base has, of which `counted` are the resources that count as deleted: it went
 * away as a whole, perhaps to another name, and nothing in the sources says that it is destroyed. `added` are the projects
 * that only the head has.
 */
export function goneProjects(
  before: readonly Project[],
  after: readonly Project[],
  counted: ReadonlyMap<string, number>,
): readonly Diagnostic[] {
  const gone = notAmong(before, after).filter(({ id }) => counted.has(id));
  const added = notAmong(after, before);
  const shown = gone
    .slice(0, MOST_PROJECTS)
    .map((project) => warning(project, counted.get(project.id) ?? 0, added));
  const more = gone.length - shown.length;
  if (more <= 0) return shown;
  const message = `${more} more projects are gone, and their resources count as deleted.`;
  return [...shown, { severity: 'warning', code: 'gone-project', message }];
}

function warning({ id, path, varFiles }: Project, count: number, added: readonly Project[]): Diagnostic {
  const [file] = varFiles.slice(-1);
  const start = { line: 1, column: 1 };
  const same = added.find((one) => one.path === path);
  const resources = count === 1 ? 'its resource counts' : `its ${count} resources count`;
  return {
    severity: 'warning',
    code: 'gone-project',
    message: `Project ${id} is gone, so ${resources} as deleted.`,
    ...(file === undefined ? {} : { source: { file, start, end: start } }),
    hint:
      same === undefined
        ? 'Removing its files destroys nothing by itself: what it runs costs what it cost until somebody destroys it.'
        : `Project ${same.id} is new and has the same configuration. If it is this one under another name, what is shown as deleted and created stays as it is.`,
  };
}

function notAmong(projects: readonly Project[], others: readonly Project[]): readonly Project[] {
  const ids = new Set(others.map(({ id }) => id));
  return projects.filter(({ id }) => !ids.has(id));
}
