/** What a project, or all projects of a side together, may grow to. Beyond it a diagnostic says what was cut. */
export const LIMITS = {
  /** Instances of one resource or module block. */
  instancesPerBlock: 1000,
  /** Modules within modules. */
  moduleDepth: 32,
  /** Instances of resources, data sources and modules of a side. */
  instances: 25_000,
  /** Steps that the evaluation of a side takes: about one for each part of an expression. */
  steps: 10_000_000,
  /** Size of all resources of a side, in text units: see `traits`. */
  size: 100_000_000,
  /** Values of the arguments of all resources of a side. */
  values: 1_000_000,
  /** References that are followed before the first of them has its value. */
  references: 300,
  /** Rough size of one argument, in text units: see `traits`. */
  weight: 1_000_000,
  /** Diagnostics of a project. */
  diagnostics: 1000,
} as const;
