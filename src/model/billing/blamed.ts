import type { Diagnostic } from '../diagnostic.ts';
import type { SideRef } from '../result.ts';
import type { SourceRange } from '../source.ts';
import type { Binding } from './binding.ts';
import type { Environment } from './terms.ts';

/** What `profile blame` found out. */
export interface BlamedVersion {
  readonly side: SideRef;
  readonly customer: string;
  /** As it was asked; null: of any type. */
  readonly type: Binding['type'] | null;
  readonly environment: Environment;
  /** Instant in UTC. */
  readonly instant: string;
  /** Null: no version holds then. */
  readonly held: HeldVersion | null;
  /** Why none does, and what to ask instead. */
  readonly reason: string | null;
  readonly hint: string | null;
  /** All that binds the customer, in every environment, by begin. */
  readonly bindings: readonly BoundPlace[];
  /** All versions that hold for the customer in the environment, in the order of time. */
  readonly versions: readonly VersionPart[];
  /** Errors first, then by file and line. With an error the answer is in doubt. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Half-open part of time: instants in UTC; null for no end. */
export interface VersionPart {
  /** `id@version`. */
  readonly profile: string;
  readonly from: string;
  readonly to: string | null;
}

export interface BoundPlace extends VersionPart {
  readonly type: Binding['type'];
  readonly environment: Environment;
  readonly source: SourceRange;
}

export interface HeldVersion extends VersionPart {
  readonly sha256: string;
  readonly termsSha256: string;
  /** The file that it was read from: that of the profile, else its snapshot. */
  readonly file: string;
  readonly binding: BoundPlace;
  readonly snapshot: {
    readonly path: string;
    /** Whether it is there. */
    readonly exists: boolean;
    /** As the lock file says; null: it does not have the version. */
    readonly publishedAt: string | null;
    /** Since which commit of the first-parent history it has `sha256`; null: see `missing`. */
    readonly commit: CommitSummary | null;
    /** Why there is no commit. */
    readonly missing: string | null;
  };
}

export interface CommitSummary {
  readonly id: string;
  /** When it was committed, in UTC; null where the commit says what is no date. */
  readonly date: string | null;
  /** First line of its message. */
  readonly subject: string;
}
