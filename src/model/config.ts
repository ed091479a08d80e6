import type { Decimal } from '../lib/decimal.ts';
import type { BillingConfig, BillingPolicyConfig } from './billing/config.ts';
import type { Level } from './finding.ts';
import type { PricingConfig } from './pricing.ts';
import type { SourceRange, SourceSpan } from './source.ts';
import type { UnitDefinition, UnitMatch } from './unit.ts';

/** `tollgate.yml` with all defaults filled in. Read from the base commit. */
export interface Config {
  /** Path of the file, or null when there is none and defaults hold. */
  readonly file: string | null;
  readonly currency: string;
  readonly projects: readonly ProjectConfig[];
  /** For providers whose configuration names no region. */
  readonly defaultRegions?: Regions;
  /** Globs that are never read. */
  readonly exclude: readonly string[];
  /** Modules that are not in the repository. */
  readonly modules: ModulesConfig;
  /** Left out: nothing is set. */
  readonly terragrunt?: TerragruntConfig;
  readonly usageFile: string | null;
  /** Left out: list prices. */
  readonly pricing?: PricingConfig;
  readonly units: readonly UnitDefinition[];
  readonly profitCenters: readonly ProfitCenter[];
  /** First digits of the id of the price book that must be used; left out: any. */
  readonly priceBook?: string;
  readonly billing: BillingConfig;
  readonly policies: PolicyConfig;
  readonly comment: CommentConfig;
}

/** What Terragrunt's functions are told; nothing is taken from the machine. */
export interface TerragruntConfig {
  /** Environment variables that `get_env` gives. */
  readonly env: Readonly<Record<string, string>>;
  /** Values of feature flags, in the place of their defaults. */
  readonly features: Readonly<Record<string, string>>;
}

/** Region by provider name: `aws`, `google`. */
export type Regions = Readonly<Record<string, string>>;

/** A root module that is named explicitly; without any, roots are discovered. */
export interface ProjectConfig {
  readonly path: string;
  readonly name?: string;
  readonly workspace?: string;
  readonly varFiles: readonly string[];
  /** Values as in `TF_VAR_*`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where each of them is written. */
  readonly variablePlaces?: ReadonlyMap<string, SourceSpan>;
  /** Win over `defaultRegions`. */
  readonly regions?: Regions;
  /** The AWS account that it is applied to, 12 digits. */
  readonly account?: string;
  /** JSON files with what data sources answer, later wins; relative to `path`. */
  readonly dataFiles?: readonly string[];
  /** Files with outputs by the name of the data source that reads them; relative to `path`. */
  readonly remoteState?: Readonly<Record<string, string>>;
}

/** Who pays for the resources that match. */
export interface ProfitCenter {
  readonly id: string;
  readonly match: UnitMatch;
}

/** Whether modules from registries, git and archives are fetched, from where, and with which tokens. */
export interface ModulesConfig {
  readonly fetch: boolean;
  /** Hosts, with the port where it is not 443; `*` is any text. Null: public registries and forges. */
  readonly hosts: readonly string[] | null;
  /** For pull requests from forks, too. */
  readonly forks: boolean;
  readonly credentials: readonly ModuleCredential[];
}

/** The environment variable with the token for a host. */
export interface ModuleCredential {
  readonly host: string;
  readonly tokenEnv: string;
  /** For git, whose hosts want a name with the token. */
  readonly username?: string;
}

/** What a policy does with what cannot be told from the sources. */
export type UnknownEffect = 'pass' | 'warn' | 'fail';

export interface PolicyConfig {
  readonly requiredTags: {
    readonly level: Level | 'off';
    readonly keys: readonly TagRule[];
    /** What an unknown tag does. */
    readonly unknown: UnknownEffect;
    /** Whether what resources make, such as volumes, must carry them too. Default: no. */
    readonly children?: boolean;
  };
  readonly profileVersion: { readonly level: Level | 'off' };
  readonly billing: BillingPolicyConfig;
  /** Limits hold for the `basis` figure. */
  readonly monthlyIncrease: {
    readonly level: Level | 'off';
    readonly amount: Decimal | null;
    readonly percent: Decimal | null;
    readonly basis: 'low' | 'likely' | 'high';
    /** What a change does whose cost is not known. Given without a word: `fail` at level hard, else `warn`. */
    readonly unknown: UnknownEffect;
    /** Where the limit is written. */
    readonly source?: SourceRange;
  };
  readonly unitIncrease: {
    readonly level: Level | 'off';
    readonly percent: Decimal | null;
    readonly basis: 'low' | 'likely' | 'high';
    readonly unknown: UnknownEffect;
    /** Amount per unit by unit id. */
    readonly amounts: Readonly<Record<string, Decimal>>;
  };
}

export interface TagRule {
  readonly key: string;
  readonly allowEmpty: boolean;
  /** Allowed values, globs with `*` for any text; null for any. */
  readonly values: readonly string[] | null;
}

export interface CommentConfig {
  readonly when: 'changes' | 'violations' | 'always' | 'never';
  /** With `changes`: below this absolute monthly delta there is no comment. */
  readonly minimumAmount: Decimal | null;
}
