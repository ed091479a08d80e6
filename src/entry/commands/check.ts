import { Command, Option } from 'commander';
import { check } from '../../app/check.ts';
import { writeReport } from '../../app/output.ts';
import { terminalProgress } from '../../app/progress.ts';
import { FORMATS, renderReport } from '../../app/report.ts';
import type { Format } from '../../app/report.ts';
import { verdictExit } from '../exit.ts';
import { terminalLook } from '../terminal.ts';

interface Options {
  readonly repo: string;
  readonly base?: string;
  readonly head?: string;
  readonly mergeBase?: boolean;
  readonly configFrom: 'base' | 'head';
  readonly all?: boolean;
  readonly details?: boolean;
  readonly now?: string;
  readonly format: Format;
  readonly out?: string;
}

/** `tollgate check`: the gate on a local repository. */
export function checkCommand(): Command {
  return new Command('check')
    .description('Say what the gate would say about a change in a local repository.')
    .option('--repo <dir>', 'a folder in the repository', '.')
    .option('--base <ref>', 'compare with this ref (default: where HEAD left the default branch)')
    .option('--head <ref>', 'the changed side (default: the work tree as it lies on disk)')
    .option('--merge-base', 'compare with the common ancestor of both, as git diff base...head does')
    .addOption(
      new Option('--config-from <side>', 'which side tollgate.yml is read from')
        .choices(['base', 'head'])
        .default('base'),
    )
    .option('--all', 'evaluate all projects for their totals, not only those that the change touches')
    .option('--details', 'in a terminal, show assumptions, differences, cost lines and coverage too')
    .option('--now <instant>', 'judge dates as of this instant, such as 2026-11-01T00:00:00Z (default: now)')
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('terminal'))
    .option('--out <file>', 'write the report to a file')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      const { result } = await check({
        ...options,
        repository: options.repo,
        progress: terminalProgress(process.stderr),
      });
      const toFile = options.out !== undefined;
      const report = renderReport(
        result,
        options.format,
        terminalLook(process.stdout, toFile, options.details === true),
      );
      if (options.out === undefined) process.stdout.write(report);
      else writeReport(options.out, report, 'Give --out a path that may be written.');
      process.exitCode = verdictExit(result.verdict.state);
    });
}

const EXAMPLES = `
Examples:
  tollgate check                                   the work tree against the default branch
  tollgate check --base main --head my-branch      two refs, without a checkout
  tollgate check --base HEAD~1 --head HEAD --format json --out result.json`;
