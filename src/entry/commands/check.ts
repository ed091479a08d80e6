import { Command, Option } from 'commander';
import { check } from '../../app/check.ts';
import { writeReport } from '../../app/output.ts';
import { terminalProgress } from '../../app/progress.ts';
import { FORMATS, renderReport } from '../../app/report.ts';
import type { Format } from '../../app/report.ts';
import { plain } from '../../render/plain.ts';
import { verdictExit } from '../exit.ts';
import { priceBookOption } from '../price-book.ts';
import { terminalLook } from '../terminal.ts';
import { append } from '../repeatable.ts';

interface Options {
  readonly repo: string;
  readonly base?: string;
  readonly head?: string;
  readonly mergeBase?: boolean;
  readonly configFrom: 'base' | 'head';
  readonly all?: boolean;
  readonly details?: boolean;
  readonly now?: string;
  readonly plan: readonly string[];
  readonly basePlan: readonly string[];
  readonly state: readonly string[];
  readonly fetchModules?: boolean;
  readonly billingUsage: readonly string[];
  readonly priceBook?: string;
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
    .addOption(
      new Option(
        '--plan <[project=]file>',
        'take both sides of a project from a plan in JSON, as terraform show -json prints it; repeatable',
      )
        .argParser(append)
        .default([], 'none'),
    )
    .addOption(
      new Option('--base-plan <[project=]file>', 'with --plan: take the base from what this plan leads to')
        .argParser(append)
        .default([], 'none'),
    )
    .option(
      '--fetch-modules',
      'fetch modules that are not in the repository, though tollgate.yml does not say so',
    )
    .addOption(
      new Option(
        '--state <[project=]file>',
        'fill in what the configuration cannot tell of what exists, from a state; repeatable',
      )
        .argParser(append)
        .default([], 'none'),
    )
    .addOption(
      new Option(
        '--billing-usage <file>',
        'simulate changes of billing profiles on this recorded usage, in the place of what tollgate.yml names; repeatable',
      )
        .argParser(append)
        .default([], 'none'),
    )
    .addOption(priceBookOption())
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('terminal'))
    .option('--out <file>', 'write the report to a file')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      const { result } = await check({
        ...options,
        repository: options.repo,
        given: {
          plans: options.plan,
          basePlans: options.basePlan,
          states: options.state,
          priceBook: options.priceBook,
          billingUsage: options.billingUsage,
        },
        modules: { fetch: options.fetchModules === true, environment: process.env },
        progress: terminalProgress(process.stderr),
        say: (line) => {
          process.stderr.write(`${plain(line)}\n`);
        },
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
  tollgate check --plan infra/prod=plan.json       what terraform planned for a project
  tollgate check --base HEAD~1 --head HEAD --format json --out result.json`;
