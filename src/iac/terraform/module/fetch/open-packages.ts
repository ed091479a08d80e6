import type { PackageCache } from './cache/package-cache.ts';
import { usableCache } from './cache/usable-cache.ts';
import { isToken } from './http/credentials.ts';
import { Network } from './http/network.ts';
import { DEFAULT_HOSTS, type Credential } from './http/permission.ts';
import { Manifests } from './manifest/manifest.ts';
import { PackageLoader } from './package/load-package.ts';
import { PackageStore } from './package/packages.ts';
import type { MissingModule } from './package/resolution.ts';

/** How modules from elsewhere are looked for. */
interface FetchSettings {
  /** Folder of the work tree. */
  readonly repository: string;
  /** Folders of root modules, which `terraform init` may have put modules beside. */
  readonly roots: readonly string[];
  /** Undefined: nothing may be fetched, for `whyNot`. */
  readonly permission: FetchSettingsPermission | undefined;
  readonly whyNot: MissingModule;
  /** Where tokens and the cache are named. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told what was fetched, one line each. */
  readonly say: (line: string) => void;
}

interface FetchSettingsPermission {
  /** Null: public registries and forges. */
  readonly hosts: readonly string[] | null;
  readonly credentials: readonly {
    readonly host: string;
    readonly tokenEnv: string;
    readonly username?: string;
  }[];
}

/** Where modules from elsewhere come from: nothing is fetched before one is asked for. */
export function openPackages(settings: FetchSettings): PackageStore {
  const manifests = new Manifests(settings.repository, settings.roots);
  const { cache, diagnostics } = usableCache(settings.repository, settings.environment);
  const loader = packageLoader(settings, cache);
  return new PackageStore({ manifests, cache, loader, whyNot: settings.whyNot }, [
    ...manifests.diagnostics,
    ...diagnostics,
  ]);
}

function packageLoader(settings: FetchSettings, cache: PackageCache): PackageLoader | undefined {
  const { permission, environment, say } = settings;
  if (permission === undefined) return undefined;
  const hosts = permission.hosts ?? DEFAULT_HOSTS;
  const credentials = permission.credentials.flatMap(({ host, tokenEnv, username }): Credential[] => {
    const token = environment[tokenEnv] ?? '';
    return isToken(token) ? [{ host, token, ...(username === undefined ? {} : { username }) }] : [];
  });
  return new PackageLoader(new Network({ hosts, credentials, environment }), cache, say);
}
