import type { SourceRange } from './source.ts';

/**
 * Something that could not be read, or was read with doubt. An error means that part of the input is
 * missing from the result; the verdict says so. Sorted by file and line wherever they are shown.
 */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable kebab-case id, such as `hcl-syntax` or `unknown-config-key`. */
  readonly code: string;
  /** What is wrong and what was expected, as one sentence. */
  readonly message: string;
  readonly source?: SourceRange;
  /** What is there and what should be, where that can be said in a few words. */
  readonly actual?: string;
  readonly expected?: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The base has it too: the change neither brought nor mended it. */
  readonly standing?: true;
}
