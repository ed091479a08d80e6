import { readFileSync, writeFileSync } from 'node:fs';
import { compileCatalog } from './compile.ts';

/**
 * Compiles `catalog/<provider>/*.yaml` into `catalog/catalog.json`, so that no YAML is read at run time.
 * `--check` writes nothing and fails when the file is not what the entries give.
 */
const target = new URL('../../catalog/catalog.json', import.meta.url);
const text = compileCatalog();
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
  console.log(`catalog.json: ${Buffer.byteLength(text)} bytes`);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('catalog.json is not what the entries give. Run: npm run build:catalog');
  process.exitCode = 1;
}
