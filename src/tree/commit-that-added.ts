import { gitText } from './git.ts';
import { parentsOf } from './repository.ts';

/**
 * The first commit of the history of a commit that added a path. Undefined when none did, and in a shallow clone, which may
 * lack that commit: its oldest commits seem to add every file.
 */
export function commitThatAdded(root: string, path: string, commit = 'HEAD'): string | undefined {
  const format = ['--format=%H', '--no-show-signature', '--diff-filter=A', '--no-renames'];
  const found = gitText(root, [
    '--literal-pathspecs',
    'log',
    ...format,
    '--end-of-options',
    commit,
    '--',
    path,
  ]);
  const first = found?.split('\n').at(-1);
  if (first === undefined || first === '') return undefined;
  return isCutOff(root, first) ? undefined : first;
}

/** Whether the clone ends at a commit: its object names parents that git does not follow. */
function isCutOff(root: string, commit: string): boolean {
  return (
    gitText(root, ['rev-list', '--parents', '-n', '1', commit]) === commit &&
    parentsOf(root, commit).length > 0
  );
}
