import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CatalogFile } from '../../src/estimate/catalog/entry.ts';
import { compileCatalog } from './compile.ts';

/**
 * Compiles `catalog/<provider>/*.yaml` into `catalog/catalog.json`, so that no YAML is read at run time.
 * `--check` writes nothing and fails when the file is not what the entries give; `--only PROVIDER` leaves what the others gave as
 * it is in the file.
 */
const target = new URL('../../catalog/catalog.json', import.meta.url);
const { values } = parseArgs({ options: { check: { type: 'boolean' }, only: { type: 'string' } } });
const before = (): CatalogFile => JSON.parse(readFileSync(target, 'utf8')) as CatalogFile;
const text = values.only === undefined ? compileCatalog() : compileCatalog(values.only, before());
if (values.check !== true) {
  writeFileSync(target, text);
  console.log(`catalog.json: ${Buffer.byteLength(text)} bytes`);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('catalog.json is not what the entries give. Run: npm run build:catalog');
  process.exitCode = 1;
}
