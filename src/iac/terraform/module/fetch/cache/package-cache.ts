import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FETCH_LIMITS } from '../limits.ts';
import { decodeBundle, encodeBundle, type FetchedPackage } from './bundle.ts';

/** Changes with the form of what is written, so that another version of this program never reads it. */
const FORM = 'modules-1';

/**
 * Packages that were fetched once, in a folder that may be kept from run to run. Only what can never change is put in:
 * a version of a registry, a commit. `index` has the digest of a package by its name, `objects` the bytes by their digest.
 * What is not there or does not match its digest is fetched again, and where nothing can be written nothing is kept.
 */
export class PackageCache {
  readonly #folder: string | undefined;

  /** Without a folder nothing is found and nothing kept. */
  constructor(folder: string | undefined) {
    this.#folder = PackageCache.place(folder);
  }

  /** Where in a folder a cache keeps all that it has. */
  static place(folder: string | undefined): string | undefined {
    return folder === undefined ? undefined : join(folder, FORM);
  }

  /** The package of this name; undefined when it is not there, or not whole. */
  get(name: string): FetchedPackage | undefined {
    const digest = this.#read('index', digestOf(name))?.toString('latin1').trim();
    if (digest === undefined || !/^[0-9a-f]{64}$/.test(digest)) return undefined;
    const bytes = this.#read('objects', digest);
    return bytes === undefined || digestOf(bytes) !== digest ? undefined : decodeBundle(bytes);
  }

  /** Keeps a package, if it can. */
  put(name: string, fetched: FetchedPackage): void {
    const bytes = encodeBundle(fetched);
    const digest = digestOf(bytes);
    // The name comes last, so that it never names what is not there.
    if (this.#write('objects', digest, bytes))
      this.#write('index', digestOf(name), Buffer.from(`${digest}\n`));
  }

  #path(kind: 'index' | 'objects', digest: string): string | undefined {
    return this.#folder === undefined ? undefined : join(this.#folder, kind, digest.slice(0, 2), digest);
  }

  #read(kind: 'index' | 'objects', digest: string): Buffer | undefined {
    const path = this.#path(kind, digest);
    try {
      if (path === undefined || statSync(path).size > 2 * FETCH_LIMITS.unpacked) return undefined;
      return readFileSync(path);
    } catch {
      return undefined;
    }
  }

  /** Writes beside the place and moves it there, so that nobody reads half of it. */
  #write(kind: 'index' | 'objects', digest: string, bytes: Uint8Array): boolean {
    const path = this.#path(kind, digest);
    if (path === undefined) return false;
    const draft = `${path}.${process.pid}`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(draft, bytes);
      renameSync(draft, path);
      return true;
    } catch {
      removeDraft(draft);
      return false;
    }
  }
}

/** A disk that is full keeps no half of a package, if that can be helped. */
function removeDraft(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing was written, since there is no such place.
  }
}

function digestOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
