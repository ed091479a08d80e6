import type { Project, TerraformSide } from '../../iac/terraform/index.ts';
import { UserError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';

/** What is asked for, and the projects that are looked through. */
export interface Target {
  readonly address: string;
  readonly projects: readonly Project[];
}

/**
 * `ADDRESS`, or `PROJECT:ADDRESS`, or an address and a project apart. Keys may stand in single quotes, which shells leave
 * alone. Throws UserError for a project that is not there.
 */
export function parseTarget(text: string, project: string | undefined, projects: readonly Project[]): Target {
  if (projects.length === 0) {
    throw new UserError('There is no Terraform or OpenTofu project here.', {
      hint: 'Run this in a repository with .tf files, or name one with --repo DIR.',
    });
  }
  const named = project ?? projectIn(text, projects);
  const address = normal(project === undefined && named !== undefined ? text.slice(named.length + 1) : text);
  if (named === undefined) return { address, projects };
  const found = projects.filter(({ id }) => id === named);
  if (found.length === 0) throw noProject(named, projects);
  return { address, projects: found };
}

/** The longest project that the text begins with; a name that is none before a colon outside of keys. */
function projectIn(text: string, projects: readonly Project[]): string | undefined {
  const ids = projects.map(({ id }) => id).filter((id) => text.startsWith(`${id}:`));
  const longest = ids.sort((a, b) => b.length - a.length)[0];
  return longest ?? /^([^["']*?):/.exec(text)?.[1];
}

function normal(address: string): string {
  return address.trim().replace(/\['([^'"]*)'\]/g, '["$1"]');
}

function noProject(name: string, projects: readonly Project[]): UserError {
  const ids = projects.map(({ id }) => id);
  const meant = nearest(name, ids);
  const listed = ids.slice(0, 10).join(', ') + (ids.length > 10 ? `, and ${ids.length - 10} more` : '');
  return new UserError(`There is no project ${JSON.stringify(name)}.`, {
    hint: meant === undefined ? `The projects are: ${listed}.` : `Did you mean ${JSON.stringify(meant)}?`,
  });
}

/** Whether a project can have something at an address, by what its root module declares. Nothing is evaluated. */
export function mayHold({ loader }: TerraformSide, project: Project, address: string): boolean {
  if (project.wrapper !== undefined) return true;
  const root = loader.load(project.path);
  if (root === undefined) return false;
  const [first = '', second = '', third = ''] = address.split(/\.|(?=\[)/);
  if (root.partial) return true;
  switch (first) {
    case 'module':
      return root.calls.has(second);
    case 'data':
      return root.data.has(`${second}.${third}`);
    case 'var':
      return root.variables.has(second);
    case 'local':
      return root.locals.has(second);
    case 'output':
      return root.outputs.has(second);
    default:
      return root.resources.has(`${first}.${second}`);
  }
}
