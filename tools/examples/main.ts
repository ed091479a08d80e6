import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { committed, EXAMPLE, generatedFiles } from './files.ts';
import { withOutputs } from './readme.ts';

/** Writes what is generated of examples/saas-billing, then what the commands of its README print. With `--check` it only names what is not as it would be written, and fails. */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
for (const [path, text] of Object.entries(generatedFiles())) bring(path, text);
bring('README.md', withOutputs(committed('README.md') ?? '', EXAMPLE));

function bring(path: string, text: string): void {
  if (committed(path) === text) return;
  console.log(`${values.check ? 'stale' : 'written'}: examples/saas-billing/${path}`);
  if (values.check) process.exitCode = 1;
  else {
    mkdirSync(dirname(join(EXAMPLE, path)), { recursive: true });
    writeFileSync(join(EXAMPLE, path), text);
  }
}
