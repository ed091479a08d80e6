import type { RegistryAddress } from './address.ts';
import { normalSubfolder, splitSubfolder } from './subfolder.ts';

/** What OpenTofu and Terraform ask for an address without a host differs; the modules are the same. */
export const DEFAULT_REGISTRY = 'registry.terraform.io';

/** Hosts that addresses name to get at a repository: they are no registries (Terraform, "Module sources"). */
const REPOSITORY_HOSTS = new Set(['github.com', 'bitbucket.org', 'gitlab.com']);

/** Rules of the parts: terraform-registry-address, `module.go`. */
const NAME = /^[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?$/;
const PROVIDER = /^[0-9a-z]{1,64}$/;
const HOST = /^(?=.*[.:])[0-9a-z](?:[0-9a-z.-]{0,251}[0-9a-z])?(?::[0-9]{1,5})?$/;

/** The module registry address that a source is; undefined when it is none. */
export function registryAddress(source: string): RegistryAddress | undefined {
  const { address, subfolder } = splitSubfolder(source);
  const parts = address.split('/');
  if (parts.length !== 3 && parts.length !== 4) return undefined;
  const [namespace = '', name = '', provider = ''] = parts.slice(-3);
  const host = parts.length === 4 ? (parts[0] ?? '').toLowerCase() : DEFAULT_REGISTRY;
  const folder = normalSubfolder(subfolder);
  if (!NAME.test(namespace) || !NAME.test(name) || !PROVIDER.test(provider)) return undefined;
  if (!HOST.test(host) || REPOSITORY_HOSTS.has(host) || folder === undefined) return undefined;
  return { kind: 'registry', host, name: `${namespace}/${name}/${provider}`, subfolder: folder };
}
