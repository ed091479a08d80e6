import type { PlanConfiguration, PlanProvider } from './configuration.ts';

/** Which provider configuration is asked for. */
export interface ProviderQuestion {
  /** `provider_config_key` of the block; undefined when the configuration does not have the block any more. */
  readonly key: string | undefined;
  /** Short name of the provider: `aws`. */
  readonly provider: string;
  /** The module of the block, without instance keys. */
  readonly modulePath: string;
}

/**
 * The provider configuration of a block; undefined when nothing is configured. Terraform before 1.1 names that of a module,
 * `m:aws`, also where the module inherits it, and does not say from where: it is the one above, if there is only one. Where
 * one cannot tell which, all settings of what comes back are open.
 */
export function configuredProvider(
  { isThere, providers }: PlanConfiguration,
  { key, provider, modulePath }: ProviderQuestion,
): PlanProvider | undefined {
  const path = moduleNames(modulePath);
  const keyed = key === undefined ? undefined : providers.get(key);
  const exact = keyed !== undefined && isAbove(keyed, path) ? keyed : undefined;
  if (exact !== undefined && (exact.isConfigured || exact.modulePath === '')) return exact;
  const [name, alias] = localName(key ?? provider);
  if (!isThere) return undecided(name, alias);
  const choices = [...providers.values()].filter(
    (one) => one.isConfigured && one.name === name && isAbove(one, path),
  );
  const own = choices.find(
    (one) => one.alias === alias && moduleNames(one.modulePath).length === path.length,
  );
  if (own !== undefined && key !== undefined) return own;
  const [only, ...others] = choices;
  if (alias !== undefined || others.length > 0) return undecided(name, alias);
  if (only === undefined) return exact;
  // An empty block in a module, as older modules have it, either takes what is passed to it or is a configuration.
  return exact === undefined && only.alias === undefined ? only : undecided(name, alias);
}

/** `aws` and `eu` of `m:aws.eu`. */
function localName(key: string): readonly [string, string | undefined] {
  const [name = '', alias] = key.slice(key.lastIndexOf(':') + 1).split('.');
  return [name, alias];
}

/** The calls on the way to a module: of `module.a.module.b`, and of `a.b`, as Terraform 0.12 writes it. */
function moduleNames(path: string): readonly string[] {
  const parts = path === '' ? [] : path.split('.');
  return parts.every((part, index) => index % 2 === 1 || part === 'module')
    ? parts.filter((_, index) => index % 2 === 1)
    : parts;
}

/** Whether a module, by the calls on the way to it, is the one of a configuration or lies in it. */
function isAbove(configured: PlanProvider, path: readonly string[]): boolean {
  return moduleNames(configured.modulePath).every((name, index) => path[index] === name);
}

function undecided(name: string, alias: string | undefined): PlanProvider {
  const open = { kind: 'expression', references: [] } as const;
  return {
    ...{ name, modulePath: '', isConfigured: false, region: open, defaultTags: open },
    ...(alias === undefined ? {} : { alias }),
  };
}
