import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'semver';
import type { Diagnostic } from '../../../../../model/diagnostic.ts';
import { diskFolder, isTracked } from '../../../../../tree/disk-folder.ts';
import { packageKey } from '../address/address.ts';
import { parseAddress } from '../address/parse-address.ts';
import { PACKAGES } from '../../../../../model/packaged.ts';
import type { LoadedPackage } from '../package/loaded-package.ts';
import { allows, parseConstraint } from '../registry/constraint.ts';
import { isRecord } from '../registry/json.ts';

/** A longer manifest is not read. */
const LONGEST = 8 * 1024 * 1024;

/** A module that `terraform init` has put beside a root module. */
interface Installed {
  /** `packageKey` of what was asked for. */
  readonly source: string;
  /** Of a registry: which one was taken. */
  readonly version: string;
  /** Folder of the root module. */
  readonly root: string;
  /** Its name in the manifest: the names of the calls that lead to it, joined by dots. */
  readonly key: string;
  /** Where in the package its address begins: a registry may have named a folder in its answer. */
  readonly inner: string;
}

/** What `terraform init` or `tofu init` has installed in a work tree, by its manifests `.terraform/modules/modules.json`. */
export class Manifests {
  readonly diagnostics: readonly Diagnostic[];
  readonly #repository: string;
  readonly #installed: readonly Installed[];

  /**
   * Reads the manifests beside root modules. One that git tracks is not believed: whoever wrote it says what modules are,
   * and nobody installed them.
   */
  constructor(repository: string, roots: readonly string[]) {
    this.#repository = repository;
    const diagnostics: Diagnostic[] = [];
    this.#installed = roots.flatMap((root) => {
      const folder = root === '' ? PACKAGES : `${root}/${PACKAGES}`;
      const content = readManifest(join(repository, folder, 'modules.json'));
      if (content === undefined) return [];
      if (!isTracked(repository, folder.replace(/\/modules$/, ''))) return installed(content, root);
      diagnostics.push(committed(`${folder}/modules.json`));
      return [];
    });
    this.diagnostics = diagnostics;
  }

  /** The installed package for an address: its source must be the same, and its version one that the call allows. */
  find(source: string, version: string): LoadedPackage | undefined {
    const address = parseAddress(source);
    const constraint = parseConstraint(version);
    if (address.kind !== 'registry' && address.kind !== 'git' && address.kind !== 'archive') return undefined;
    const wanted = packageKey(address);
    for (const one of this.#installed) {
      if (one.source !== wanted) continue;
      const installedVersion = parse(one.version);
      const fits =
        installedVersion !== null && constraint !== undefined && allows(constraint, installedVersion);
      if (address.kind !== 'registry' || fits) return this.#load(one);
    }
    return undefined;
  }

  /** The version that is installed of a registry's module, where the call allows another one only. */
  otherVersion(source: string, version: string): string | undefined {
    const address = parseAddress(source);
    if (address.kind !== 'registry' || this.find(source, version) !== undefined) return undefined;
    const wanted = packageKey(address);
    return this.#installed.find((one) => one.source === wanted && one.version !== '')?.version;
  }

  #load({ root, key, source, version, inner }: Installed): LoadedPackage | undefined {
    const mount = `${root === '' ? '' : `${root}/`}${PACKAGES}/${key}`;
    const files = diskFolder(this.#repository, mount);
    // A query may carry a secret: of that of git only the ref is left.
    const shown = source.startsWith('https://') ? source.replace(/\?.*/, '') : source;
    const name = version === '' ? shown : `${shown} ${version}`;
    return files === undefined
      ? undefined
      : { files, folder: inner, mount, origin: `${name} as installed in ${mount}` };
  }
}

function readManifest(path: string): unknown {
  try {
    const stat = lstatSync(path);
    return stat.isFile() && stat.size <= LONGEST ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** Entries of modules that lie in the place of their own below the manifest. All others are left out: they are local, or no modules. */
function installed(content: unknown, root: string): readonly Installed[] {
  const modules =
    isRecord(content) && Array.isArray(content['Modules']) ? (content['Modules'] as unknown[]) : [];
  return modules.filter(isRecord).flatMap((module) => {
    const [key, source, version, folder] = ['Key', 'Source', 'Version', 'Dir'].map(
      (name) => module[name] ?? '',
    );
    if (typeof key !== 'string' || typeof source !== 'string' || typeof version !== 'string') return [];
    if (!/^[\w-]+(\.[\w-]+)*$/.test(key) || typeof folder !== 'string') return [];
    const address = parseAddress(source);
    if (address.kind !== 'registry' && address.kind !== 'git' && address.kind !== 'archive') return [];
    const inner = innerFolder(folder, `${PACKAGES}/${key}`, address.subfolder);
    return inner === undefined ? [] : [{ source: packageKey(address), version, root, key, inner }];
  });
}

/** What stands between the folder of a package and the subfolder of the address; undefined outside of the package. */
function innerFolder(folder: string, own: string, subfolder: string): string | undefined {
  if (folder !== own && !folder.startsWith(`${own}/`)) return undefined;
  const inner = folder.slice(own.length + 1);
  if (inner.split('/').includes('..')) return undefined;
  if (subfolder === '' || inner === subfolder) return subfolder === '' ? inner : '';
  return inner.endsWith(`/${subfolder}`) ? inner.slice(0, -subfolder.length - 1) : undefined;
}

function committed(file: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    severity: 'warning',
    code: 'committed-manifest',
    message: `${file} is in the repository and not believed: it would say itself what modules are.`,
    source: { file, start, end: start },
    hint: 'Keep .terraform out of git (.gitignore), and run terraform init before the gate.',
  };
}
