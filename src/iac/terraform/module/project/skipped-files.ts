import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { SkippedFile } from '../../../../tree/limits.ts';
import { isDefinition } from '../../../../tree/limits.ts';
import { byCodePoint } from '../../../../lib/order.ts';

/** Files that are named one by one; the others are counted. */
const MOST_FILES = 20;

const reasons: Readonly<Record<SkippedFile['reason'], string>> = {
  'too large': 'the file is too large',
  'too many files': 'the repository has too many files',
  'total size': 'all files together are too large',
  'symbolic link': 'the symbolic link leads to no file of the repository',
  'outside of the repository': 'it lies outside of the repository',
};

/** A warning for each definition file that the change adds or alters and that could not be read. */
export function skippedFiles(
  base: readonly SkippedFile[],
  head: readonly SkippedFile[],
): readonly Diagnostic[] {
  const before = new Map(base.map((file) => [file.path, file]));
  const changed = head
    .filter(({ path }) => isDefinition(path))
    .filter(({ path, id }) => id === undefined || before.get(path)?.id !== id)
    .sort((a, b) => byCodePoint(a.path, b.path));
  const shown = changed.slice(0, MOST_FILES).map(({ path, reason }): Diagnostic => {
    const start = { line: 1, column: 1 };
    const message = `${path} was not read: ${reasons[reason]}.`;
    return { severity: 'warning', code: 'file-skipped', message, source: { file: path, start, end: start } };
  });
  if (changed.length <= MOST_FILES) return shown;
  const message = `${changed.length - MOST_FILES} more changed files were not read.`;
  return [...shown, { severity: 'warning', code: 'file-skipped', message }];
}
