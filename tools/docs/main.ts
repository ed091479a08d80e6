import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { fillSections } from './fill.ts';
import { SECTIONS } from './sections.ts';

/** Makes the tables of `docs/` from the schemas; with `--check` only tells which documents are behind. */
const folder = fileURLToPath(new URL('../../docs/', import.meta.url));
const check = process.argv.includes('--check');
const behind = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .filter((name) => {
    const before = readFileSync(folder + name, 'utf8');
    const after = fillSections(before, SECTIONS);
    if (before !== after && !check) writeFileSync(folder + name, after);
    return before !== after;
  });

if (check && behind.length > 0) {
  console.error(`Behind their schemas: ${behind.join(', ')}. Run "npm run build:docs".`);
  process.exitCode = 1;
} else {
  console.log(behind.length === 0 ? 'All documents are up to date.' : `Written: ${behind.join(', ')}.`);
}
