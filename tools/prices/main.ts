import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Manifest, ShardFile } from '../../src/pricing/format.ts';
import { readFacts } from './facts.ts';
import { buildManifest, shardText } from './manifest.ts';
import { buildShards } from './shard.ts';

/** Builds `prices/` from the fact files. With `--check` it writes nothing and fails when they differ. */
const facts = new URL('facts/', import.meta.url);
const target = new URL('../../prices/', import.meta.url);

const shards = buildShards(readFacts(facts));
const manifest = buildManifest(shards);
if (process.argv.includes('--check')) check(shards, manifest);
else write(shards, manifest);

function write(shards: readonly ShardFile[], manifest: Manifest): void {
  for (const name of readdirSync(target)) rmSync(new URL(name, target), { recursive: true });
  shards.forEach((shard, index) => {
    const file = new URL(manifest.shards[index]?.file ?? '', target);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, compress(shardText(shard)));
  });
  writeFileSync(new URL('manifest.json', target), manifestText(manifest));
  console.log(`${manifest.prices} prices in ${shards.length} shards, book ${manifest.id.slice(0, 12)}`);
}

function check(shards: readonly ShardFile[], manifest: Manifest): void {
  const stale = shards.flatMap((shard, index) => {
    const name = manifest.shards[index]?.file ?? '';
    const file = new URL(name, target);
    return existsSync(file) && gunzipSync(readFileSync(file)).toString('utf8') === shardText(shard)
      ? []
      : [name];
  });
  const manifestFile = new URL('manifest.json', target);
  if (!existsSync(manifestFile) || readFileSync(manifestFile, 'utf8') !== manifestText(manifest)) {
    stale.push('manifest.json');
  }
  if (stale.length === 0) return;
  console.error(`Not what the fact files give: ${stale.join(', ')} in ${fileURLToPath(target)}`);
  console.error('Run: npm run build:prices');
  process.exitCode = 1;
}

function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Gzip without a time; the byte that names the operating system is set to "unknown" (RFC 1952, 2.3.1). */
function compress(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9 });
  bytes[9] = 255;
  return bytes;
}
