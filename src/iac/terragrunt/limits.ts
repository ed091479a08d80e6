/** What a repository's Terragrunt configuration may grow to. Beyond it a diagnostic says what was cut. */
export const LIMITS = {
  /** Units of a side. */
  units: 2000,
  /** Configurations that read each other in a row. */
  depth: 20,
  /** Files that the configuration of one unit reads. */
  files: 2000,
  /** Units that one side's stacks stand for. */
  stackUnits: 2000,
  /** Files in the folders that stacks generate. */
  copiedFiles: 50_000,
  /** Stacks in stacks. */
  stackDepth: 8,
  /** Folders that the source of one unit can be. */
  candidates: 100,
  /** Diagnostics of one unit. */
  diagnostics: 100,
} as const;
