import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { committed, EXAMPLE, generatedFiles } from './files.ts';

/** Writes what is generated of examples/saas-billing. With `--check` it only names what is not as it would be written, and fails. */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const stale = Object.entries(generatedFiles()).filter(([path, text]) => committed(path) !== text);

for (const [path, text] of stale) {
  const file = join(EXAMPLE, path);
  if (!values.check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`${values.check ? 'stale' : 'written'}: examples/saas-billing/${path}`);
}
if (values.check && stale.length > 0) process.exitCode = 1;
