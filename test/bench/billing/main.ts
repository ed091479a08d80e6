import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';

/** What one run measured: seconds and MB. */
type Figures = Readonly<Record<string, number>>;

/** Seconds and MB that reading and rating under both profiles should stay under for 10 million events on two cores. */
const GOALS = { duckdb: { seconds: 20, memory: 1024 }, 'built-in': { seconds: 60, memory: 300 } } as const;
const OPTIONS = { seed: 1, customers: 10_000, skus: 50 };

/** Prints how long usage takes that is read, brought together and rated by the old and the new profiles, in processes of their own. */
export async function benchBilling(rows: number, runs = 3): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-bench-'));
  try {
    const usage = await generate(folder, 'csv', { ...OPTIONS, rows });
    console.log(
      `${rows} events of 10,000 customers and 50 SKUs, ${(statSync(usage).size / 2 ** 20).toFixed(0)} MB`,
    );
    for (const reader of ['duckdb', 'built-in'] as const) {
      const { total = NaN, 'peak MB': memory = NaN, ...parts } = medians(folder, reader, runs);
      const { seconds, memory: most } = GOALS[reader];
      const share = (total / seconds) * (10_000_000 / rows);
      console.log(
        `${reader.padEnd(10)} ${total.toFixed(1).padStart(6)} s  ${memory.toFixed(0).padStart(6)} MB`,
      );
      for (const [name, value] of Object.entries(parts))
        console.log(`  ${name.padEnd(30)} ${value.toFixed(2).padStart(8)}`);
      console.log(
        `  of the goal, for 10 million: time ${share.toFixed(2)}, memory ${(memory / most).toFixed(2)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function medians(folder: string, reader: string, runs: number): Figures {
  const samples = Array.from({ length: runs }, () => once(folder, reader));
  return Object.fromEntries(
    Object.keys(samples[0] ?? {}).map((name) => {
      const sorted = samples.map((sample) => sample[name] ?? NaN).sort((a, b) => a - b);
      return [name, sorted[Math.floor(runs / 2)] ?? NaN];
    }),
  );
}

function once(folder: string, reader: string): Figures {
  const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const run = spawnSync(process.execPath, ['--max-semi-space-size=16', worker, folder, reader], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${reader}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Figures;
}
