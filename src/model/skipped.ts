import type { Diagnostic } from './diagnostic.ts';

/** Why a file that is in the repository is not read, as one says it, and the way out. */
const REASONS = {
  'too large': {
    text: 'it is larger than 8 MB',
    hint: 'Make it smaller.',
  },
  'too many files': {
    text: 'the repository has more than 200,000 files',
    hint: 'Check a smaller repository.',
  },
  'total size': {
    text: 'the files that are read have more than 128 MB together',
    hint: 'Make them smaller.',
  },
  'name is not UTF-8': {
    text: 'its name is not UTF-8, and is shown with its bytes escaped',
    hint: 'Rename it.',
  },
  'symbolic link': {
    text: 'it is a symbolic link that leads to no file of the repository',
    hint: 'Put the file itself in its place.',
  },
  'outside of the repository': {
    text: 'it lies outside of the repository',
    hint: 'Put the file itself in its place.',
  },
  'not in the clone': {
    text: 'the clone lacks its content',
    hint: 'Fetch the commit with all its files, without a filter.',
  },
  'not permitted': {
    text: 'the system does not let it be read',
    hint: 'Let the user that runs this program read it.',
  },
} as const;

export type SkipReason = keyof typeof REASONS;

/** A file that is there and is not read, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
  /** Equal ids mean that nothing changed; undefined where the content was not looked at. */
  readonly id?: string;
}

/** The error that a file is there and was not read: it must not be taken for one that is not there. */
export function unreadableFile(file: string, reason: SkipReason): Diagnostic {
  const start = { line: 1, column: 1 };
  const { text, hint } = REASONS[reason];
  return {
    severity: 'error',
    code: 'unreadable-file',
    message: `${file} is there and was not read: ${text}.`,
    source: { file, start, end: start },
    hint,
  };
}
