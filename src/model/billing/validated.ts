import type { Diagnostic } from '../diagnostic.ts';
import type { SideRef } from '../result.ts';

/** What `profile validate` found out. */
export interface ValidatedBilling {
  readonly side: SideRef;
  /** Files that are valid by themselves, by kind. */
  readonly files: Readonly<Record<string, number>>;
  readonly filesWithErrors: number;
  readonly snapshots: number;
  /** The profiles' own tests. A failed one is an error among the diagnostics too. */
  readonly tests: { readonly passed: number; readonly failed: number };
  /** Errors first, then by file and line. */
  readonly diagnostics: readonly Diagnostic[];
}
