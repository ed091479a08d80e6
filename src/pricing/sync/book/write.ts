import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MANIFEST, type Manifest, type ShardEntry } from '../../format.ts';
import { compress, manifestText } from '../../manifest.ts';
import { ownFolder } from '../own-folder.ts';
import { writeAside } from '../write-aside.ts';

/** Bytes of a shard, unpacked, that is looked at before it is removed. */
const MOST_BYTES = 256 * 1024 * 1024;

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
    ownFolder(this.#folder, dirname(file));
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

/** Removes shards of former books, and nothing else: a file is one when its name holds the hash of its content. */
function removeOthers(folder: string, files: ReadonlySet<string>): void {
  for (const provider of new Set([...files].map((file) => dirname(file)))) {
    for (const name of readdirSync(ownFolder(folder, provider))) {
      const file = `${provider}/${name}`;
      if (!files.has(file) && isShard(join(folder, file), name)) rmSync(join(folder, file));
    }
  }
}

function isShard(path: string, name: string): boolean {
  const hash = /^[\w-]+\.([0-9a-f]{12})\.json\.gz$/.exec(name)?.[1];
  if (hash === undefined || !lstatSync(path).isFile()) return false;
  try {
    const text = gunzipSync(readFileSync(path), { maxOutputLength: MOST_BYTES });
    return createHash('sha256').update(text).digest('hex').startsWith(hash);
  } catch {
    return false;
  }
}
