import type { SkipReason } from '../model/skipped.ts';
import { git, type GitOutput } from './git.ts';
import { LIMITS } from './limits.ts';

/**
 * Contents of blobs by object id. Wanted blobs are read together with one `git cat-file --batch` when
 * the first of them is asked for; any other blob is read when asked for. Each blob is read once, whatever
 * number of paths and refs have it.
 */
export class ObjectStore {
  readonly root: string;
  readonly #wanted = new Set<string>();
  /** The bytes, or why there are none. */
  readonly #blobs = new Map<string, Uint8Array | SkipReason>();
  #bytes = 0;

  constructor(root: string) {
    this.root = root;
  }

  /** Marks blobs that will be read. */
  want(ids: Iterable<string>): void {
    for (const id of ids) if (!this.#blobs.has(id)) this.#wanted.add(id);
  }

  /** The bytes of a blob; undefined when it is missing or over a limit: `problem` says which. */
  read(id: string): Uint8Array | undefined {
    const blob = this.#get(id);
    return typeof blob === 'string' ? undefined : blob;
  }

  /** Why a blob cannot be read; undefined when it can. */
  problem(id: string): SkipReason | undefined {
    const blob = this.#get(id);
    return typeof blob === 'string' ? blob : undefined;
  }

  #get(id: string): Uint8Array | SkipReason | undefined {
    if (!this.#blobs.has(id)) {
      this.#wanted.add(id);
      this.#load();
    }
    return this.#blobs.get(id);
  }

  #load(): void {
    const ids = [...this.#wanted];
    this.#wanted.clear();
    for (const id of ids) this.#blobs.set(id, 'not in the clone');
    const readable = this.#withinLimits(ids);
    if (readable.length === 0) return;
    const output = this.#ask('--batch', readable).stdout;
    let at = 0;
    while (at < output.length) {
      const newline = output.indexOf(10, at);
      if (newline === -1) break;
      const [id = '', type, size] = output.toString('latin1', at, newline).split(' ');
      at = newline + 1;
      if (type === 'missing' || size === undefined) continue;
      const end = at + Number(size);
      this.#blobs.set(id, output.subarray(at, end));
      at = end + 1;
    }
  }

  /** Sizes are asked first, so that a huge file is never read into memory. */
  #withinLimits(ids: readonly string[]): string[] {
    const readable: string[] = [];
    for (const [id, bytes] of this.#sizes(ids)) {
      const problem =
        bytes > LIMITS.file ? 'too large' : this.#bytes + bytes > LIMITS.total ? 'total size' : undefined;
      if (problem === undefined) {
        this.#bytes += bytes;
        readable.push(id);
      } else this.#blobs.set(id, problem);
    }
    return readable;
  }

  /**
   * Sizes of the blobs that are there. In a partial clone git fetches what is missing, and stops at the first blob that
   * it cannot get: the others are then asked for without.
   */
  #sizes(ids: readonly string[]): ReadonlyMap<string, number> {
    const sizes = new Map<string, number>();
    const note = ({ code, stdout }: GitOutput): boolean => {
      for (const line of stdout.toString('latin1').split('\n')) {
        const [id, type, size] = line.split(' ');
        if (id !== undefined && type === 'blob') sizes.set(id, Number(size));
      }
      return code === 0;
    };
    if (note(this.#ask('--batch-check', ids))) return sizes;
    const others = ids.filter((id) => !sizes.has(id));
    note(git(this.root, ['cat-file', '--batch-check'], `${others.join('\n')}\n`, { GIT_NO_LAZY_FETCH: '1' }));
    return sizes;
  }

  #ask(what: '--batch' | '--batch-check', ids: readonly string[]): GitOutput {
    return git(this.root, ['cat-file', what], `${ids.join('\n')}\n`);
  }
}
