/** What the user's configuration says for Terragrunt. */
export interface TerragruntSettings {
  /** Environment variables that `get_env` gives; the machine's own are never read. */
  readonly env: Readonly<Record<string, string>>;
  /** Values of feature flags, instead of their defaults. */
  readonly features: Readonly<Record<string, string | boolean>>;
}

/** Nothing is set. */
export const NO_SETTINGS: TerragruntSettings = { env: {}, features: {} };
