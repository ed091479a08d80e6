import { LOCK_FILE } from '../files.ts';
import type { SnapshotFact } from './fact.ts';

export const WRITE = 'Run `tollgate profile snapshot` and commit what it writes.';
export const TAKE_OUT =
  'Run `tollgate profile snapshot`, which takes it out, and commit that. Where it does not find the branch that the change is merged into, name that with --base.';
export const TAKE_BACK =
  'Take it from the base again. What is published never changes: publish a new version instead.';
export const TAKE_LOCK_BACK = `Take the line of ${LOCK_FILE} from the base again: no file has that version any more.`;

/** Whether `tollgate profile snapshot` mends what a fact says. */
export function isMendedByWriting({ hint }: SnapshotFact): boolean {
  return hint === WRITE || hint === TAKE_OUT;
}
