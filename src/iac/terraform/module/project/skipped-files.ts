import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { type SkippedFile, unreadableFile } from '../../../../model/skipped.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { isTerraformFile } from '../source/config-files.ts';

/** Files that are named one by one; the others are counted. */
const MOST_FILES = 20;

/**
 * An error for each file of configuration or variable values that the change adds or alters and that is not among the
 * files of the head, and a warning for each that is missing at the base alone. What is among the files and cannot be
 * read is told where it is read.
 */
export function skippedFiles(base: Tree, head: Tree): readonly Diagnostic[] {
  return [
    ...upTo(MOST_FILES, onlyIn(head, base)),
    ...upTo(MOST_FILES, onlyIn(base, head)).map(atBase),
    ...unlisted(base, head),
  ];
}

/** Whether a side has more files than were looked at. Of a list that was cut nobody knows what it lacks. */
function unlisted(base: Tree, head: Tree): readonly Diagnostic[] {
  const most = head.unlisted === 'any' || base.unlisted === 'any' ? 'any' : (head.unlisted ?? base.unlisted);
  if (most === undefined) return [];
  const isOld = most !== 'any' && base.unlisted !== undefined;
  return [
    {
      severity: isOld ? 'warning' : 'error',
      code: 'too-many-files',
      message:
        most === 'any'
          ? 'The repository has so many files that not all of them were listed: definitions may be missing from the result.'
          : 'The repository has more than 200,000 files. Those without definitions were not all listed: expressions that read them give unknown values.',
      hint: 'Check a smaller repository.',
    },
  ];
}

/** Files that one side skips and the other does not, or that differ. */
function onlyIn(side: Tree, other: Tree): readonly SkippedFile[] {
  const listed = new Set(side.paths);
  const there = new Map(other.skipped.map((file) => [file.path, file]));
  return side.skipped
    .filter(({ path }) => isTerraformFile(path) && !listed.has(path))
    .filter(({ path, id }) => id === undefined || there.get(path)?.id !== id)
    .sort((a, b) => byCodePoint(a.path, b.path));
}

function upTo(most: number, files: readonly SkippedFile[]): readonly Diagnostic[] {
  const shown = files.slice(0, most).map(({ path, reason }) => unreadableFile(path, reason));
  if (files.length <= most) return shown;
  const message = `${files.length - most} more changed files were not read.`;
  return [...shown, { severity: 'error', code: 'unreadable-file', message }];
}

function atBase(found: Diagnostic): Diagnostic {
  return { ...found, severity: 'warning', message: `At the base: ${found.message}` };
}
