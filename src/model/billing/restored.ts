/** What `profile restore` wrote, or with `dryRun` would write. */
export interface RestoredVersion {
  /** `id@version` whose prices hold again. */
  readonly restored: string;
  /** `id@version` of what the file holds now. */
  readonly profile: string;
  /** The version whose place it takes. */
  readonly supersedes: string;
  /** Instant in UTC from which it holds. */
  readonly from: string;
  /** The file of the profile, from the top of the repository. */
  readonly file: string;
  readonly text: string;
  /** Equal for both versions: they rate all usage alike. Of the new one as it was read again. */
  readonly termsSha256: string;
  /** What is to be known before it is committed, one sentence or two each: a draft that it takes the place of, a short lead time. */
  readonly notes: readonly string[];
  readonly written: boolean;
}
