import type { Diagnostic } from '../../../../../model/diagnostic.ts';
import { packedTree } from '../../../../../tree/packed-files.ts';
import type { Tree } from '../../../../../tree/tree.ts';
import { FETCH_LIMITS } from '../limits.ts';
import type { Resolution, WantedModule } from './resolution.ts';
import { wantedKey } from './resolution.ts';
import { resolveModule, type Sources, TOO_MANY } from './resolver.ts';

/** Modules from elsewhere, as far as they were looked for: the same for both sides of a comparison. */
export interface Packages {
  /** Trees of packages by the folder that they are mounted under. */
  readonly mounts: ReadonlyMap<string, Tree>;
  /** Where a module is; undefined when nobody has looked for it. */
  find(wanted: WantedModule): Resolution | undefined;
}

/** Nothing was looked for. */
export const NO_PACKAGES: Packages = { mounts: new Map(), find: () => undefined };

/** Packages that are brought one after another, each once. */
export class PackageStore implements Packages {
  readonly mounts = new Map<string, Tree>();
  readonly diagnostics: readonly Diagnostic[];
  readonly #sources: Sources;
  readonly #known = new Map<string, Resolution>();

  constructor(sources: Sources, diagnostics: readonly Diagnostic[]) {
    this.#sources = sources;
    this.diagnostics = diagnostics;
  }

  find(wanted: WantedModule): Resolution | undefined {
    return this.#known.get(wantedKey(wanted));
  }

  /** Looks for a module, unless that was done. */
  async bring(wanted: WantedModule): Promise<void> {
    if (this.#known.has(wantedKey(wanted))) return;
    this.#known.set(wantedKey(wanted), await this.#resolve(wanted));
  }

  async #resolve(wanted: WantedModule): Promise<Resolution> {
    if (this.mounts.size >= FETCH_LIMITS.packages) return TOO_MANY;
    const { resolution, package: loaded } = await resolveModule(wanted, this.#sources);
    if (loaded !== undefined && !this.mounts.has(loaded.mount)) {
      this.mounts.set(loaded.mount, packedTree(loaded.files));
    }
    return resolution;
  }
}
