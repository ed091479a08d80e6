import { readFileSync, writeFileSync } from 'node:fs';
import { compactTable } from './compact.ts';
import type { TaggableFacts } from './compact.ts';

/** Builds `taggable/<provider>.json` from the facts; with `--check` only compares. */
const check = process.argv.includes('--check');
for (const provider of ['aws', 'azurerm', 'google']) {
  const facts = readFileSync(new URL(`facts/${provider}.json`, import.meta.url), 'utf8');
  const target = new URL(`../../taggable/${provider}.json`, import.meta.url);
  const built = compactTable(JSON.parse(facts) as TaggableFacts);
  if (!check) writeFileSync(target, built);
  else if (readFileSync(target, 'utf8') !== built) {
    console.error(`taggable/${provider}.json is stale; run: node tools/taggable/main.ts`);
    process.exitCode = 1;
  }
}
