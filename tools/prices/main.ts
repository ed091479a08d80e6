import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { byCodePoint } from '../../src/lib/order.ts';
import type { Manifest, ShardFile } from '../../src/pricing/format.ts';
import { buildManifest, compress, manifestText, shardText } from '../../src/pricing/manifest.ts';
import { factsOf } from './facts.ts';
import { buildShards } from './shard.ts';
import { sources } from './sources.ts';

/**
 * Builds `prices/` from the fact files. `--check` writes nothing and fails when they differ; `--only PROVIDER` leaves the
 * shards of other providers as they are.
 */
const facts = new URL('facts/', import.meta.url);
const target = new URL('../../prices/', import.meta.url);

const { values } = parseArgs({ options: { check: { type: 'boolean' }, only: { type: 'string' } } });
const shards = Object.keys(factsOf).flatMap((provider) =>
  values.only === undefined || values.only === provider ? built(provider) : present(provider),
);
const manifest = buildManifest(shards, sources);
if (values.check === true) check(shards, manifest);
else write(shards, manifest);

function built(provider: string): ShardFile[] {
  return buildShards(factsOf[provider]?.(facts) ?? []);
}

/** The shards of a provider as they lie in the book. */
function present(provider: string): ShardFile[] {
  const folder = new URL(`${provider}/`, target);
  return readdirSync(folder)
    .map((name) => JSON.parse(unpacked(new URL(name, folder))) as ShardFile)
    .sort((a, b) => byCodePoint(a.service, b.service));
}

function write(shards: readonly ShardFile[], manifest: Manifest): void {
  const folders = readdirSync(target).filter((name) => values.only === undefined || values.only === name);
  for (const name of folders) rmSync(new URL(name, target), { recursive: true });
  shards.forEach((shard, index) => {
    if (values.only !== undefined && values.only !== shard.provider) return;
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
    return existsSync(file) && unpacked(file) === shardText(shard) ? [] : [name];
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

function unpacked(file: URL): string {
  return gunzipSync(readFileSync(file)).toString('utf8');
}
