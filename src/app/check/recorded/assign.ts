import { UserError } from '../../../lib/errors.ts';
import { nearest } from '../../../lib/nearest.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { parseAddress } from '../../../iac/diff/address.ts';
import type { Project, TerraformSide } from '../../../iac/terraform/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { OpenedDefinitions } from '../open-definitions.ts';
import type { GivenFile } from './given.ts';

/** Projects that are named in one message. */
const MOST_NAMES = 10;

/** The project of a repository without definitions. */
const ONLY = '.';

/**
 * The id of the project that a file with these addresses belongs to: the named one, the only one, or the one whose root
 * module declares all of them. A name that is no project makes one of its own, without definitions, unless a project declares
 * all of them: they would be counted twice. Throws UserError where that is not clear.
 */
export function projectOf(file: GivenFile, addresses: readonly string[], sides: OpenedDefinitions): string {
  const projects = [
    ...new Map([...sides.base.projects, ...sides.head.projects].map((one) => [one.id, one])).values(),
  ];
  const fits = (): readonly Project[] => fitting(projects, addresses, sides);
  if (file.project !== undefined) return namedProject(file.project, projects) ?? ownProject(file, fits());
  const [first, ...others] = projects;
  if (first === undefined) return ONLY;
  if (others.length === 0) return first.id;
  const found = fits();
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only.id;
  const choices = (found.length === 0 ? projects : found).map(({ id }) => id).sort(byCodePoint);
  const which = found.length === 0 ? 'No project declares all that is in it' : 'Several projects fit';
  throw new UserError(`It is not clear which project ${file.name} belongs to. ${which}: ${shown(choices)}.`, {
    place: { file: file.name },
    hint: `Name it: ${choices[0] ?? ''}=${file.name}`,
  });
}

/** A warning for a project that a name has made beside those of the repository: it may be one of them under another name. */
export function ownProjectWarning(
  file: string,
  project: string,
  sides: OpenedDefinitions,
): readonly Diagnostic[] {
  const ids = [...new Set([...sides.base.projects, ...sides.head.projects].map(({ id }) => id))];
  if (ids.length === 0 || ids.includes(project)) return [];
  const message = `${file} is counted as a project of its own, ${project}, beside those of the repository: ${shown(ids.sort(byCodePoint))}.`;
  const hint = 'If it is the plan of one of them, name that; what both have is counted twice.';
  return [{ severity: 'warning', code: 'plan-own-project', message, hint }];
}

/** The name of a project of its own. Throws UserError when it is that of another one. */
function ownProject({ project = ONLY, name }: GivenFile, found: readonly Project[]): string {
  const [first] = found;
  if (first === undefined) return plainName(project);
  const ids = found.map(({ id }) => id).sort(byCodePoint);
  throw new UserError(
    `There is no project ${JSON.stringify(project)}, and ${shown(ids)} ${ids.length === 1 ? 'declares' : 'declare'} all that is in ${name}: it would be counted twice.`,
    { place: { file: name }, hint: `Name it: ${ids[0] ?? ''}=${name}` },
  );
}

/** The projects whose root module declares all of these. */
function fitting(
  projects: readonly Project[],
  addresses: readonly string[],
  sides: OpenedDefinitions,
): readonly Project[] {
  const names = new Set(addresses.flatMap((address) => parseAddress(address)?.[0]?.name ?? []));
  return projects.filter(({ path }) =>
    [sides.head, sides.base].some((side) => declaresAll(side, path, names)),
  );
}

/** The project that has this name; undefined for a name that is like none. Throws UserError where that is not clear. */
function namedProject(name: string, projects: readonly Project[]): string | undefined {
  const plain = plainName(name);
  const byId = projects.find(({ id }) => id === plain);
  if (byId !== undefined) return byId.id;
  const byPath = projects.filter(({ path }) => path === (plain === '.' ? '' : plain));
  if (byPath.length === 1 && byPath[0] !== undefined) return byPath[0].id;
  const ids = byPath.length > 1 ? byPath.map(({ id }) => id) : projects.map(({ id }) => id);
  const meant = byPath.length > 1 ? byPath[0]?.id : nearest(plain, ids);
  if (meant === undefined) return undefined;
  throw new UserError(
    `There is no project ${JSON.stringify(name)}; there ${ids.length === 1 ? 'is' : 'are'} ${shown(ids.sort(byCodePoint))}.`,
    {
      hint: `Did you mean ${JSON.stringify(meant)}?`,
    },
  );
}

function plainName(name: string): string {
  return name.replace(/^\.\//, '').replace(/\/$/, '');
}

/** Whether a root module declares all of these: `aws_instance.web`, `module.net`. */
function declaresAll(side: TerraformSide, path: string, names: ReadonlySet<string>): boolean {
  const definition = side.loader.load(path);
  if (definition === undefined) return false;
  return [...names].every((name) =>
    name.startsWith('module.')
      ? definition.calls.has(name.slice('module.'.length))
      : definition.resources.has(name),
  );
}

function shown(ids: readonly string[]): string {
  const more = ids.length - MOST_NAMES;
  return ids.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
