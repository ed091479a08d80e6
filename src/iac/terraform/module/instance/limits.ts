/** What one project may grow to. Beyond it a diagnostic says what was cut. */
export const LIMITS = {
  /** Instances of one resource or module block. */
  instancesPerBlock: 1000,
  /** Modules within modules. */
  moduleDepth: 32,
  /** Module instances of a project. */
  modules: 10_000,
  /** Resource instances of a project. */
  resources: 100_000,
  /** Blocks of a project that dynamic blocks produce. */
  blocks: 100_000,
  /** References that are followed before the first of them has its value. */
  references: 300,
  /** Rough size of one argument, in text units: see `traits`. */
  weight: 1_000_000,
  /** Diagnostics of a project. */
  diagnostics: 1000,
} as const;
