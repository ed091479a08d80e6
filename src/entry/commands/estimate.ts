import { Command, Option } from 'commander';
import { readDimensions } from '../../app/estimate/dimensions.ts';
import { ESTIMATE_FORMATS, type EstimateFormat, renderEstimated } from '../../app/estimate-report.ts';
import { estimate } from '../../app/estimate.ts';
import { writeReport } from '../../app/output.ts';
import { terminalProgress } from '../../app/progress.ts';
import { plain } from '../../render/plain.ts';
import { priceBookOption } from '../price-book.ts';
import { append } from '../repeatable.ts';
import { terminalLook } from '../terminal.ts';

interface Options {
  readonly ref?: string;
  readonly by: string;
  readonly whatIf: readonly string[];
  readonly details?: boolean;
  readonly now?: string;
  readonly plan: readonly string[];
  readonly state: readonly string[];
  readonly fetchModules?: boolean;
  readonly priceBook?: string;
  readonly format: EstimateFormat;
  readonly out?: string;
}

/** `tollgate estimate`: what definitions as a whole cost a month. */
export function estimateCommand(): Command {
  return new Command('estimate')
    .description('Say what the definitions in a folder cost a month as they stand, broken down as asked.')
    .argument('[path]', 'a folder in the repository: projects in it and below it', '.')
    .option('--ref <ref>', 'read this ref (default: the work tree as it lies on disk)')
    .option(
      '--by <dimensions>',
      'project, service, region, type, module, profit_center or tag:KEY, joined by commas',
      'project,service,region',
    )
    .addOption(
      new Option(
        '--what-if <usage>',
        'try usage out: KEY=FIGURE, TYPE.KEY=FIGURE or ADDRESS:KEY=FIGURE; repeatable',
      )
        .argParser(append)
        .default([], 'none'),
    )
    .option('--details', 'in a terminal, show each resource line by line')
    .option('--now <instant>', 'price as of this instant, such as 2026-11-01T00:00:00Z (default: now)')
    .addOption(
      new Option('--plan <[project=]file>', 'take a project from a plan in JSON; repeatable')
        .argParser(append)
        .default([], 'none'),
    )
    .addOption(
      new Option('--state <[project=]file>', 'fill in what the configuration cannot tell; repeatable')
        .argParser(append)
        .default([], 'none'),
    )
    .option(
      '--fetch-modules',
      'fetch modules that are not in the repository, though tollgate.yml does not say so',
    )
    .addOption(priceBookOption())
    .addOption(new Option('--format <format>', 'how to print').choices(ESTIMATE_FORMATS).default('terminal'))
    .option('--out <file>', 'write the estimate to a file')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, options: Options) => {
      const result = await estimate({
        folder,
        by: readDimensions(options.by),
        whatIf: options.whatIf,
        given: {
          plans: options.plan,
          basePlans: [],
          states: options.state,
          priceBook: options.priceBook,
        },
        modules: { fetch: options.fetchModules === true, environment: process.env },
        progress: terminalProgress(process.stderr),
        say: (line) => {
          process.stderr.write(`${plain(line)}\n`);
        },
        ...(options.ref === undefined ? {} : { ref: options.ref }),
        ...(options.now === undefined ? {} : { now: options.now }),
      });
      const look = terminalLook(process.stdout, options.out !== undefined, options.details === true);
      const text = renderEstimated(result, options.format, look);
      if (options.out === undefined) process.stdout.write(text);
      else writeReport(options.out, text, 'Give --out a path that may be written.');
      if (result.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}

const EXAMPLES = `
Examples:
  tollgate estimate                                             the whole repository
  tollgate estimate infra/prod --by service,tag:Team --details
  tollgate estimate --what-if aws_lambda_function.monthly_requests=50000000
  tollgate estimate --format html --out estimate.html
  tollgate estimate --format infracost-json --out infracost.json   for tools that read that format`;
