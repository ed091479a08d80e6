/**
 * Measures, and prints medians. Nothing is decided by it:
 *
 *   npm run bench -- [check] [price] [sync] [parse] [billing] [--corpus DIR] [--rows N] [--runs N]
 *
 * Without a name all are run. The corpus is that of `parse`; without one it is generated. The rows and
 * runs are those of `billing`: 10 million and 3 when not given.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchBilling } from './billing/main.ts';
import { benchCheck } from './check.ts';
import { benchParse } from './parse/main.ts';
import { benchSync } from './sync/main.ts';
import { benchPrice } from './price/main.ts';

const { values, positionals } = parseArgs({
  options: {
    corpus: { type: 'string' },
    rows: { type: 'string', default: '10000000' },
    runs: { type: 'string', default: '3' },
  },
  allowPositionals: true,
});
const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  check: benchCheck,
  price: benchPrice,
  parse: () => benchParse(values.corpus),
  sync: benchSync,
  billing: () => benchBilling(Number(values.rows), Number(values.runs)),
};

console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown CPU'}`);
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined)
    throw new Error(`There is no bench ${name}: use ${Object.keys(benches).join(', ')}.`);
  console.log(`\n${name}`);
  await bench();
}
