import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { byCodePoint } from '../../../src/lib/order.ts';
import { moduleFiles } from './generate.ts';
import type { Rounds } from './worker.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const oracle = fileURLToPath(new URL('../../../tools/oracle/hcl', import.meta.url));
/** What hcl2json is given of the corpus: all of it would take minutes. */
const SAMPLE = 2_000_000;

/**
 * Prints how fast our parser, hcl2json (Go in WebAssembly) and the native Go parser read one corpus, in one run: the
 * files below a folder, or generated ones. Cold is a new process with the reading of files, warm is from memory.
 */
export async function benchParse(folder: string | undefined): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'tollgate-bench-'));
  try {
    const files = folder === undefined ? generated(join(work, 'corpus')) : found(resolve(folder));
    const total = files.reduce((sum, path) => sum + statSync(path).size, 0);
    console.log(`${files.length} files, ${(total / 1e6).toFixed(1)} MB; medians\n`);
    console.log(
      'parser                    MB   cold s   of it reading   cold MB/s   warm s   warm MB/s   peak MB   times ours',
    );
    const ours = report('ours', await ourRounds(files), undefined);
    report('Go hclsyntax, native', goRounds(work, files), ours);
    report('hcl2json, Go in wasm', await wasmRounds(sample(files)), ours);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function generated(folder: string): string[] {
  mkdirSync(folder);
  return [...moduleFiles(2_100)].map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

function found(folder: string): string[] {
  const names = globSync(['**/*.tf', '**/*.tofu'], { cwd: folder });
  return names
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort(byCodePoint);
}

/** Every so many-th file, so that the sample is like the whole. */
function sample(files: readonly string[]): string[] {
  const total = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const step = Math.max(1, Math.ceil(total / SAMPLE));
  return files.filter((_, at) => at % step === 0);
}

async function ourRounds(files: readonly string[]): Promise<Rounds> {
  return nodeRounds(await bundled('ours'), files, 5, 7);
}

async function wasmRounds(files: readonly string[]): Promise<Rounds> {
  return nodeRounds(await bundled('hcl2json'), files, 1, 1);
}

/** One script, as what ships is one; it stands here so that it finds the packages. */
async function bundled(name: string): Promise<string> {
  const outfile = join(here, `.${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@cdktf/*'],
  });
  return outfile;
}

/** Cold runs are processes of their own, of which the first also runs the warm rounds. */
function nodeRounds(script: string, files: readonly string[], colds: number, warms: number): Rounds {
  try {
    const runs = Array.from({ length: colds }, (_, at) =>
      run(process.execPath, [script, String(at === 0 ? warms : 0)], files),
    );
    const [first] = runs;
    if (first === undefined) throw new Error('no run');
    return {
      ...first,
      cold: median(runs.map(({ cold }) => cold)),
      reading: median(runs.map(({ reading }) => reading)),
    };
  } finally {
    rmSync(script);
  }
}

/** Undefined, with a word, when there is no Go. */
function goRounds(work: string, files: readonly string[]): Rounds | undefined {
  const program = join(work, 'oracle');
  const made = spawnSync('go', ['build', '-o', program, '.'], { cwd: oracle, encoding: 'utf8' });
  if (made.error !== undefined || made.status !== 0) {
    console.log('Go hclsyntax, native: skipped, Go is not there');
    return undefined;
  }
  return run(program, ['-time', '5'], files);
}

function run(program: string, args: readonly string[], files: readonly string[]): Rounds {
  const { status, stdout, stderr } = spawnSync(program, args, { input: files.join('\n'), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Rounds;
}

/** Prints a line, and gives the MB/s of the warm rounds. */
function report(name: string, rounds: Rounds | undefined, ours: number | undefined): number {
  if (rounds === undefined) return NaN;
  const megabytes = rounds.bytes / 1e6;
  const warm = median(rounds.warm);
  const speed = megabytes / warm;
  const columns = [
    name.padEnd(22),
    megabytes.toFixed(1).padStart(5),
    rounds.cold.toFixed(2).padStart(8),
    rounds.reading.toFixed(2).padStart(15),
    (megabytes / rounds.cold).toFixed(1).padStart(11),
    warm.toFixed(2).padStart(8),
    speed.toFixed(1).padStart(11),
    rounds.memory.toFixed(0).padStart(9),
    (ours === undefined ? 1 : ours / speed).toFixed(1).padStart(12),
  ];
  console.log(columns.join(' '));
  return speed;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
