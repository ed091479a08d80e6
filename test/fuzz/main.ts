/**
 * Reads and evaluates many broken and many generated files, and stops at the first that breaks a rule.
 *
 *   npm run fuzz -- [--inputs 100000] [--seed 1] [--corpus DIR] [--write DIR]
 *
 * The seed is printed; with it and the same corpus the inputs are the same. With `--write` the inputs are written to a
 * folder instead, for `tools/oracle/hcl`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { corpus, snippets } from './corpus.ts';
import { generatedModules, mutated, mutatedFiles } from './properties.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    corpus: { type: 'string' },
    write: { type: 'string' },
  },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);
if (!Number.isInteger(inputs) || inputs < 1 || !Number.isInteger(seed)) {
  throw new Error('--inputs and --seed are whole numbers.');
}
const seeds = [...corpus(values.corpus), ...snippets];
console.log(`${inputs} inputs from ${seeds.length} files, seed ${seed}`);
if (values.write === undefined) fuzz();
else write(values.write);

/** In rounds, so that one can see that it goes on. One input in eight is generated, the others are mutated. */
function fuzz(): void {
  const round = 4_000;
  for (let done = 0; done < inputs; done += round) {
    const numRuns = Math.min(round, inputs - done);
    const generated = Math.floor(numRuns / 8);
    fc.assert(mutatedFiles(seeds), { numRuns: numRuns - generated, seed: seed + done });
    if (generated > 0) fc.assert(generatedModules, { numRuns: generated, seed: seed + done });
    process.stderr.write(`${done + numRuns} `);
  }
  console.log('\nall rules held');
}

function write(folder: string): void {
  mkdirSync(folder, { recursive: true });
  fc.sample(mutated(seeds), { numRuns: inputs, seed }).forEach(({ name, bytes }, at) => {
    const ending = /\.[\w.]*$/.exec(name)?.[0] ?? '.tf';
    writeFileSync(join(folder, `${String(at).padStart(6, '0')}${ending}`), bytes);
  });
}
