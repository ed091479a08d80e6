import { spawnSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnownCounts } from '../../src/model/result.ts';
import type { Measure } from './table/measure.ts';

const program = fileURLToPath(new URL('table/measure.ts', import.meta.url));

/** Prints one line for each repository, each read in a process of its own, then the errors that were found. */
export function run(repositories: readonly string[]): void {
  const measures = repositories.map((repository) => ({ name: nameOf(repository), ...measure(repository) }));
  console.log(COLUMNS.map(([label, width]) => label.padEnd(width)).join(' '));
  for (const one of measures) {
    console.log(COLUMNS.map(([, width, cell]) => cell(one).padEnd(width)).join(' '));
  }
  for (const { name, attributes, regions, tags } of measures) {
    console.log(`${name}: attributes ${reasons(attributes)}`);
    console.log(`${name}: regions ${reasons(regions)}`);
    console.log(`${name}: tags ${reasons(tags)}`);
  }
  for (const { name, errors } of measures) {
    for (const { code, message, source } of errors) {
      console.log(`${name}: ${source?.file ?? ''}:${source?.start.line ?? ''} ${code}: ${message}`);
    }
  }
}

type Row = Measure & { readonly name: string };

const COLUMNS: readonly (readonly [string, number, (row: Row) => string])[] = [
  ['repository', 26, ({ name }) => name.slice(-26)],
  ['files', 5, ({ files }) => String(files)],
  ['rejected', 8, ({ rejected }) => String(rejected)],
  ['projects', 8, ({ projects }) => String(projects)],
  ['blocks', 6, ({ blocks }) => String(blocks)],
  ['instances', 9, ({ instances }) => String(instances)],
  ['repetition?', 11, ({ unknownRepetition }) => String(unknownRepetition)],
  ['attributes', 13, ({ attributes }) => share(attributes)],
  ['regions', 13, ({ regions }) => share(regions)],
  ['tags', 13, ({ tags }) => share(tags)],
  ['modules?', 8, ({ unresolvedModules }) => String(unresolvedModules)],
  ['errors', 6, ({ errors }) => String(errors.length)],
  ['s', 6, ({ seconds }) => seconds.toFixed(2)],
  ['MB', 5, ({ memory }) => memory.toFixed(0)],
];

function measure(repository: string): Measure {
  const run = spawnSync(process.execPath, [program, repository], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 30,
    timeout: 300_000,
  });
  if (run.status !== 0) throw new Error(`Reading ${repository} failed.`);
  return JSON.parse(run.stdout.toString()) as Measure;
}

/** `97.2 % (1204)`: known, and of how many. */
function share({ known, unknown }: KnownCounts): string {
  const all = Object.values(unknown).reduce((sum, n) => sum + n, known);
  return all === 0 ? '-' : `${((100 * known) / all).toFixed(1)} % (${all})`;
}

function reasons({ assumed, unknown }: KnownCounts): string {
  const counted = Object.entries(unknown).filter(([, n]) => n > 0);
  return `assumed ${assumed}, ${counted.map(([reason, n]) => `${reason} ${n}`).join(', ') || 'all known'}`;
}

/** A mirror keeps its repository in a folder of a fixed name. */
function nameOf(repository: string): string {
  return basename(repository) === 'repo' ? basename(dirname(repository)) : basename(repository);
}
