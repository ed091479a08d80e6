import type { Config, ModulesConfig } from '../../model/config.ts';

/** How modules that are not in the repository may be looked for. */
export interface ModuleOptions {
  /** The user's own word: fetch, whatever the configuration says. */
  readonly fetch?: boolean;
  /** The change comes from a fork. */
  readonly fork?: boolean;
  /** Where tokens and the cache are named. Left out: there are none. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What may be fetched; without `permission` nothing, for `whyNot`. */
export interface ModulePermission {
  readonly permission: ModulesConfig | undefined;
  readonly whyNot: { readonly kind: 'missing'; readonly reason: string; readonly hint: string };
}

/**
 * Whether the gate may fetch modules: by the configuration in force, or by the word of whoever runs it. What a fork brings
 * is fetched by the configuration alone: the workflow of a pull request can be a part of it.
 */
export function modulePermission({ modules, file }: Config, options: ModuleOptions): ModulePermission {
  const isFork = options.fork === true;
  const isWanted = modules.fetch || options.fetch === true;
  const isAllowed = isFork ? modules.fetch && modules.forks : isWanted;
  const where = `${file ?? 'tollgate.yml'} on the base branch`;
  const hint =
    isFork && isWanted
      ? `To fetch for forks too, set "modules: { fetch: true, forks: true }" in ${where}.`
      : `To fetch modules, set "modules: { fetch: true }" in ${where}, or run terraform init before the gate.`;
  const reason =
    isFork && isWanted
      ? 'Nothing is fetched for a pull request from a fork.'
      : 'It is not in the repository, and modules are not fetched.';
  return { permission: isAllowed ? modules : undefined, whyNot: { kind: 'missing', reason, hint } };
}
