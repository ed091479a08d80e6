import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import {
  callsElsewhere,
  openPackages,
  openTerraform,
  ParseCache,
  touchedProjects,
} from '../../iac/terraform/index.ts';
import type { Packages, Project, TerraformSide, WantedModule } from '../../iac/terraform/index.ts';
import { openTerragrunt } from '../../iac/terragrunt/index.ts';
import type { Tree } from '../../tree/tree.ts';
import { modulePermission } from './module-permission.ts';
import type { ModuleOptions } from './module-permission.ts';

/** The infrastructure definitions of both sides: parsed and their projects found, nothing evaluated. */
export interface OpenedDefinitions {
  readonly base: TerraformSide;
  readonly head: TerraformSide;
  /** Of looking for modules from elsewhere. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How modules from elsewhere are looked for. */
export interface ModuleRequest extends ModuleOptions {
  /** Folder of the work tree. */
  readonly repository: string;
  /** Whether modules of projects are wanted that the change does not touch. */
  readonly all: boolean;
  /** Told what was fetched, one line each. */
  readonly say: (line: string) => void;
}

function within(side: TerraformSide, folder: string): TerraformSide {
  if (folder === '') return side;
  const projects = side.projects.filter(({ path }) => path === folder || path.startsWith(`${folder}/`));
  return { ...side, projects };
}

/**
 * Finds the projects of both trees and, where `modules` says how, the modules from elsewhere that they call, and those that
 * these call; of the projects only those in a folder and below it. Throws UserError when the configured projects contradict each
 * other.
 */
export async function openDefinitions(
  base: Tree,
  head: Tree,
  config: Config,
  modules?: ModuleRequest,
  folder = '',
): Promise<OpenedDefinitions> {
  const options = {
    projects: config.projects,
    exclude: config.exclude,
    cache: new ParseCache(),
    ...(config.defaultRegions === undefined ? {} : { regions: config.defaultRegions }),
  };
  const before = openTerragrunt(base, options, config.terragrunt);
  const after = openTerragrunt(head, options, config.terragrunt);
  const open = (packages?: Packages): Sides => {
    const more = packages === undefined ? options : { ...options, packages };
    const opened = openTerraform(before.tree, { ...more, wrapped: before.projects });
    const wrapped = after.projects;
    const head = openTerraform(after.tree, { ...more, wrapped }, opened.projects);
    return { base: within(opened, folder), head: within(head, folder) };
  };
  const sides = open();
  return modules === undefined ? { ...sides, diagnostics: [] } : withModules(sides, open, config, modules);
}

type Sides = Pick<OpenedDefinitions, 'base' | 'head'>;

/** The sides once all modules were looked for: again and again, since what is brought may call others. */
async function withModules(
  plain: Sides,
  open: (packages: Packages) => Sides,
  config: Config,
  request: ModuleRequest,
): Promise<OpenedDefinitions> {
  let sides = plain;
  let wanted = wantedModules(sides, request.all);
  if (wanted.length === 0) return { ...sides, diagnostics: [] };
  const { environment = {}, repository, say } = request;
  const roots = [
    ...new Set([plain.base, plain.head].flatMap(({ projects }) => projects.map(({ path }) => path))),
  ];
  const allowed = modulePermission(config, request);
  const packages = openPackages({ repository, roots, environment, say, ...allowed });
  while (wanted.length > 0) {
    for (const one of wanted) await packages.bring(one);
    sides = open(packages);
    wanted = wantedModules(sides, request.all);
  }
  return { ...sides, diagnostics: packages.diagnostics };
}

/** Modules that nobody has looked for yet, of the projects that are evaluated. */
function wantedModules({ base, head }: Sides, all: boolean): readonly WantedModule[] {
  const calledBy = (only: (project: Project) => boolean): readonly WantedModule[] =>
    [base, head].flatMap(({ loader, projects }) =>
      callsElsewhere(loader, projects.filter(only)).flatMap(({ wanted }) => wanted ?? []),
    );
  const called = calledBy(() => true);
  if (all || called.length === 0) return called;
  const touched = touchedProjects(base, head);
  return calledBy(({ id }) => touched.has(id));
}
