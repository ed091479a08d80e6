import { UserError } from '../../../lib/errors.ts';
import { nearest } from '../../../lib/nearest.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { parseAddress } from '../../../iac/diff/address.ts';
import type { Project, TerraformSide } from '../../../iac/terraform/index.ts';
import type { OpenedDefinitions } from '../open-definitions.ts';
import type { GivenFile } from './given.ts';

/** Projects that are named in one message. */
const MOST_NAMES = 10;

/** The project of a repository without definitions. */
const ONLY = '.';

/**
 * The id of the project that a file with these addresses belongs to: the named one, the only one, or the one whose root
 * module declares all of them. A name that is no project makes one of its own, without definitions. Throws UserError where
 * that is not clear.
 */
export function projectOf(file: GivenFile, addresses: readonly string[], sides: OpenedDefinitions): string {
  const projects = [
    ...new Map([...sides.base.projects, ...sides.head.projects].map((one) => [one.id, one])).values(),
  ];
  if (file.project !== undefined) return namedProject(file.project, projects);
  const [first, ...others] = projects;
  if (first === undefined) return ONLY;
  if (others.length === 0) return first.id;
  const names = new Set(addresses.flatMap((address) => parseAddress(address)?.[0]?.name ?? []));
  const fitting = projects.filter(({ path }) =>
    [sides.head, sides.base].some((side) => declaresAll(side, path, names)),
  );
  const [only, ...more] = fitting;
  if (only !== undefined && more.length === 0) return only.id;
  const choices = (fitting.length === 0 ? projects : fitting).map(({ id }) => id).sort(byCodePoint);
  const which = fitting.length === 0 ? 'No project declares all that is in it' : 'Several projects fit';
  throw new UserError(`It is not clear which project ${file.name} belongs to. ${which}: ${shown(choices)}.`, {
    place: { file: file.name },
    hint: `Name it: ${choices[0] ?? ''}=${file.name}`,
  });
}

function namedProject(name: string, projects: readonly Project[]): string {
  const plain = name.replace(/^\.\//, '').replace(/\/$/, '');
  const byId = projects.find(({ id }) => id === plain);
  if (byId !== undefined) return byId.id;
  const byPath = projects.filter(({ path }) => path === (plain === '.' ? '' : plain));
  if (byPath.length === 1 && byPath[0] !== undefined) return byPath[0].id;
  const ids = byPath.length > 1 ? byPath.map(({ id }) => id) : projects.map(({ id }) => id);
  const meant = byPath.length > 1 ? byPath[0]?.id : nearest(plain, ids);
  if (meant === undefined) return plain;
  throw new UserError(
    `There is no project ${JSON.stringify(name)}; there ${ids.length === 1 ? 'is' : 'are'} ${shown(ids.sort(byCodePoint))}.`,
    {
      hint: `Did you mean ${JSON.stringify(meant)}?`,
    },
  );
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
