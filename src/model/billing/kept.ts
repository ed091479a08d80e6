import type { Diagnostic } from '../diagnostic.ts';

/** What `profile snapshot` did, or with `check` only found. */
export interface KeptVersions {
  /** Whether it was only to look. */
  readonly check: boolean;
  /** Versions that the lock file has: as it was written, or as it stands. Null: it cannot be read. */
  readonly versions: number | null;
  /** Versions that are kept for the first time, as the lock file calls them: `BillingProfile/standard@2.0.0`. */
  readonly added: readonly string[];
  /** Versions that are written anew since their file changed and the base does not have them yet. */
  readonly rewritten: readonly string[];
  /** Versions that are taken out: kept on the branch alone, and no file has them any more. */
  readonly dropped: readonly string[];
  /** What was written, or is to be, from the top of the repository. */
  readonly files: readonly KeptFile[];
  /** False: nothing was to be written, there is an error, or it was only to look. */
  readonly written: boolean;
  /** Errors first, then by file and line. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface KeptFile {
  readonly path: string;
  /** A snapshot is changed or deleted only while it is not published yet. */
  readonly state: 'new' | 'changed' | 'deleted';
}
