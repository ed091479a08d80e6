import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareRegoc } from './regoc.ts';

/** Compiles policies/ to policies/builtin.wasm and .meta.json; with --check compares instead of writing. */
const names = ['builtin.wasm', 'builtin.meta.json'] as const;
const check = process.argv.includes('--check');
const target = check ? mkdtempSync(join(tmpdir(), 'tollgate-policies-')) : 'policies';
mkdirSync(target, { recursive: true });

const regoc = prepareRegoc();
regoc('build', '-policies', 'policies', '-wasm', join(target, names[0]), '-meta', join(target, names[1]));

if (check) {
  const stale = names.filter(
    (name) => !readFileSync(join(target, name)).equals(readFileSync(join('policies', name))),
  );
  if (stale.length > 0) {
    console.error(
      `Not what the sources give: ${stale.join(', ')}. Run "npm run build:policies" and commit policies/.`,
    );
    process.exit(1);
  }
  console.log('The compiled policies are what the sources give.');
}
