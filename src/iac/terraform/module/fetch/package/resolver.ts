import type { RemoteAddress } from '../address/address.ts';
import { packageKey } from '../address/address.ts';
import { parseAddress } from '../address/parse-address.ts';
import type { PackageCache } from '../cache/package-cache.ts';
import { FetchProblem } from '../fetch-problem.ts';
import { commitIdOf } from '../git/git-commit.ts';
import { FETCH_LIMITS } from '../limits.ts';
import type { Manifests } from '../manifest/manifest.ts';
import { exactVersion, parseConstraint } from '../registry/constraint.ts';
import { gitName, gitPackage, type PackageLoader, registryName, registryPackage } from './load-package.ts';
import type { LoadedPackage } from './loaded-package.ts';
import { moduleFolder } from './module-folder.ts';
import type { MissingModule, Resolution, WantedModule } from './resolution.ts';

/** Where modules are looked for, in this order. */
export interface Sources {
  readonly manifests: Pick<Manifests, 'find' | 'otherVersion'>;
  readonly cache: PackageCache;
  /** Undefined: nothing is fetched, for `whyNot`. */
  readonly loader: PackageLoader | undefined;
  readonly whyNot: MissingModule;
}

/** A module, and the package that it is in. */
export interface Resolved {
  readonly resolution: Resolution;
  readonly package?: LoadedPackage;
}

type PackageAddress = Exclude<RemoteAddress, { readonly kind: 'other' }>;

/**
 * Finds a module: what `terraform init` has installed, what was fetched before, and the network where it is allowed. Never
 * throws for what an address or a server says: the reason is in the answer.
 */
export async function resolveModule(wanted: WantedModule, sources: Sources): Promise<Resolved> {
  const address = parseAddress(wanted.source);
  if (address.kind === 'invalid') return missing(address.problem);
  if (address.kind === 'local') return missing('A path is no address.');
  if (address.kind === 'other') return missing(`Modules are not fetched from ${address.what}.`);
  try {
    const loaded =
      sources.manifests.find(wanted.source, wanted.version) ?? (await load(address, wanted, sources));
    if (loaded === undefined) return { resolution: whyNot(wanted, sources) };
    const inner = moduleFolder(loaded.files, loaded.folder, address.subfolder);
    const { mount, origin } = loaded;
    const folder = inner === '' ? mount : `${mount}/${inner}`;
    return { resolution: { kind: 'found', folder, packageFolder: mount, origin }, package: loaded };
  } catch (error) {
    if (error instanceof FetchProblem) return missing(error.message, error.hint ?? sshHint(address));
    throw error;
  }
}

/** Nothing was found or fetched; what is installed of another version is told. */
function whyNot({ source, version }: WantedModule, { manifests, whyNot: missing }: Sources): MissingModule {
  const other = manifests.otherVersion(source, version);
  if (other === undefined) return missing;
  const wanted = version === '' ? 'another one' : version;
  return { ...missing, reason: `${missing.reason} Installed is ${other}, the call wants ${wanted}.` };
}

async function load(
  address: PackageAddress,
  { version }: WantedModule,
  { cache, loader }: Sources,
): Promise<LoadedPackage | undefined> {
  if (address.kind === 'archive') return loader?.fromArchive(address);
  if (address.kind === 'git') {
    const commit = commitIdOf(address);
    const cached = commit === undefined ? undefined : cache.get(gitName(address, commit));
    if (commit !== undefined && cached !== undefined) return gitPackage(address, commit, cached);
    return loader?.fromGit(address);
  }
  const constraint = parseConstraint(version);
  if (constraint === undefined) {
    throw new FetchProblem(
      `The version ${JSON.stringify(version)} of ${packageKey(address)} is no constraint.`,
    );
  }
  const exact = exactVersion(constraint);
  const cached = exact === undefined ? undefined : cache.get(registryName(address, exact));
  if (exact !== undefined && cached !== undefined) return registryPackage(address, exact, cached);
  return loader?.fromRegistry(address, constraint);
}

function sshHint(address: PackageAddress): string | undefined {
  if (address.kind !== 'git' || !address.isSsh) return undefined;
  return `The address is for SSH; it was tried at ${address.url}, since modules are fetched over HTTPS only.`;
}

function missing(reason: string, hint?: string): Resolved {
  return { resolution: { kind: 'missing', reason, ...(hint === undefined ? {} : { hint }) } };
}

/** Beyond this number of packages nothing more is fetched. */
export const TOO_MANY: MissingModule = {
  kind: 'missing',
  reason: `More than ${FETCH_LIMITS.packages} modules from elsewhere are called: the others are not fetched.`,
};
