import { textMatches } from '../../../lib/text-glob.ts';

/** A line of CODEOWNERS. */
export interface OwnerLine {
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
}

/** More lines are not looked at. */
const MOST_LINES = 20_000;
/** What GitHub's form of patterns does not have. Such a line is skipped, as GitHub does. */
const UNSUPPORTED = /^!|\[|\\#/;

/** The lines of CODEOWNERS that have a pattern, in order. */
export function parseOwners(text: string): readonly OwnerLine[] {
  return text
    .split('\n', MOST_LINES)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !UNSUPPORTED.test(line))
    .map((line) => {
      const [pattern = '', ...owners] = line.split(/\s+/);
      return { matches: matcherOf(pattern), owners };
    });
}

/** The owners of a path: those of the last line that matches, which may be none. */
export function ownedBy(lines: readonly OwnerLine[], path: string): readonly string[] {
  return lines.findLast(({ matches }) => matches(path))?.owners ?? [];
}

/**
 * A pattern with a slash at its begin or within is of the root, any other of all folders; one that names a folder holds for
 * all in it, and `*` at the end of a path only for what is right in it.
 */
function matcherOf(pattern: string): (path: string) => boolean {
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  const isRooted = pattern.replace(/\/$/, '').includes('/');
  const wanted = [...(isRooted ? [] : ['**']), ...bare.split('/')];
  const isFolderOnly = pattern.endsWith('/');
  const mayBeFolder = !(isRooted && wanted.at(-1) === '*');
  return (path) => {
    const parts = path.split('/');
    for (let length = parts.length; length > 0; length--) {
      const isFolder = length < parts.length;
      if (isFolder ? !mayBeFolder : isFolderOnly) continue;
      if (fits(wanted, parts.slice(0, length))) return true;
    }
    return false;
  };
}

/** Whether segments of a pattern take all parts of a path; linear in their product. */
function fits(wanted: readonly string[], parts: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const segment of wanted) {
    const next = new Set<number>();
    for (const at of reached) {
      if (segment === '**') for (let to = at; to <= parts.length; to++) next.add(to);
      else if (at < parts.length && textMatches(segment, parts[at] ?? '')) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(parts.length);
}
