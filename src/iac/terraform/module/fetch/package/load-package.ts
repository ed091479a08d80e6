import { createHash } from 'node:crypto';
import { packageKey } from '../address/address.ts';
import type { ArchiveAddress, GitAddress, RegistryAddress } from '../address/address.ts';
import { parseAddress } from '../address/parse-address.ts';
import { archiveFiles } from '../archive/archive-files.ts';
import type { FetchedPackage } from '../cache/bundle.ts';
import type { PackageCache } from '../cache/package-cache.ts';
import { FetchProblem } from '../fetch-problem.ts';
import { findCommit } from '../git/git-commit.ts';
import { commitFiles } from '../git/git-files.ts';
import { GitRemote } from '../git/remote.ts';
import type { Network } from '../http/network.ts';
import { newestAllowed, type VersionConstraint } from '../registry/constraint.ts';
import { Registry } from '../registry/registry.ts';
import { PACKAGES } from '../../../../../model/packaged.ts';
import type { LoadedPackage } from './loaded-package.ts';

/** Fetches packages. Each repository and registry is asked once a run what it has. */
export class PackageLoader {
  readonly #network: Network;
  readonly #cache: PackageCache;
  readonly #say: (line: string) => void;
  readonly #registries = new Map<string, Promise<Registry>>();
  readonly #remotes = new Map<string, Promise<GitRemote>>();

  constructor(network: Network, cache: PackageCache, say: (line: string) => void) {
    this.#network = network;
    this.#cache = cache;
    this.#say = say;
  }

  /** The newest version that a constraint allows, as Terraform takes it without a lock. Throws FetchProblem. */
  async fromRegistry(address: RegistryAddress, constraint: VersionConstraint): Promise<LoadedPackage> {
    const registry = await this.#registry(address.host);
    const version = newestAllowed(await registry.versions(address), constraint);
    if (version === undefined) {
      throw new FetchProblem(`${packageKey(address)} has no version that the call allows.`);
    }
    const name = registryName(address, version);
    const cached = this.#cache.get(name);
    if (cached !== undefined) return registryPackage(address, version, cached);
    const location = parseAddress(await registry.location(address, version));
    if (location.kind !== 'git' && location.kind !== 'archive') {
      throw new FetchProblem(`${packageKey(address)} ${version} is in a place that is not fetched from.`);
    }
    const { files, folder } =
      location.kind === 'git' ? await this.fromGit(location) : await this.fromArchive(location);
    const fetched = { files, folder: inside(folder, location.subfolder) };
    this.#cache.put(name, fetched);
    this.#say(`Fetched ${packageKey(address)} ${version}`);
    return registryPackage(address, version, fetched);
  }

  /** The files of the commit that an address names now. Throws FetchProblem. */
  async fromGit(address: GitAddress): Promise<LoadedPackage> {
    const remote = await this.#remote(address.url);
    const { id } = await findCommit(remote, address);
    const name = gitName(address, id);
    const cached = this.#cache.get(name);
    if (cached !== undefined) return gitPackage(address, id, cached);
    const fetched = { files: await commitFiles(remote, id), folder: '' };
    this.#cache.put(name, fetched);
    this.#say(`Fetched ${shownUrl(address.url)} at ${id}`);
    return gitPackage(address, id, fetched);
  }

  /** The files behind an address, which can be others tomorrow: never kept. Throws FetchProblem. */
  async fromArchive(address: ArchiveAddress): Promise<LoadedPackage> {
    const files = await archiveFiles(this.#network, address);
    const { host, pathname, search } = new URL(address.url);
    // A query may carry a secret: it is told by a digest.
    const query = search === '' ? '' : `@${createHash('sha256').update(search).digest('hex').slice(0, 16)}`;
    this.#say(`Fetched ${host}${pathname}`);
    return { files, folder: '', mount: `${PACKAGES}/${host}${pathname}${query}`, origin: host + pathname };
  }

  #registry(host: string): Promise<Registry> {
    return once(this.#registries, host, () => Registry.discover(this.#network, host));
  }

  #remote(url: string): Promise<GitRemote> {
    return once(this.#remotes, url, () => GitRemote.open(this.#network, url));
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** The package of a registry's version, under the name that the cache has it by. */
export function registryPackage(
  address: RegistryAddress,
  version: string,
  fetched: FetchedPackage,
): LoadedPackage {
  const shown = packageKey(address);
  return { ...fetched, mount: `${PACKAGES}/${shown}/${version}`, origin: `${shown} ${version}` };
}

/** The package of a commit. */
export function gitPackage(address: GitAddress, commit: string, fetched: FetchedPackage): LoadedPackage {
  const shown = shownUrl(address.url);
  return { ...fetched, mount: `${PACKAGES}/${shown}@${commit}`, origin: `${shown} at ${commit}` };
}

/** What the cache knows a version of a registry by. */
export function registryName(address: RegistryAddress, version: string): string {
  return `registry ${packageKey(address)} ${version}`;
}

/** What the cache knows a commit by. */
export function gitName(address: GitAddress, commit: string): string {
  return `git ${address.url} ${commit}`;
}

function shownUrl(url: string): string {
  return url.replace(/^https:\/\//, '');
}

function inside(folder: string, subfolder: string): string {
  return [folder, subfolder].filter((part) => part !== '').join('/');
}
