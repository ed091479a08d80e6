import { git } from './git.ts';

/** Whether the work tree has a file otherwise than its last commit, also when that commit does not have it. */
export function isUncommitted(root: string, path: string): boolean {
  const options = ['--porcelain', '-z', '--untracked-files=all', '--ignored=matching', '--no-renames'];
  const { code, stdout } = git(root, ['--literal-pathspecs', 'status', ...options, '--', path]);
  return code !== 0 || stdout.length > 0;
}

/** Those of some paths that git would not take into a commit, because a rule says that it ignores them. */
export function ignoredPaths(root: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const { stdout } = git(root, ['check-ignore', '-z', '--stdin'], paths.map((path) => `${path}\0`).join(''));
  return stdout.toString('utf8').split('\0').slice(0, -1);
}
