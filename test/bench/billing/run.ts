import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Lap } from './stopwatch.ts';

/** What a task took: seconds of each of its parts, and MB at the most. */
export interface Taken {
  readonly laps: Readonly<Record<string, Lap>>;
  readonly memory: number;
  /** What was counted: the same in each run. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Medians of a task over several runs, each a process of its own. Throws when one fails. */
export function medians(runs: number, ...task: readonly string[]): Taken {
  const samples = Array.from({ length: runs }, () => once(task));
  const [first] = samples;
  if (first === undefined) throw new Error('At least one run is needed.');
  const laps = Object.keys(first.laps).map((name): [string, Lap] => {
    const of = (pick: (lap: Lap) => number): number =>
      median(samples.map((sample) => pick(sample.laps[name] ?? { wall: NaN, cpu: NaN })));
    return [name, { wall: of(({ wall }) => wall), cpu: of(({ cpu }) => cpu) }];
  });
  const memory = median(samples.map((sample) => sample.memory));
  return { laps: Object.fromEntries(laps), memory, counts: first.counts };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function once(task: readonly string[]): Taken {
  const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const run = spawnSync(process.execPath, [worker, ...task], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${task.join(' ')}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Taken;
}
