import type { FetchPermission } from './permission.ts';

/** Names that forges want beside a token; others take any (their pages on access tokens and git over HTTPS). */
const USERNAMES: Readonly<Record<string, string>> = {
  'bitbucket.org': 'x-token-auth',
  'gitlab.com': 'oauth2',
};

/** How a service wants to be told who asks: registries take the token alone, git takes it as a password. */
export type Scheme = 'registry' | 'git' | 'archive';

/** The `Authorization` for a host; undefined without a token for exactly this host. */
export function authorization(
  { credentials, environment }: FetchPermission,
  url: URL,
  scheme: Scheme,
): string | undefined {
  const found = credentials.find(({ host }) => host === url.host);
  if (scheme === 'git' && found !== undefined) {
    const name = found.username ?? USERNAMES[url.host] ?? 'x-access-token';
    return `Basic ${Buffer.from(`${name}:${found.token}`).toString('base64')}`;
  }
  const token = found?.token ?? (scheme === 'registry' ? registryToken(url.host, environment) : undefined);
  return token === undefined ? undefined : `Bearer ${token}`;
}

/**
 * The token that the environment has for a registry: `TF_TOKEN_` and the host, whose dots are underscores and whose hyphens
 * are two (Terraform, "CLI Configuration", section "Environment Variable Credentials").
 */
function registryToken(host: string, environment: FetchPermission['environment']): string | undefined {
  const token = environment[`TF_TOKEN_${host.replaceAll('-', '__').replaceAll('.', '_')}`] ?? '';
  return isToken(token) ? token : undefined;
}

/** Whether a text can stand in a header. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]{1,4096}$/.test(text);
}
