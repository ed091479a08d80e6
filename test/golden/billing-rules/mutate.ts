import type { Files } from './repository.ts';

export const PROFILE = 'billing/profiles/standard.yaml';
export const BINDINGS = 'billing/bindings/prod.yaml';

/** Replaces a text that must be there once; a file that is to be made has none to replace. */
export interface Edit {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** One mistake, made in the good change, and the rule that must find it. */
export interface Mutation {
  readonly rule: string;
  readonly mistake: string;
  /** In the repository before the change. */
  readonly before?: readonly Edit[];
  /** When the base was published. */
  readonly published?: string;
  /** Files that were deleted since then, before the change. */
  readonly gone?: readonly string[];
  /** Before the snapshots of the change are written. */
  readonly edits?: readonly Edit[];
  /** After that. */
  readonly late?: readonly Edit[];
  readonly remove?: readonly string[];
}

/** An edit of the changed profile. */
export function inProfile(from: string | RegExp, to: string): Edit {
  return { file: PROFILE, from, to };
}

/** A file that the mistake brings. */
export function newFile(file: string, to: string): Edit {
  return { file, from: '', to };
}

/** The files with the edits made. Throws when a text is not there exactly once. */
export function edited(files: Files, edits: readonly Edit[]): Files {
  return edits.reduce<Files>((all, { file, from, to }) => {
    if (from === '') return { ...all, [file]: to };
    const text = all[file] ?? '';
    if (text.split(from).length !== 2) throw new Error(`"${from}" is not once in ${file}.`);
    return { ...all, [file]: text.replace(from, to) };
  }, files);
}

/** The files without some of them. */
export function without(files: Files, names: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([file]) => !names.includes(file)));
}
