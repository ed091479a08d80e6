import { globMatcher } from './glob.ts';

/** Folders that are there where Terraform runs and in no commit: git's, at the root of the repository, and that of `terraform init`. */
const GIT = '.git';
const INSTALLED = '.terraform';

/** Files that Terraform leaves in the root module. */
const LEFT = [
  'terraform.tfstate',
  'terraform.tfstate.backup',
  '.terraform.lock.hcl',
  '.terraform.tfstate.lock.info',
];

/**
 * Whether a pattern of `fileset` on a folder may find files that are there when Terraform runs in the root module and that no
 * commit holds. A part of a pattern that begins with a dot asks for such files wherever it stands.
 */
export function mayFindMore(pattern: string, folder: string, rootModule: string): boolean {
  const made = [
    ...[GIT, inside(rootModule, INSTALLED)].map((path) => ({ path, isFolder: true })),
    ...LEFT.map((name) => ({ path: inside(rootModule, name), isFolder: false })),
  ];
  if (/(?:^|[/{,])\.[^/]/.test(pattern)) return true;
  return made.some(({ path, isFolder }) => {
    const below = folder === '' ? path : path.startsWith(`${folder}/`) && path.slice(folder.length + 1);
    return (
      below !== false && (isFolder ? reachesBelow(pattern, below.split('/')) : globMatcher(pattern)(below))
    );
  });
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Whether a pattern may fit files below a folder. Alternatives that hold a slash are not taken apart. */
function reachesBelow(pattern: string, folder: readonly string[]): boolean {
  if (/\{[^}]*\//.test(pattern)) return true;
  return reaches(pattern.split('/'), folder);
}

function reaches(parts: readonly string[], [name, ...deeper]: readonly string[]): boolean {
  const [part, ...others] = parts;
  if (part === undefined) return false;
  if (part === '**' || name === undefined) return true;
  return globMatcher(part)(name) && reaches(others, deeper);
}
