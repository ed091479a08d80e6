import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MANIFEST, type Manifest, type ShardEntry } from '../../format.ts';
import { compress, manifestText } from '../../manifest.ts';
import { writeAside } from '../write-aside.ts';

/**
 * Writes a book into a folder so that no reader sees half of it: shards have names of their own content and come first, the
 * manifest is renamed into its place last.
 */
export class BookWriter {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a shard whose file is named by its content. */
  shard(entry: ShardEntry, text: string): void {
    this.packed(entry, compress(text));
  }

  /** The same with the bytes of the file. */
  packed({ file }: ShardEntry, bytes: Buffer): void {
    writeAside(join(this.#folder, file), bytes);
  }

  /**
   * Makes it the book of the folder. The shards of the one that was there stay for who has begun to read it; older ones are
   * removed.
   */
  finish(manifest: Manifest, before: Manifest | undefined): void {
    writeAside(join(this.#folder, MANIFEST), manifestText(manifest));
    const used = [...manifest.shards, ...(before?.shards ?? [])].map(({ file }) => file);
    removeOthers(this.#folder, new Set(used));
  }
}

/** Removes shards in folders of providers, and nothing else: what else lies in the folder is not of a book. */
function removeOthers(folder: string, files: ReadonlySet<string>): void {
  for (const provider of new Set([...files].map((file) => dirname(file)))) {
    if (!existsSync(join(folder, provider))) continue;
    for (const name of readdirSync(join(folder, provider))) {
      const file = `${provider}/${name}`;
      const isShard = /^[\w-]+(?:\.[0-9a-f]{12})?\.json\.gz(?:\.\d+)?$/.test(name);
      if (isShard && !files.has(file) && statSync(join(folder, file)).isFile()) rmSync(join(folder, file));
    }
  }
}
