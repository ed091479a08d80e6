import { git } from './git.ts';

/** A commit is never longer for good reason; what lies behind is not looked at. */
const LONGEST_COMMIT = 1_000_000;

/**
 * Whether a commit carries a signature (GPG, SSH or X.509: header `gpgsig`). Whose it is, and whether it is right, is not
 * asked: that needs keys. Null when the commit cannot be read.
 */
export function isSigned(repository: string, commit: string): boolean | null {
  const { code, stdout } = git(repository, ['cat-file', 'commit', commit], undefined, {}, LONGEST_COMMIT);
  if (code !== 0) return null;
  const [headers = ''] = stdout.toString('utf8').split('\n\n', 1);
  return /^gpgsig(?:-sha256)? /m.test(headers);
}
