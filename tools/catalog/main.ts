import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCatalogText } from '../../src/estimate/catalog/file.ts';
import { compileAllowances } from './allowances.ts';
import { compileCatalog } from './compile.ts';
import { compileLists } from './lists.ts';

/**
 * Compiles `catalog/<provider>/*.yaml` into `catalog/catalog.json`, `catalog/lists/` into `catalog/lists.json` and
 * `catalog/allowances.yaml` into `catalog/allowances.json`, so that no YAML is read at run time. `--check` writes nothing and fails
 * when a file is not what the entries give; `--only PROVIDER` leaves what the others gave as it is in `catalog.json`, and
 * `lists.json` too; `--only lists` and `--only allowances` make nothing but that file.
 */
const { values } = parseArgs({ options: { check: { type: 'boolean' }, only: { type: 'string' } } });

if (values.only !== 'lists' && values.only !== 'allowances') keep('catalog.json', catalogText());
if (values.only === undefined || values.only === 'allowances') keep('allowances.json', compileAllowances());
if (values.only === undefined || values.only === 'lists') keep('lists.json', compileLists());

function catalogText(): string {
  if (values.only === undefined) return compileCatalog();
  return compileCatalog(values.only, readCatalogText(readFileSync(target('catalog.json'), 'utf8')));
}

function keep(name: string, text: string): void {
  const file = target(name);
  if (values.check !== true) {
    writeFileSync(file, text);
    console.log(`${name}: ${Buffer.byteLength(text)} bytes`);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is not what the entries give. Run: npm run build:catalog`);
    process.exitCode = 1;
  }
}

function target(name: string): URL {
  return new URL(`../../catalog/${name}`, import.meta.url);
}
