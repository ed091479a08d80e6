import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyCell } from './every-cell.ts';
import { csvOf, generate, writePieces } from './generate.ts';
import { medians, type Taken } from './run.ts';
import type { Lap } from './stopwatch.ts';

const GOAL_ROWS = 10_000_000;
/** Seconds and MB that reading and rating under both profiles should stay under, for so many events on two cores. */
const GOALS = { duckdb: { seconds: 20, memory: 1024 }, 'built-in': { seconds: 60, memory: 300 } } as const;
/** Seconds of a simulation of 10,000 customers and 50 SKUs, on two cores. */
const SIMULATED = 2;
const OPTIONS = { seed: 1, customers: 10_000, skus: 50 };

/**
 * Prints what it takes to open billing files of 10,000 customers and 50 SKUs, to simulate a change of all prices, to rate usage, and
 * all of it with so many events that are read from a file. Each task runs in processes of its own.
 */
export async function benchBilling(rows: number, runs: number): Promise<void> {
  if (!Number.isSafeInteger(rows) || rows < 1 || !Number.isSafeInteger(runs) || runs < 1)
    throw new Error('Give --rows and --runs as whole numbers.');
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-bench-'));
  try {
    const cells = join(folder, 'cells.csv');
    writePieces(cells, csvOf(everyCell(OPTIONS.customers, OPTIONS.skus)));
    console.log(`Medians of ${runs} runs; 10,000 customers, 50 SKUs, two versions of 3 profiles`);
    print('open', medians(runs, 'open'));
    const simulated = medians(runs, 'simulate', cells);
    print('simulate', only(simulated, 'simulating'), {
      time: (simulated.laps['simulating, cold']?.wall ?? NaN) / SIMULATED,
    });
    print('rate', only(medians(runs, 'rate', cells), 'rating'));
    rmSync(cells);
    await benchReading(folder, rows, runs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchReading(folder: string, rows: number, runs: number): Promise<void> {
  const usage = await generate(folder, 'csv', { ...OPTIONS, rows });
  console.log(`${rows} events, ${(statSync(usage).size / 2 ** 20).toFixed(0)} MB`);
  for (const reader of ['duckdb', 'built-in'] as const) {
    const taken = medians(runs, 'read', usage, reader);
    const { seconds, memory } = GOALS[reader];
    // What is not reading does not grow with the events.
    const reading = taken.laps['reading and aggregating']?.wall ?? NaN;
    const time = (totalOf(taken).wall + reading * (GOAL_ROWS / rows - 1)) / seconds;
    print(`all of it, ${reader}`, taken, { time, memory: taken.memory / memory });
  }
}

/** Without the laps of what has to be done before. */
function only(taken: Taken, word: string): Taken {
  return {
    ...taken,
    laps: Object.fromEntries(Object.entries(taken.laps).filter(([name]) => name.startsWith(word))),
  };
}

function totalOf({ laps }: Taken): Lap {
  const sum = (pick: (lap: Lap) => number): number =>
    Object.values(laps).reduce((total, lap) => total + pick(lap), 0);
  return { wall: sum(({ wall }) => wall), cpu: sum(({ cpu }) => cpu) };
}

/** `ofGoal`: shares of what it may take. */
function print(task: string, taken: Taken, ofGoal: Readonly<Record<string, number>> = {}): void {
  const total = totalOf(taken);
  console.log(`  ${task.padEnd(36)}${text(total)}  ${taken.memory.toFixed(0).padStart(5)} MB`);
  for (const [name, lap] of Object.entries(taken.laps)) console.log(`    ${name.padEnd(34)}${text(lap)}`);
  for (const [name, count] of Object.entries(taken.counts)) console.log(`    ${name.padEnd(34)}${count}`);
  for (const [name, share] of Object.entries(ofGoal))
    console.log(`    ${`${name}, of the goal`.padEnd(34)}${share.toFixed(2).padStart(7)}`);
}

function text({ wall, cpu }: Lap): string {
  return `${wall.toFixed(2).padStart(7)} s  ${cpu.toFixed(2).padStart(7)} s of CPU`;
}
