import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MANIFEST, type Manifest, type ShardFile } from '../../format.ts';
import { compress, manifestText, shardText } from '../../manifest.ts';

/**
 * Writes a book into a folder so that no reader sees half of it: shards have names of their own content and come first, the
 * manifest is renamed into its place last. The shards of the book that was there stay for who has begun to read it; older ones
 * are removed.
 */
export function writeBook(
  folder: string,
  manifest: Manifest,
  shards: readonly ShardFile[],
  before: Manifest | undefined,
): void {
  shards.forEach((shard, index) => {
    const path = join(folder, manifest.shards[index]?.file ?? '');
    mkdirSync(dirname(path), { recursive: true });
    writeAside(path, compress(shardText(shard)));
  });
  writeAside(join(folder, MANIFEST), manifestText(manifest));
  removeOthers(folder, new Set([...manifest.shards, ...(before?.shards ?? [])].map(({ file }) => file)));
}

function writeAside(path: string, content: string | Buffer): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Removes shards in folders of providers, and nothing else: what else lies in the folder is not of a book. */
function removeOthers(folder: string, files: ReadonlySet<string>): void {
  for (const provider of new Set([...files].map((file) => dirname(file)))) {
    for (const name of readdirSync(join(folder, provider))) {
      const file = `${provider}/${name}`;
      const isShard = /^[\w-]+(?:\.[0-9a-f]{12})?\.json\.gz(?:\.\d+)?$/.test(name);
      if (isShard && !files.has(file) && statSync(join(folder, file)).isFile()) rmSync(join(folder, file));
    }
  }
}
