import { git } from './git.ts';
import { LIMITS } from './limits.ts';

/**
 * Contents of blobs by object id. Wanted blobs are read together with one `git cat-file --batch` when
 * the first of them is asked for; any other blob is read when asked for. Each blob is read once, whatever
 * number of paths and refs have it.
 */
export class ObjectStore {
  readonly root: string;
  readonly #wanted = new Set<string>();
  readonly #blobs = new Map<string, Uint8Array | undefined>();
  #bytes = 0;

  constructor(root: string) {
    this.root = root;
  }

  /** Marks blobs that will be read. */
  want(ids: Iterable<string>): void {
    for (const id of ids) if (!this.#blobs.has(id)) this.#wanted.add(id);
  }

  /** The bytes of a blob; undefined when it is missing or over a limit. */
  read(id: string): Uint8Array | undefined {
    if (!this.#blobs.has(id)) {
      this.#wanted.add(id);
      this.#load();
    }
    return this.#blobs.get(id);
  }

  #load(): void {
    const ids = [...this.#wanted];
    this.#wanted.clear();
    for (const id of ids) this.#blobs.set(id, undefined);
    const readable = this.#withinLimits(ids);
    if (readable.length === 0) return;
    const output = git(this.root, ['cat-file', '--batch'], readable.join('\n') + '\n').stdout;
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
    const lines = git(this.root, ['cat-file', '--batch-check'], ids.join('\n') + '\n').stdout.toString(
      'latin1',
    );
    const readable: string[] = [];
    for (const line of lines.split('\n')) {
      const [id, type, size] = line.split(' ');
      if (id === undefined || type !== 'blob') continue;
      const bytes = Number(size);
      if (bytes > LIMITS.file || this.#bytes + bytes > LIMITS.total) continue;
      this.#bytes += bytes;
      readable.push(id);
    }
    return readable;
  }
}
