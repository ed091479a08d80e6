import type { ProjectConfig } from '../../../../model/config.ts';
import { UserError } from '../../../../lib/errors.ts';
import { resolvePath } from '../source/folders.ts';
import type { Project } from './project.ts';

/**
 * The projects that the configuration names. Variable files are relative to the project's path, as on the command
 * line in that folder. Throws UserError for a path out of the repository or two projects of one name.
 */
export function configuredProjects(configured: readonly ProjectConfig[]): readonly Project[] {
  const seen = new Set<string>();
  return configured.map((config) => {
    const project = configuredProject(config);
    if (seen.has(project.id)) {
      throw new UserError(`Two projects are called ${JSON.stringify(project.id)}.`, {
        hint: 'Give each entry of "projects" a name of its own.',
      });
    }
    seen.add(project.id);
    return project;
  });
}

function configuredProject(config: ProjectConfig): Project {
  const path = inside('', config.path, 'path');
  const name = config.name ?? (path === '' ? '.' : path);
  const suffix = config.name === undefined && config.workspace !== undefined ? `@${config.workspace}` : '';
  return {
    id: name + suffix,
    path,
    kind: 'configured',
    ...(config.workspace === undefined ? {} : { workspace: config.workspace }),
    varFiles: config.varFiles.map((file) => inside(path, file, 'variable file')),
    variables: config.variables,
    ...(config.variablePlaces === undefined ? {} : { variablePlaces: config.variablePlaces }),
    ...(config.regions === undefined ? {} : { regions: config.regions }),
    ...(config.account === undefined ? {} : { account: config.account }),
    ...recordedAnswers(config, path),
  };
}

/** The files that stand in for what only the cloud and other projects know. */
function recordedAnswers(
  { dataFiles, remoteState }: ProjectConfig,
  path: string,
): Pick<Project, 'dataFiles' | 'remoteState'> {
  const states = Object.entries(remoteState ?? {}).map(
    ([name, file]) => [name, inside(path, file, 'state file')] as const,
  );
  return {
    ...(dataFiles && { dataFiles: dataFiles.map((file) => inside(path, file, 'data file')) }),
    ...(states.length > 0 && { remoteState: new Map(states) }),
  };
}

function inside(folder: string, path: string, what: string): string {
  const resolved = path.startsWith('/') ? undefined : resolvePath(folder, path);
  if (resolved !== undefined) return resolved;
  throw new UserError(`The ${what} ${JSON.stringify(path)} of a project leads out of the repository.`, {
    hint: 'Write paths relative to the repository root; other files relative to the project.',
  });
}
