import { textMatches } from '../../../../../lib/text-glob.ts';

/** What may be fetched, and with which tokens. */
export interface FetchPermission {
  /** Hosts as in addresses, with the port where it is not 443; `*` is any text. */
  readonly hosts: readonly string[];
  readonly credentials: readonly Credential[];
  /** Where `TF_TOKEN_…` variables stand. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A token for one host. */
export interface Credential {
  readonly host: string;
  readonly token: string;
  /** For git, whose hosts want a name with the token. */
  readonly username?: string;
}

/** Hosts that modules may come from when the configuration names none: public registries and forges. */
export const DEFAULT_HOSTS: readonly string[] = [
  'registry.terraform.io',
  'registry.opentofu.org',
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeload.github.com',
];

/**
 * Whether a host is on the list. A numeric address and a name without a dot must stand there as they are: a `*` never
 * leads into somebody's network.
 */
export function mayAsk({ hosts }: Pick<FetchPermission, 'hosts'>, url: URL): boolean {
  const isNamed = hosts.includes(url.host);
  // A dot at the end says only that the name is whole; addresses of IPv6 have none.
  const hostname = url.hostname.replace(/\.$/, '');
  const isPublicName = hostname.includes('.') && !/^[0-9.]+$/.test(hostname);
  return isNamed || (isPublicName && hosts.some((pattern) => textMatches(pattern, url.host)));
}
