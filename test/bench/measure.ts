import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Medians over cold runs, each a process of its own. Seconds and MB; `cpu` is user and system time. */
export interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  readonly runs: number;
}

const meter = fileURLToPath(new URL('./meter.cjs', import.meta.url));

/** Runs the built command line several times and gives the medians. Throws when it does not pass or fail cleanly. */
export function measure(args: readonly string[], runs: number): Measured {
  const samples = Array.from({ length: runs }, () => once(args));
  const median = (pick: (sample: Measured) => number): number => {
    const sorted = samples.map(pick).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
  };
  return { wall: median((s) => s.wall), cpu: median((s) => s.cpu), memory: median((s) => s.memory), runs };
}

function once(args: readonly string[]): Measured {
  const start = performance.now();
  const run = spawnSync(process.execPath, ['--require', meter, 'dist/cli.js', ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const wall = (performance.now() - start) / 1000;
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`tollgate ${args.join(' ')}: ${String(run.output[2])}`);
  const usage = JSON.parse(String(run.output[3])) as NodeJS.ResourceUsage;
  return {
    wall,
    cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    memory: usage.maxRSS / 1024,
    runs: 1,
  };
}
