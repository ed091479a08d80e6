import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { prepareRegoc } from './regoc.ts';

/** What is built: policies/ with a description for the product, and a probe for the tests of the host. */
const targets = [
  { policies: 'policies', wasm: 'policies/builtin.wasm', meta: 'policies/builtin.meta.json' },
  { policies: 'src/policy/testdata', wasm: 'src/policy/testdata/probe.wasm', meta: undefined },
];
const check = process.argv.includes('--check');
const regoc = prepareRegoc();
const stale = targets.flatMap(({ policies, wasm, meta }) => {
  const folder = check ? mkdtempSync(join(tmpdir(), 'tollgate-policies-')) : '';
  const out = (name: string) => (check ? join(folder, basename(name)) : name);
  const description = meta === undefined ? [] : ['-meta', out(meta)];
  regoc('build', '-policies', policies, '-wasm', out(wasm), ...description);
  return [wasm, ...(meta === undefined ? [] : [meta])].filter((name) => !same(out(name), name));
});

if (stale.length > 0) {
  console.error(
    `Not what the sources give: ${stale.join(', ')}. Run "npm run build:policies" and commit them.`,
  );
  process.exit(1);
}
console.log('The compiled policies are what the sources give.');

/** A file that was never built differs, too. */
function same(built: string, committed: string): boolean {
  try {
    return readFileSync(built).equals(readFileSync(committed));
  } catch {
    return false;
  }
}
