import { execFileSync, spawnSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const meter = fileURLToPath(new URL('../bench/meter.cjs', import.meta.url));

interface Seen {
  readonly verdict: string;
  readonly changes: number;
  readonly resources: number;
  readonly lines: Record<'A' | 'B' | 'C' | 'D', number>;
  readonly free: number;
  readonly diagnostics: number;
  readonly seconds: number;
  readonly memory: number;
}

/**
 * Runs the built command line over the newest commits of a repository that touch Terraform files, each against its first
 * parent, and prints one line a commit and a summary.
 */
export function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { repo: { type: 'string', default: '.' }, commits: { type: 'string', default: '20' } },
  });
  const commits = commitsOf(values.repo, values.commits);
  summarize(
    values.repo,
    commits.map((commit) => {
      const seen = check(values.repo, git(values.repo, 'rev-parse', `${commit}^`), commit);
      console.log(lineOf(commit, seen));
      return seen;
    }),
  );
}

/** Ids of the newest commits that touch Terraform files. */
function commitsOf(repository: string, most: string): readonly string[] {
  const paths = ['--', '*.tf', '*.tfvars'];
  const log = git(repository, 'log', '--first-parent', '--no-merges', '--format=%H', `-n${most}`, ...paths);
  return log.split('\n').filter((id) => id !== '');
}

function lineOf(commit: string, seen: Seen): string {
  const { A, B, C, D } = seen.lines;
  return (
    `${commit.slice(0, 9)} ${seen.verdict.padEnd(7)} changes ${seen.changes} resources ${seen.resources}` +
    ` A ${A} B ${B} C ${C} D ${D} free ${seen.free} diagnostics ${seen.diagnostics}` +
    ` ${seen.seconds.toFixed(2)} s ${seen.memory.toFixed(0)} MB`
  );
}

function check(repository: string, base: string, head: string): Seen {
  const args = [
    '--require',
    meter,
    'dist/cli.js',
    'check',
    '--repo',
    repository,
    '--base',
    base,
    '--head',
    head,
  ];
  const start = performance.now();
  const run = spawnSync(process.execPath, [...args, '--format', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - start) / 1000;
  if (run.status !== 0 && run.status !== 1) throw new Error(`${base}..${head}: ${run.stderr.toString()}`);
  const result = JSON.parse(run.stdout.toString()) as {
    verdict: { state: string };
    changes: unknown[];
    coverage: { resources: number; lines: Seen['lines']; free: number };
    diagnostics: unknown[];
  };
  const usage = JSON.parse(String(run.output[3])) as NodeJS.ResourceUsage;
  return {
    verdict: result.verdict.state,
    changes: result.changes.length,
    ...result.coverage,
    diagnostics: result.diagnostics.length,
    seconds,
    memory: usage.maxRSS / 1024,
  };
}

function summarize(repository: string, seen: readonly Seen[]): void {
  const total = (pick: (one: Seen) => number): number => seen.reduce((sum, one) => sum + pick(one), 0);
  const median = (pick: (one: Seen) => number): number =>
    seen.map(pick).sort((a, b) => a - b)[seen.length >> 1] ?? 0;
  const most = (pick: (one: Seen) => number): number => Math.max(0, ...seen.map(pick));
  const { A, B, C, D } = {
    A: total((s) => s.lines.A),
    B: total((s) => s.lines.B),
    C: total((s) => s.lines.C),
    D: total((s) => s.lines.D),
  };
  const name = basename(repository) === 'repo' ? basename(dirname(repository)) : basename(repository);
  console.log(
    `\n${name}: ${seen.length} commits, ${total((s) => s.resources)} resources, lines A ${A} B ${B} C ${C} D ${D},` +
      ` median ${median((s) => s.seconds).toFixed(2)} s, at most ${most((s) => s.seconds).toFixed(2)} s and ${most((s) => s.memory).toFixed(0)} MB`,
  );
}

function git(repository: string, ...args: string[]): string {
  return execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 }).trim();
}
