import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a child process measured of one part: names with figures, in the order of printing. */
type Figures = Readonly<Record<string, number>>;

const PARTS = ['open', 'lookup', 'mixed', 'mixed-shared'];
const RUNS = 5;

/** Prints how fast the book opens, answers and prices: each part in cold processes of its own, medians. */
export function benchPrice(): void {
  for (const part of PARTS) {
    const samples = Array.from({ length: RUNS }, () => once(part));
    console.log(part);
    for (const name of Object.keys(samples[0] ?? {})) {
      const sorted = samples.map((sample) => sample[name] ?? NaN).sort((a, b) => a - b);
      const median = sorted[Math.floor(RUNS / 2)] ?? NaN;
      console.log(`  ${name.padEnd(44)} ${median.toFixed(median < 10 ? 3 : 0).padStart(12)}`);
    }
  }
}

function once(part: string): Figures {
  const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const run = spawnSync(process.execPath, [worker, part], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${part}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Figures;
}
