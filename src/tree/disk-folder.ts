import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint } from '../lib/order.ts';
import type { SkippedFile, SkipReason } from '../model/skipped.ts';
import { git } from './git.ts';
import { LIMITS } from './limits.ts';
import { type PackedFiles } from './packed-files.ts';
import { pathOf } from './path-text.ts';

/** Folders that lie in one another at most. */
const DEEPEST = 64;

/**
 * The files of a folder of the work tree that git does not have, such as `live/.terraform/modules/vpc`: read from disk,
 * no link followed, also none on the way to it. Undefined when there is no such folder.
 */
export function diskFolder(root: string, folder: string): PackedFiles | undefined {
  const isReal = folder
    .split('/')
    .every((_, index, parts) => isFolder(join(root, ...parts.slice(0, index + 1))));
  if (!isReal) return undefined;
  const walk = new DiskWalk(join(root, folder));
  walk.folder('', 0);
  return walk;
}

/** Whether git tracks a path, or anything below it, in the index of the work tree. Where git cannot tell, it counts as tracked. */
export function isTracked(root: string, path: string): boolean {
  const { code, stdout } = git(root, ['ls-files', '-z', '--', `:(literal)${path}`]);
  return code !== 0 || stdout.length > 0;
}

class DiskWalk implements PackedFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly links = new Map<string, Uint8Array>();
  readonly submodules = new Map<string, string>();
  readonly skipped: SkippedFile[] = [];
  readonly #root: string;
  #count = 0;
  #bytes = 0;

  constructor(root: string) {
    this.#root = root;
  }

  folder(path: string, depth: number): void {
    const entries = readdirSync(join(this.#root, path), { withFileTypes: true, encoding: 'buffer' });
    const named = entries.map((entry) => ({ entry, ...pathOf(entry.name) }));
    for (const { entry, path: name, isText } of named.sort((a, b) => byCodePoint(a.path, b.path))) {
      const inner = path === '' ? name : `${path}/${name}`;
      if (!isText) this.skipped.push({ path: inner, reason: 'name is not UTF-8' });
      else if (entry.isDirectory()) {
        if (name !== '.git' && depth < DEEPEST) this.folder(inner, depth + 1);
      } else if (entry.isSymbolicLink()) {
        this.links.set(inner, readlinkSync(join(this.#root, inner), { encoding: 'buffer' }));
      } else if (entry.isFile()) this.#take(inner);
    }
  }

  #take(path: string): void {
    const content = this.#read(join(this.#root, path));
    if (typeof content === 'string') this.skipped.push({ path, reason: content });
    else this.files.set(path, content);
  }

  #read(full: string): Uint8Array | SkipReason {
    if (++this.#count > LIMITS.files) return 'too many files';
    try {
      const { size } = lstatSync(full);
      if (size > LIMITS.file) return 'too large';
      this.#bytes += size;
      return this.#bytes > LIMITS.total ? 'total size' : readFileSync(full);
    } catch {
      return 'not permitted';
    }
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
