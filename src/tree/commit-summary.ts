import type { CommitSummary } from '../model/billing/blamed.ts';
import { gitText } from './git.ts';

/** Last second that a date can be written of with four digits of the year. */
const LAST_SECOND = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** When a commit was made, and the first line of its message. Undefined when the clone does not have it. */
export function commitSummary(root: string, commit: string): CommitSummary | undefined {
  const format = ['--no-show-signature', '--no-patch', '--encoding=UTF-8', '--format=%ct%n%s'];
  const found = gitText(root, ['log', '-1', ...format, '--end-of-options', commit]);
  if (found === undefined) return undefined;
  const [seconds = '', subject = ''] = found.split('\n');
  const isDate = /^\d{1,12}$/.test(seconds) && Number(seconds) <= LAST_SECOND;
  const date = isDate ? new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') : null;
  return { id: commit, date, subject };
}
