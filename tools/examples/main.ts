import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { documents } from './documents.ts';
import { generatedFiles } from './files.ts';

/**
 * Writes what is generated of the examples, then what the commands of documents print. With `--check` it only names what is not as it
 * would be written, and fails.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
for (const [path, text] of Object.entries(generatedFiles())) bring(`examples/${path}`, text);
for (const [path, text] of Object.entries(documents())) bring(path, text);

function bring(path: string, text: string): void {
  if (committed(path) === text) return;
  console.log(`${values.check ? 'stale' : 'written'}: ${path}`);
  if (values.check) process.exitCode = 1;
  else {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
}

function committed(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return undefined;
  }
}
