import { writeFileSync } from 'node:fs';
import { compileCatalog } from './compile.ts';

/** Compiles `catalog/<provider>/*.yaml` into `catalog/catalog.json`, so that no YAML is read at run time. */
const text = compileCatalog();
writeFileSync(new URL('../../catalog/catalog.json', import.meta.url), text);
console.log(`catalog.json: ${Buffer.byteLength(text)} bytes`);
