import { git, gitText } from './git.ts';
import { parentsOf } from './repository.ts';

/**
 * Since which commit of the first-parent history of a commit a path has had the content that is asked for: a merge that brought
 * it counts, not what was written on its branch. Undefined when the path has other content at the commit, and in a
 * shallow clone, which may lack that commit: its oldest commits seem to add every file.
 */
export function commitThatWrote(
  root: string,
  path: string,
  isWanted: (content: string) => boolean,
  commit = 'HEAD',
): string | undefined {
  let since: string | undefined;
  for (const change of changesOf(root, path, commit)) {
    if (!isWanted(git(root, ['cat-file', 'blob', change.blob]).stdout.toString('utf8'))) break;
    since = change.commit;
  }
  return since === undefined || isCutOff(root, since) ? undefined : since;
}

/** The commits that changed a path against their first parent, newest first, and the blob that it is since; zeros where it is gone. */
function* changesOf(root: string, path: string, commit: string): Iterable<{ commit: string; blob: string }> {
  const format = ['--format=%H', '--no-show-signature', '--raw', '--no-abbrev', '--no-renames'];
  const log = ['log', '--first-parent', '-m', ...format, '--end-of-options', commit, '--', path];
  const found = gitText(root, ['--literal-pathspecs', ...log]) ?? '';
  for (const [, id = '', blob = ''] of found.matchAll(/^(\w+)\n+:\d+ \d+ \w+ (\w+) /gm))
    yield { commit: id, blob };
}

/** Whether the clone ends at a commit: its object names parents that git does not follow. */
function isCutOff(root: string, commit: string): boolean {
  return (
    gitText(root, ['rev-list', '--parents', '-n', '1', commit]) === commit &&
    parentsOf(root, commit).length > 0
  );
}
