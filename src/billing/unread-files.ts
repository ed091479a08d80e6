import { byCodePoint } from '../lib/order.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Tree } from '../tree/tree.ts';
import { isBillingFile, isSnapshotFile } from './files.ts';

/** What looks like a billing file by its place and its ending, in any letters. */
const LIKE_ONE = /^billing\/.+\.(?:ya?ml|json)$/isu;
/** Recorded usage, and what says where it comes from. */
const USAGE = /^billing\/usage\/.+\.json$|\.meta\.yaml$/su;

/** More are counted only. */
const MOST_NAMED = 20;

/**
 * A warning for each file below `billing/` that looks like a billing file and is not read, since it stands in no folder of billing files
 * or has another ending: who wrote it may think that it holds. Only for those that `isAsked` takes.
 */
export function unreadFiles(
  tree: Tree,
  isAsked: (path: string) => boolean = () => true,
): readonly Diagnostic[] {
  const paths = [...new Set([...tree.paths, ...tree.skipped.map(({ path }) => path)])]
    .filter(
      (path) => LIKE_ONE.test(path) && !isBillingFile(path) && !isSnapshotFile(path) && !USAGE.test(path),
    )
    .filter(isAsked)
    .sort(byCodePoint);
  const left = paths.length - MOST_NAMED;
  return paths.slice(0, MOST_NAMED).map((file, index): Diagnostic => {
    const more = index === MOST_NAMED - 1 && left > 0 ? ` There are ${left} more of them.` : '';
    const start = { line: 1, column: 1 };
    return {
      severity: 'warning',
      code: UNREAD_FILE,
      message: `The file was not read: it is in no folder of billing files, or ends in neither .yaml, .yml nor .json.${more}`,
      source: { file, start, end: start },
      hint: 'Move it into billing/profiles/ or the folder of its kind, with such an ending in small letters; what is none belongs elsewhere.',
    };
  });
}

export const UNREAD_FILE = 'unread-billing-file';
